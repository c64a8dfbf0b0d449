import { expect, test } from 'vitest'
import { importFilters, proposedName, saveFilters } from './dialog-words.ts'

test('a file is offered as what it is, and as anything', () => {
  expect(saveFilters('deals.XLSX', 'en')).toEqual([
    { name: 'Excel workbook', extensions: ['xlsx'] },
    { name: 'All files', extensions: ['*'] },
  ])
  expect(saveFilters('交易.csv', 'zh-CN').map(({ name }) => name)).toEqual(['CSV 表格', '所有文件'])
  expect(saveFilters('notes.md', 'en')[0]).toEqual({ name: 'MD', extensions: ['md'] })
  expect(saveFilters('no ending', 'en')).toEqual([{ name: 'All files', extensions: ['*'] }])
})

test('what can be imported is shown first, other files can be', () => {
  expect(importFilters('zh-CN').map(({ extensions }) => extensions)).toEqual([
    ['csv', 'json', 'tandem'],
    ['*'],
  ])
})

test.for([
  ['deals.csv', 'deals.csv'],
  ['Inbound – Overdue.csv', 'Inbound – Overdue.csv'],
  ['../../.bashrc', '.bashrc'],
  ['C:\\Windows\\system.ini', 'system.ini'],
  ['a:b?c*.csv', 'a_b_c_.csv'],
  ['deals.csv. . ', 'deals.csv'],
  ['', 'file'],
  ['..', 'file'],
  [`${'x'.repeat(300)}.csv`, `${'x'.repeat(100)}.csv`],
])('%j is proposed as %j', ([name, proposed]) => {
  expect(proposedName(name!)).toBe(proposed)
})
