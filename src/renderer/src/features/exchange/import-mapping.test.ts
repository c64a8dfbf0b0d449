import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Json } from '#shared/errors.ts'
import type { FileColumns } from '#shared/ipc/contract/exchange.ts'
import { CallError } from '../../bridge/client.ts'
import { id } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { chooseFile, job } from '../../testing/jobs.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, hasButton, pageWords, wordsOf } from '../../testing/page.ts'
import ImportDialog from './ImportDialog.vue'

type Table = NonNullable<FileColumns['table']>
const SOLUTIONS: Table = {
  format: 'solutions-csv',
  columns: [
    { name: 'Product', samples: ['Cold chain', '冷链'] },
    { name: 'Code', samples: [] },
    { name: 'Owner', samples: ['Ana'] },
  ],
  fields: [
    { field: 'name', required: true },
    { field: 'externalId', required: false },
  ],
  mapping: { name: 'Product' },
  remembered: false,
}
const looked = (over: Partial<Table> = {}, recognised: FileColumns['recognised'] = 'solutions-csv') => ({
  name: 'products.csv',
  recognised,
  table: { ...SOLUTIONS, ...over },
})
const UNKNOWN: FileColumns = { name: 'products.csv', recognised: null, table: null }

async function dialog(answer: FileColumns, part?: 'solutions') {
  const client = new FakeClient()
    .answer('imports.columns', ({ format }) => (format === 'solutions-csv' ? looked({}, null) : answer))
    .answer('imports.preview', { jobId: id(20) })
    .answer('jobs.get', () =>
      job({
        kind: 'import-preview',
        result: {
          importId: id(30),
          name: 'products.csv',
          rows: 1,
          create: 1,
          update: 0,
          unchanged: 0,
          refused: 0,
          warnings: 0,
          errorsFileId: null,
          sample: [
            {
              line: 2,
              referralId: 'SOL-1',
              name: 'Cold chain',
              customerName: 'SOL-1',
              verdict: 'create',
              reasons: [],
              warnings: [],
              changes: [],
            },
          ],
        } satisfies Json,
      }),
    )
  client.uploadAnswer = id(10)
  mountScreen(ImportDialog, { client, attach: true, props: part ? { part } : {} })
  await flushPromises()
  chooseFile(new File(['a'], 'products.csv'))
  await flushPromises()
  return client
}
const field = (label: string): HTMLSelectElement => {
  const named = [...document.querySelectorAll('label')].find(
    ({ textContent }) => textContent.trim() === label,
  )
  return document.querySelector<HTMLSelectElement>(`#${CSS.escape(named!.htmlFor)}`)!
}
async function select(label: string, value: string) {
  field(label).value = value
  field(label).dispatchEvent(new Event('change'))
  await flushPromises()
}
const read = async () => {
  await click(button('Read the file'))
  await flushPromises()
}

test('a table shows a row per field with its column and what stands in it, and says what is not taken', async () => {
  await dialog(looked())
  expect(field('The file holds').value).toBe('solutions-csv')
  expect(pageWords()).toContain('Recognised by its header.')
  expect(field('Name').value).toBe('Product')
  expect(field('Name').getAttribute('aria-required')).toBe('true')
  expect(wordsOf('tbody th')).toEqual(['Namerequired', 'Solution ID'])
  expect(wordsOf('td.samples')).toEqual(['Cold chain · 冷链', ''])
  expect(wordsOf('.unused')).toEqual(['Not taken from the file: Code, Owner.'])
  await select('Solution ID', 'Code')
  expect(wordsOf('td.samples')[1]).toBe('empty')
  expect(wordsOf('.unused')).toEqual(['Not taken from the file: Owner.'])
})

test('what was chosen goes with the question, and what would happen speaks of solutions', async () => {
  const client = await dialog(looked())
  await select('Solution ID', 'Code')
  await select('Solution ID', '')
  await read()
  expect(client.inputsOf('imports.preview')).toEqual([
    {
      fileId: id(10),
      format: 'solutions-csv',
      mapping: { name: 'Product' },
      options: { encoding: 'unicode' },
      locale: 'en',
    },
  ])
  expect(wordsOf('thead th')).toContain('Solution')
  expect(hasButton('Import 1 solution')).toBe(true)
  expect(pageWords()).toContain('All or nothing: a failure leaves your directory as it is.')
})

test('a required field without a column is said at its place, and nothing is read', async () => {
  const client = await dialog(looked({ mapping: {} }))
  expect(field('Name').getAttribute('aria-invalid')).toBeNull()
  await read()
  expect(client.inputsOf('imports.preview')).toEqual([])
  expect(wordsOf('td.samples')[0]).toBe('Choose the column.')
  expect(field('Name').getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(field('Name'))
  await select('Name', 'Product')
  expect(field('Name').getAttribute('aria-invalid')).toBeNull()
})

test('what was said last time is said to be remembered', async () => {
  await dialog(looked({ remembered: true }))
  expect(wordsOf('.remembered')).toEqual(['Remembered from last time'])
})

test('a header that does not say what it is: the person does, and is asked before anything is read', async () => {
  const client = await dialog(UNKNOWN)
  expect(pageWords()).toContain('Its header does not say. Choose what it is.')
  await read()
  expect(pageWords()).toContain('Choose what the file holds.')
  expect(client.inputsOf('imports.preview')).toEqual([])
  await select('The file holds', 'solutions-csv')
  expect(client.inputsOf('imports.columns').map(({ format }) => format)).toEqual([undefined, 'solutions-csv'])
  expect(field('Name').value).toBe('Product')
})

test('from its own place in the directory a table is taken for what is there', async () => {
  const client = await dialog(UNKNOWN, 'solutions')
  expect(field('The file holds').value).toBe('solutions-csv')
  expect(client.inputsOf('imports.columns')).toHaveLength(2)
})

test('a file that is no Unicode text can be read as GB18030', async () => {
  const client = await dialog(UNKNOWN)
  client.answer('imports.columns', ({ encoding }) => {
    if (encoding === 'gb18030') return looked()
    throw new CallError({
      code: 'INVALID_INPUT',
      details: { issues: [{ path: 'file', message: 'not-unicode-text' }] },
    })
  })
  chooseFile(new File(['b'], 'old.csv'))
  await flushPromises()
  expect(pageWords()).toContain('The file is not Unicode text.')
  await click(button('Read it as GB18030'))
  await flushPromises()
  await read()
  expect(client.inputsOf('imports.preview')[0]?.options).toEqual({ encoding: 'gb18030' })
})

test('the dialog is called as what leads there', async () => {
  await dialog(UNKNOWN, 'solutions')
  expect(wordsOf('[role="dialog"] h2')).toEqual(['Import solutions'])
})

test.each([
  [UNKNOWN, 'Import from Partner Center'],
  [looked(), 'Import solutions'],
])(
  'without a part it is an import from Partner Center, unless the file is something else',
  async (file, title) => {
    await dialog(file)
    expect(wordsOf('[role="dialog"] h2')).toEqual([title])
  },
)
