import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import {
  HEADER,
  commit,
  fileOf,
  line,
  linesOf,
  preview,
  sampleBytes,
  startPreview,
} from '../../../../../tests/support/bulk-csv.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { execute } from '../../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const without = (column: string) =>
  fileOf(
    [line('R-1')],
    HEADER.filter((name) => name !== column),
  )

const REFUSED: [string, () => Buffer | string, string][] = [
  ['an empty file', () => '', 'missing-columns'],
  ['a file of blank lines', () => '\r\n\r\n', 'missing-columns'],
  ['a text that is no table', () => 'Dear diary,\ntoday I sold nothing.\n', 'missing-columns'],
  ['a picture', () => Buffer.from('89504e470d0a1a0a0000000dff', 'hex'), 'not-unicode-text'],
  [
    'a file in another encoding',
    () => Buffer.from(fileOf([line('R-1', { Notes: 'é' })]).slice(1), 'latin1'),
    'not-unicode-text',
  ],
  ['a quote that never ends', () => `${fileOf([])}"R-1,Deal`, 'not-a-csv'],
  ['a quote in the middle of a cell', () => `${fileOf([])}a"b,c\n`, 'not-a-csv'],
  ['a file without referral ids', () => without('Referral ID'), 'missing-columns: Referral ID'],
  ['a file without values', () => without('Estimated Deal Value'), 'missing-columns: Estimated Deal Value'],
  ['a column that stands twice', () => fileOf([line('R-1')], [...HEADER, 'Notes']), 'column-twice: Notes'],
  [
    'more columns than anybody has',
    () => fileOf([line('R-1')], [...HEADER, ...Array.from({ length: 300 }, (_, i) => `C${i}`)]),
    'too-many-columns',
  ],
  [
    'a cell beyond any spreadsheet',
    () => fileOf([line('R-1', { Notes: 'x'.repeat(32_768) })]),
    'cell-too-long',
  ],
]

test.for(REFUSED)('%s is refused as a whole, by what is wrong with it', async ([, bytes, message]) => {
  const before = contentOf(rawOf(app))
  const jobId = await startPreview(app, bytes())
  await app.app.core.jobs.settled()
  const job = await app.call('jobs.get', { jobId })
  expect(job.state).toBe('failed')
  expect(job.error).toMatchObject({
    code: 'INVALID_INPUT',
    details: { issues: [{ path: 'file', message: expect.stringContaining(message) as string }] },
  })
  expect(contentOf(rawOf(app))).toEqual(before)
})

test('a header without lines is an import of nothing', async () => {
  const previewed = await preview(app, fileOf([]))
  expect(previewed).toMatchObject({ rows: 0, create: 0, refused: 0, errorsFileId: null })
  expect(await commit(app, previewed.importId)).toMatchObject({ created: 0 })
})

const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

test.for(['little', 'big'])('a UTF-16 file with its byte order mark is read (%s endian)', async (end) => {
  const text = sampleBytes().toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  const previewed = await preview(app, utf16(text, end === 'big'))
  expect(previewed).toMatchObject({ rows: 48, create: 48, refused: 0 })
})

test('line ends of every kind, no byte order mark, quotes and line breaks in cells are read', async () => {
  const notes = 'say "hello",\nthen wait'
  const text = fileOf([line('R-1', { Notes: notes }), line('R-2')]).slice(1)
  for (const [index, variant] of [text, text.replaceAll('\n', '\r\n'), `${text}\n\n ,,\n`].entries()) {
    const own = await openApplication()
    const { importId, create, rows } = await preview(own, variant)
    expect([index, create, rows]).toEqual([index, 2, 2])
    await commit(own, importId)
    const [hit] = (await own.call('deals.search', { text: 'hello' })).rows
    expect((await own.call('deals.get', { dealId: hit!.deal.id })).notes!.replaceAll('\r\n', '\n')).toBe(
      notes,
    )
  }
})

test('columns in another order, and columns nobody knows, make no difference', async () => {
  const header = [...HEADER].reverse().concat('Customer Domain Name', '')
  const { importId, create } = await preview(
    app,
    fileOf([{ ...line('R-1'), 'Customer Domain Name': 'a.example' }], header),
  )
  expect(create).toBe(1)
  await commit(app, importId)
  const [row] = (await app.call('deals.list', { tab: 'all' })).rows
  const deal = await app.call('deals.get', { dealId: row!.id })
  expect(deal.external!.extra).toEqual({
    'Share with Microsoft sales team': 'No',
    'Customer Domain Name': 'a.example',
  })
})

test('an import that was committed, or that nobody previewed, is NOT_FOUND', async () => {
  const { importId } = await preview(app, fileOf([line('R-1')]))
  await commit(app, importId)
  expect(await app.fail('imports.commit', { importId })).toMatchObject({ code: 'NOT_FOUND' })
  const fileId = '01890000-0000-7000-8000-000000000000'
  expect(await app.fail('imports.preview', { fileId, format: 'partner-center-csv' })).toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a commit judges anew: what changed since the preview counts', async () => {
  await commit(app, (await preview(app, fileOf([line('R-1'), line('R-2')]))).importId)
  const renamed = [
    line('R-1', { 'Deal Name': 'Renamed' }),
    line('R-2', { 'Deal Name': 'Renamed' }),
    line('R-3'),
  ]
  const previewed = await preview(app, fileOf(renamed))
  expect(previewed).toMatchObject({ create: 1, update: 2, refused: 0 })
  const [first] = (await app.call('deals.list', { tab: 'all', sort: { by: 'name', direction: 'asc' } })).rows
  await execute(app, first!.id, { kind: 'win' })
  await commit(app, (await preview(app, fileOf([line('R-3')]))).importId)
  const committed = await commit(app, previewed.importId)
  expect(committed).toMatchObject({ created: 0, updated: 1, unchanged: 1, refused: 1 })
  const { rows } = await app.call('deals.list', { tab: 'all' })
  expect(rows.map(({ name }) => name).sort()).toEqual(['Deal R-1', 'Deal R-3', 'Renamed'])
})

test('direction: new lines are inbound, the others as the person says, outbound unless said', async () => {
  const lines = fileOf([
    line('NEW', { 'Partner Referral Status': 'New', 'Partner Referral Substatus': 'Received' }),
    line('RUNNING'),
  ])
  for (const [asked, expected] of [
    [undefined, 'outbound'],
    ['outbound', 'outbound'],
    ['inbound', 'inbound'],
  ] as const) {
    const own = await openApplication()
    await commit(own, (await preview(own, lines, asked)).importId)
    const { rows } = await own.call('deals.list', { tab: 'all' })
    const direction = (name: string) => rows.find((row) => row.name === name)!.direction
    expect([direction('Deal NEW'), direction('Deal RUNNING')]).toEqual(['inbound', expected])
  }
  expect(linesOf(lines)).toHaveLength(2)
})
