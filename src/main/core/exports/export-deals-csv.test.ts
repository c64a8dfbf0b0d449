import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import type { Input } from '#shared/ipc/contract.ts'
import type { JobId } from '#shared/domain/ids.ts'
import { EXPORT_COLUMNS, PERSONAL_COLUMNS, USUAL_COLUMNS } from '#shared/domain/export-columns.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { importLines, line } from '../../../../tests/support/bulk-csv.ts'
import { createDeal, euros } from '../../../../tests/support/deal-commands.ts'
import { exportFile } from '../../../../tests/support/exports.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

type Start = Input<'exports.start'>

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

async function exported(input: Omit<Start, 'format'>) {
  const { jobId } = await app.call('exports.start', { format: 'deals-csv', ...input })
  const result = (await app.job(jobId)) as {
    fileId: string
    name: string
    bytes: number
    rows: number
    people: number
  }
  const { path } = await app.files.get(result.fileId as never)
  const bytes = await readFile(path)
  expect(bytes.length).toBe(result.bytes)
  const [header, ...rows] = parse(bytes, { bom: true })
  expect(rows).toHaveLength(result.rows)
  return { ...result, text: bytes.toString('utf8'), header: header!, rows }
}

const all = { selection: { tab: 'all' } } as const

test('the file holds the list: every deal, in its order, with what each row says', async () => {
  await app.call('sample.load', {})
  const sort = { by: 'name', direction: 'desc' } as const
  const { rows } = await app.call('deals.list', { tab: 'all', sort, limit: 500 })
  const columns = [
    'id',
    'name',
    'customerName',
    'percent',
    'amount',
    'currency',
    'closeDate',
    'country',
    'countryCode',
  ] as const
  const file = await exported({ selection: { tab: 'all', sort }, columns: [...columns] })
  const amount = (value: { amount: number; currency: string }) => {
    const digits = value.currency === 'JPY' ? 0 : 2
    return (value.amount / 10 ** digits).toFixed(digits)
  }
  expect(file.rows).toEqual(
    rows.map((row) => [
      row.id,
      row.name,
      row.customerName,
      String(row.percent),
      amount(row.value),
      row.value.currency,
      row.closeDate,
      new Intl.DisplayNames('en', { type: 'region' }).of(row.country),
      row.country,
    ]),
  )
  expect(file.name).toBe('tandem-all-2026-11-22.csv')
})

test('filters and tab narrow the file as they narrow the list', async () => {
  await app.call('sample.load', {})
  const filters = { statuses: ['won' as const], currency: 'EUR' }
  const { rows } = await app.call('deals.list', { tab: 'outbound', filters })
  expect(rows.length).toBeGreaterThan(0)
  const file = await exported({ selection: { tab: 'outbound', filters }, columns: ['id'] })
  expect(file.rows.flat()).toEqual(rows.map(({ id }) => id))
})

test('deals chosen one by one come in the order they were chosen; unknown ones are left out', async () => {
  const ids = [(await createDeal(app)).id, (await createDeal(app)).id]
  const unknown = '01890000-0000-7000-8000-000000000000'
  const file = await exported({ selection: { ids: [ids[1]!, unknown, ids[0]!] }, columns: ['id'] })
  expect(file.rows.flat()).toEqual([ids[1], ids[0]])
})

test('unless asked, no notes and no contact data are written', async () => {
  const contact = { firstName: 'Iris', lastName: 'Bakker', phone: '+31', email: 'iris@canary.example' }
  const team = [{ firstName: 'Ana', lastName: 'Silva', phone: '+351', email: 'ana@canary.example' }]
  await createDeal(app, { notes: 'canary note', contact, team })
  const file = await exported(all)
  expect(file.text).not.toMatch(/canary|Iris|Silva/)
  expect(file.people).toBe(0)
  const asked = await exported({ ...all, columns: [...EXPORT_COLUMNS] })
  expect(asked.text).not.toMatch(/canary|Iris|Silva/)
  expect(asked.header).toHaveLength(EXPORT_COLUMNS.length - PERSONAL_COLUMNS.length)
})

