import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { ImportRowView } from '#shared/ipc/contract/exchange.ts'
import { id } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { job } from '../../testing/jobs.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, hasButton, pageWords, role, wordsOf } from '../../testing/page.ts'
import ImportRows from './ImportRows.vue'
import JobTray from './JobTray.vue'
import { useJobs } from './jobs.store.ts'

async function open(...jobs: ReturnType<typeof job>[]) {
  const client = new FakeClient()
    .answer('jobs.cancel', {})
    .answer('jobs.get', ({ jobId }) => jobs.find((known) => known.jobId === jobId)!)
  const stage = mountScreen(JobTray, { client, attach: true })
  for (const { jobId } of jobs) void useJobs().follow(jobId)
  await flushPromises()
  if (document.querySelector('button')) await click(document.querySelector('button')!)
  return { ...stage, client }
}
const RUNNING = job({ state: 'running', done: 1500, total: 6000 })
const EXPORT = job({
  jobId: id(21),
  kind: 'export',
  result: { fileId: id(40), name: 'inbound.csv', bytes: 10, rows: 12 },
})

test('is not there while nothing runs, nor for reading a file, which its dialog shows', async () => {
  await open(job({ kind: 'import-preview' }))
  expect(pageWords()).toBe('')
})

test('shows how far work has come', async () => {
  await open(RUNNING)
  expect(pageWords()).toContain('1 running')
  expect(role('progressbar', 'Import deals.csv').getAttribute('aria-valuenow')).toBe('25')
  expect(pageWords()).toContain('1,500 of 6,000 rows')
})

test('without a total it counts and promises nothing', async () => {
  await open({ ...RUNNING, total: null })
  expect(role('progressbar').getAttribute('aria-valuenow')).toBeNull()
  expect(pageWords()).toContain('1,500 rows')
})

test('moves on when it is told so', async () => {
  const { client } = await open(RUNNING)
  const result = { batchId: id(1), created: 5, updated: 1, unchanged: 2, refused: 0 }
  client.answer('jobs.get', job({ result }))
  client.tell('jobs.progressed', { jobId: RUNNING.jobId } as never)
  await flushPromises()
  expect(wordsOf('li [role="status"]')).toEqual(['5 new, 1 changed, 2 unchanged, 0 refused.'])
  expect(pageWords()).toContain('1 finished')
})

test('work can be stopped', async () => {
  const { client } = await open(RUNNING)
  await click(button('Cancel'))
  expect(client.inputsOf('jobs.cancel')).toEqual([{ jobId: RUNNING.jobId }])
})

test('a finished export can be saved', async () => {
  const { client } = await open(EXPORT)
  expect(wordsOf('li [role="status"]')).toEqual(['inbound.csv, 12 rows'])
  await click(button('Save the file'))
  expect(client.downloads).toEqual([{ fileId: id(40), name: 'inbound.csv' }])
})

test.each([
  ['cancelled', {}, 'Cancelled. Nothing was changed.'],
  [
    'failed',
    { error: { code: 'READ_ONLY', details: { why: 'full' } } },
    'The data folder cannot be written. Check its permissions and the disk. Nothing was changed.',
  ],
] as const)('work that %s says what was kept', async (state, more, words) => {
  await open(job({ state, ...more }))
  expect(wordsOf('li [role="status"]')).toEqual([words])
  expect(hasButton('Cancel')).toBe(false)
})

test('lies over nothing until one asks for it', async () => {
  const { client } = await open(RUNNING, EXPORT)
  expect(client.inputsOf('jobs.get')).toHaveLength(2)
  await click(button('1 running'))
  expect([pageWords(), wordsOf('li')]).toEqual(['1 running', []])
})

test('clearing takes the finished ones and leaves what runs', async () => {
  await open(RUNNING, EXPORT)
  expect(wordsOf('.title').sort()).toEqual(['Export as deals.csv', 'Import deals.csv'])
  await click(button('Clear the finished ones'))
  expect(wordsOf('.title')).toEqual(['Import deals.csv'])
})

const row = (over: Partial<ImportRowView>): ImportRowView => ({
  line: 2,
  referralId: 'R-1',
  name: 'Cold chain',
  customerName: 'Northwind',
  verdict: 'create',
  reasons: [],
  warnings: [],
  changes: [],
  ...over,
})

test.each<[string, Partial<ImportRowView>, string[]]>([
  ['new', {}, ['2', 'New', 'Cold chainNorthwind', '']],
  [
    'refused: the column, what stands there, and what is wrong',
    { verdict: 'refused', reasons: [{ code: 'NOT_A_DATE', column: 'Close date', value: 'soon' }] },
    ['2', 'Refused', 'Cold chainNorthwind', 'Close date “soon” is not a date such as 12/31/2026'],
  ],
  [
    'refused by a rule',
    { verdict: 'refused', reasons: [{ code: 'NAME_REQUIRED', column: 'Deal Name', value: '' }] },
    ['2', 'Refused', 'Cold chainNorthwind', 'Deal Name Deal name is missing'],
  ],
  [
    'taken with a warning',
    { verdict: 'update', warnings: [{ code: 'DUNS_PADDED', column: 'DUNS', value: '15' }] },
    ['2', 'Changed', 'Cold chainNorthwind', 'DUNS “15” had lost its leading zeros'],
  ],
])('a row that is %s', (_what, over, cells) => {
  mountScreen(ImportRows, { props: { rows: [row(over)], what: 'Deal' }, attach: true })
  expect(wordsOf('tbody td')).toEqual(cells)
})

test('the rows are a region one can reach and scroll by keyboard', () => {
  mountScreen(ImportRows, { props: { rows: [], what: 'Deal' }, attach: true })
  expect(document.querySelector('[aria-label="What would happen"]')?.getAttribute('tabindex')).toBe('0')
})
