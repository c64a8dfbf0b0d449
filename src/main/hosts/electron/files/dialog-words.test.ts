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
  ['../../.bashrc', '.bashrc.txt'],
  ['C:\\Windows\\system.ini', 'system.ini.txt'],
  ['a:b?c*.csv', 'a_b_c_.csv'],
  ['deals.csv. . ', 'deals.csv'],
  ['', 'file.txt'],
  ['..', 'file.txt'],
  ['deals.TANDEM', 'deals.TANDEM'],
  ['notes.txt', 'notes.txt'],
  ['Invoice.pdf.exe', 'Invoice.pdf.exe.txt'],
  ['Invoice\u202efdp.exe', 'Invoicefdp.exe.txt'],
  ['a\u0085b.csv', 'a_b.csv'],
  ['con.csv', '_con.csv'],
  ['console.csv', 'console.csv'],
  ['LPT1', '_LPT1.txt'],
  [`${'x'.repeat(99)}😀${'x'.repeat(99)}.exe`, `${'x'.repeat(99)}\ufffd.exe.txt`],
  [`${'x'.repeat(300)}.csv`, `${'x'.repeat(100)}.csv`],
])('%j is proposed as %j', ([name, proposed]) => {
  expect(proposedName(name!)).toBe(proposed)
})
