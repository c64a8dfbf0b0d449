import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { REPORTS } from '#shared/domain/report.ts'
import { exportFile } from '../../../../tests/support/exports.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { readWorkbook } from '../../../../tests/support/read-workbook.ts'

test('every report is a table that calculates: CSV and workbook hold the numbers of the answer', async () => {
  const app = await openApplication()
  await app.call('sample.load', {})
  for (const report of REPORTS) {
    const csv = await exportFile(app, 'report', { options: { report, as: 'csv', currency: 'EUR' } })
    const xlsx = await exportFile(app, 'report', { options: { report, as: 'xlsx', currency: 'EUR' } })
    const [heading, ...rows]: string[][] = parse(csv.bytes, { bom: true })
    const workbook = readWorkbook(xlsx.bytes)
    expect([workbook.formulas, workbook.sheets.length, csv.result.rows]).toEqual([0, 2, rows.length])
    const cells = workbook.sheets[0]!.rows.map((row) =>
      heading!.map((_head, index) => {
        const cell = row[index]
        return !cell ? '' : cell.type === 'text' ? cell.text : cell.digits
      }),
    )
    expect(cells).toEqual([heading, ...rows])
    for (const row of rows)
      for (const cell of row.slice(report === 'reasons' ? 2 : 1)) expect(cell).toMatch(/^(-?\d+(\.\d+)?)?$/)
    const about = JSON.stringify(workbook.sheets[1]!.rows)
    expect(about).toContain('EUR only')
  }
})

test('the numbers are those of reports.get', async () => {
  const app = await openApplication()
  await app.call('sample.load', {})
  const filters = { currency: 'EUR' as const }
  const view = await app.call('reports.get', { report: 'outcomes', filters })
  const { bytes } = await exportFile(app, 'report', {
    options: { report: 'outcomes', as: 'csv', currency: 'EUR' },
  })
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true })
  expect(rows.map((row) => [Number(row['Came in']), Number(row['Won'])])).toEqual(
    [...view.rows, view.totals!].map(({ figures }) => [figures['entered']!.count, figures['won']!.count]),
  )
  expect(Number(rows.at(-1)!['Win rate, %'])).toBeCloseTo(view.totals!.measures['winRate']! * 100, 1)
  expect(Number(rows.at(-1)!['Won, EUR'])).toBe(view.totals!.figures['won']!.values[0]!.amount / 100)
})
