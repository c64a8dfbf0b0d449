import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import type { Input } from '#shared/ipc/contract.ts'
import type { Exported } from '#shared/ipc/contract/exchange.ts'
import { EXPORT_COLUMNS } from '#shared/domain/export-columns.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { importLines, line } from '../../../../tests/support/bulk-csv.ts'
import { createDeal } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { type ReadCell, readWorkbook } from '../../../../tests/support/read-workbook.ts'
import { unescapeCell } from '../exchange/formula-guard.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

async function exported(
  format: Input<'exports.start'>['format'],
  more: Partial<Input<'exports.start'>> = {},
) {
  const { jobId } = await app.call('exports.start', { format, selection: { tab: 'all' }, ...more })
  const result = (await app.job(jobId)) as Exported
  const { path } = await app.files.get(result.fileId)
  const bytes = await readFile(path)
  expect(bytes.length).toBe(result.bytes)
  return { result, bytes }
}

const DAY_MS = 86_400_000
const dayZero = Date.UTC(1899, 11, 30)

/** A cell of the workbook as the CSV would spell it: the two formats tell the same. */
function spelled(cell: ReadCell | undefined): string {
  if (!cell) return ''
  if (cell.type === 'text') return cell.text
  const moment = () => new Date(Math.round(dayZero + Number(cell.digits) * DAY_MS)).toISOString()
  if (cell.format === 'yyyy-mm-dd hh:mm:ss') return moment()
  return cell.format === 'yyyy-mm-dd' ? moment().slice(0, 10) : cell.digits
}

const everything = { columns: [...EXPORT_COLUMNS], options: { personalData: true } }

test('the workbook tells what the CSV tells: same rows, same columns, typed', async () => {
  await app.call('sample.load', {})
  const csv = await exported('deals-csv', everything)
  const { result, bytes } = await exported('deals-xlsx', everything)
  const [header, ...rows] = parse(csv.bytes, { bom: true })
  const workbook = readWorkbook(bytes)
  const [deals] = workbook.sheets
  expect(deals!.rows[0]!.map((cell) => spelled(cell).replace(' (UTC)', ''))).toEqual(header)
  expect(deals!.rows.slice(1).map((row) => header!.map((_name, index) => spelled(row[index])))).toEqual(
    rows.map((row) => row.map(unescapeCell)),
  )
  expect([result.rows, result.people]).toEqual([csv.result.rows, csv.result.people])
  expect(result.name).toBe('tandem-all-2026-11-22.xlsx')
  expect([workbook.formulas, workbook.links]).toEqual([0, 0])
  expect(deals!.frozenRows).toBe(1)
  expect(deals!.widths).toHaveLength(EXPORT_COLUMNS.length)
})

test('amounts, counts and days are numbers in formats of their own, text is text', async () => {
  await importLines(app, [
    line('R-1', { Currency: 'JPY', 'Estimated Deal Value': '7', 'CRM ID': '0042' }),
    line('R-2', { Currency: 'KWD', 'Estimated Deal Value': '7.125' }),
  ])
  const columns = ['percent', 'amount', 'closeDate', 'createdAt', 'crmId'] as const
  const sort = { by: 'name', direction: 'asc' } as const
  const { bytes } = await exported('deals-xlsx', { columns: [...columns], selection: { tab: 'all', sort } })
  const rows = readWorkbook(bytes).sheets[0]!.rows.slice(1)
  expect(rows.map((row) => row.map((cell) => cell && (cell.type === 'text' ? 'text' : cell.format)))).toEqual(
    [
      ['#,##0', '#,##0', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss', 'text'],
      ['#,##0', '#,##0.000', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss'],
    ],
  )
  expect(rows[1]![1]).toMatchObject({ digits: '7.125' })
})

test('the second sheet sums each currency for itself', async () => {
  await importLines(app, [
    line('R-1', { 'Estimated Deal Value': '90071992547409.91' }),
    line('R-2', { 'Estimated Deal Value': '90071992547409.91' }),
    line('R-3', { Currency: 'JPY', 'Estimated Deal Value': '5' }),
  ])
  const { bytes } = await exported('deals-xlsx', { locale: 'zh-CN' })
  const [deals, totals] = readWorkbook(bytes).sheets
  expect([deals!.name, totals!.name]).toEqual(['交易', '合计'])
  expect(totals!.rows.slice(1).map((row) => row.map(spelled))).toEqual([
    ['EUR', '2', '180143985094819.82'],
    ['JPY', '1', '5'],
  ])
})

test('hostile text comes back as it was, and none of it is a formula', async () => {
  const hostile = ['=1+1', '+44', "'=x", '_x0041_', '<f>&amp;</f>', ']]>', '＝cmd', '𝄞 ‮x', 'a\tb']
  for (const name of hostile) await createDeal(app, { name, notes: `${name}\r\nline\n two` })
  const columns = ['name', 'notes'] as const
  const { bytes } = await exported('deals-xlsx', { ...everything, columns: [...columns] })
  const workbook = readWorkbook(bytes)
  const rows = workbook.sheets[0]!.rows.slice(1).map((row) => row.map(spelled))
  const { rows: list } = await app.call('deals.list', { tab: 'all', limit: 100 })
  const deals = await Promise.all(list.map(({ id }) => app.call('deals.get', { dealId: id })))
  expect(rows).toEqual(deals.map(({ name, notes }) => [name, notes]))
  expect(rows).toHaveLength(hostile.length)
  expect(workbook.formulas).toBe(0)
})

test('the same deals give the same bytes', async () => {
  await app.call('sample.load', {})
  const first = await exported('deals-xlsx', everything)
  const second = await exported('deals-xlsx', everything)
  expect(first.bytes.equals(second.bytes)).toBe(true)
})

test('an empty list is a workbook with headings alone', async () => {
  const { bytes, result } = await exported('deals-xlsx', { columns: ['name'] })
  expect(readWorkbook(bytes).sheets.map(({ rows }) => rows.length)).toEqual([1, 1])
  expect([result.rows, result.people]).toEqual([0, 0])
})