test('ticked, personal data goes along, and the result says how many people that are', async () => {
  const contact = { firstName: 'Iris', lastName: 'Bakker', phone: '+31 10', email: 'iris@canary.example' }
  const team = [{ firstName: 'Ana', lastName: 'Silva', phone: '+351', email: 'ana@canary.example' }]
  await createDeal(app, { notes: 'canary note', contact, team })
  await createDeal(app, { notes: null, contact: null, team })
  const options = { personalData: true }
  const columns = ['contactName', 'contactPhone', 'contactEmail', 'team', 'notes'] as const
  const file = await exported({ ...all, columns: [...columns], options })
  expect(file.rows).toContainEqual([
    'Iris Bakker',
    "'+31 10",
    'iris@canary.example',
    'Ana Silva <ana@canary.example>',
    'canary note',
  ])
  expect(file.people).toBe(2)
  expect((await exported({ ...all, columns: ['notes'], options })).people).toBe(0)
  expect((await exported({ ...all, options })).header).toHaveLength(USUAL_COLUMNS.length + columns.length)
})

test('personal columns alone, and not ticked, are nothing to write', async () => {
  await expect(
    app.call('exports.start', { format: 'deals-csv', ...all, columns: ['notes'] }),
  ).rejects.toMatchObject({ shape: { code: 'INVALID_INPUT' } })
})

test('every column can be written, in English and Chinese, under its own words', async () => {
  await app.call('sample.load', {})
  const headers = []
  for (const locale of ['en', 'zh-CN'] as const) {
    const file = await exported({
      ...all,
      columns: [...EXPORT_COLUMNS],
      locale,
      options: { personalData: true },
    })
    expect(new Set(file.header).size).toBe(EXPORT_COLUMNS.length)
    expect(file.rows).toHaveLength(60)
    headers.push(file.header)
  }
  expect(headers[0]).toContain('Deal name')
  expect(headers[1]).toContain('交易名称')
})

test('byte order mark, CRLF, every cell quoted, no cell starts a formula', async () => {
  await importLines(app, [
    line('R-1', { 'CRM ID': '-1', 'Marketing Campaign ID': '\u200b=cmd', Notes: '＝1+1' }),
  ])
  await createDeal(app, { name: '=HYPERLINK("x")', value: euros(5), crmId: '+44', notes: ' @a' })
  const file = await exported({ ...all, columns: [...EXPORT_COLUMNS], options: { personalData: true } })
  expect(file.text.startsWith('\uFEFF"')).toBe(true)
  const lines = file.text.slice(1).split('\r\n')
  expect(lines.pop()).toBe('')
  for (const written of lines) expect(written).toMatch(/^"([^"]|"")*"(,"([^"]|"")*")*$/)
  for (const cell of file.rows.flat()) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u)
  expect(file.rows.flat()).toContain(`'=HYPERLINK("x")`)
})

test('an empty list is a file with a heading alone', async () => {
  const file = await exported({ ...all, columns: ['name'] })
  expect([file.header, file.rows]).toEqual([['Deal name'], []])
})

const many = () =>
  importLines(
    app,
    Array.from({ length: 1200 }, (_, index) => line(`R-${index}`)),
  )

test('a cancelled export leaves no file', async () => {
  await many()
  const folder = join(app.dataDir, 'files')
  const before = await readdir(folder)
  app.app.subscribe((event) => {
    if (event.name === 'jobs.progressed' && event.payload.done > 0)
      app.app.core.jobs.cancel(event.payload.jobId)
  })
  const { jobId } = await app.call('exports.start', { format: 'deals-csv', ...all })
  await app.app.core.jobs.settled()
  expect(app.app.core.jobs.get(jobId as JobId)).toMatchObject({ state: 'cancelled', result: null })
  expect(await readdir(folder)).toEqual(before)
})

test('a long list is written whole and tells how far it is', async () => {
  await many()
  const seen: number[] = []
  app.app.subscribe((event) => event.name === 'jobs.progressed' && seen.push(event.payload.done))
  const file = await exported({ ...all, columns: ['referralId'] })
  expect(new Set(file.rows.flat()).size).toBe(1200)
  expect(seen).toContain(500)
})

test.each([
  ['Outbound – Overdue', 'Outbound – Overdue – 2026-11-22.csv'],
  ['../..\\a/b: "c"?', 'a b c – 2026-11-22.csv'],
  ['出站 – 逾期\u202E', '出站 – 逾期 – 2026-11-22.csv'],
  [' .. ', 'tandem-all-2026-11-22.csv'],
])('a file named after the list %s is called %s', async (title, name) => {
  const app = await openApplication()
  const { result } = await exportFile(app, 'deals-csv', { title })
  expect(result.name).toBe(name)
})

test('the same list for Partner Center says so in its name', async () => {
  const app = await openApplication()
  const { result } = await exportFile(app, 'partner-center-json', { title: 'Inbound' })
  expect(result.name).toBe('Partner Center – Inbound – 2026-11-22.json')
})
