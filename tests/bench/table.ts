import type { Row, Skipped } from './measure.ts'

const number = (value: number): string =>
  value >= 1000 ? value.toFixed(0) : value >= 100 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3)

const HEADINGS = ['row', 'work', 'p50', 'p99', 'min', 'max', 'floor', 'ratio', 'budget', '', 'floor is']

function cells(row: Row): string[] {
  const times = [row.p50, row.p99, row.min, row.max].map(number)
  const floor = row.floor ? number(row.floor.p50) : ''
  const ratio = row.ratio === null ? '' : `${row.ratio.toFixed(2)} ×`
  const unit = row.unit === 'MB' ? ' (MB)' : ''
  const remark = [row.floor?.name ?? '', row.note].filter(Boolean).join('; ')
  return [row.id, row.work + unit, ...times, floor, ratio, row.budget, row.verdict, remark]
}

/** The result as a table for people: times in milliseconds. */
export function tableOf(rows: readonly (Row | Skipped)[]): string {
  const lines = [HEADINGS, ...rows.flatMap((row) => ('skipped' in row ? [] : [cells(row)]))]
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const numeric = (column: number) => column >= 2 && column <= 7
  const text = lines.map((line) =>
    line
      .map((cell, column) =>
        numeric(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  )
  const skipped = rows.flatMap((row) =>
    'skipped' in row ? [`skipped: ${row.id} ${row.work}: ${row.skipped}`] : [],
  )
  return [...text, ...skipped].join('\n')
}
