import type { ExportColumn } from '#shared/domain/export-columns.ts'
import { type Currency, type Money, minorDigits } from '#shared/domain/money.ts'
import { LABELS } from '#shared/words/labels.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { writeWorkbook } from '../exchange/xlsx-writer.ts'
import type { JobControl } from '../jobs/job-control.ts'
import { headings, tablePages } from './deal-table.ts'
import type { PeopleCount } from './people-count.ts'
import type { ExportTask } from './selected-rows.ts'
import type { TableCell } from '../exchange/table-cell.ts'

/** Widths in characters where the usual one is too narrow or too wide for what stands there. */
const WIDTHS: Partial<Record<ExportColumn, number>> = {
  name: 40,
  customerName: 32,
  percent: 9,
  currency: 10,
  country: 10,
  partners: 10,
  favorite: 10,
  referralId: 38,
  team: 48,
  notes: 60,
  id: 38,
}
const USUAL_WIDTH = 20

const MOMENTS: readonly ExportColumn[] = ['expiresAt', 'createdAt', 'updatedAt', 'closedAt']

/** Sums per currency as rows pass by. They may grow beyond 2^53. */
class Totals {
  readonly #sums = new Map<Currency, { deals: number; amount: bigint }>()

  add({ amount, currency }: Money): void {
    const sum = this.#sums.get(currency) ?? { deals: 0, amount: 0n }
    this.#sums.set(currency, { deals: sum.deals + 1, amount: sum.amount + BigInt(amount) })
  }

  rows(): TableCell[][] {
    const sums = [...this.#sums].sort(([a], [b]) => (a < b ? -1 : 1))
    return sums.map(([currency, { deals, amount }]) => {
      const digits = minorDigits(currency)
      return [currency, { number: String(deals), digits: 0 }, { number: decimal(amount, digits), digits }]
    })
  }
}

/** Minor units as a decimal, of whatever size; values of deals are never negative. */
function decimal(amount: bigint, digits: number): string {
  const text = String(amount).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** Writes a table as a workbook, totals per currency on a second sheet; gives its number of rows. Errors: CANCELLED. */
export async function exportDealsXlsx(
  path: string,
  db: ReadExecutor,
  task: ExportTask,
  newId: () => string,
  people: PeopleCount,
  control: JobControl,
): Promise<number> {
  const { sheet, column } = LABELS[task.locale]
  const titles = headings(task)
  const totals = new Totals()
  let rows = 0
  const deals = async function* () {
    for await (const page of tablePages(db, task, newId, people, control)) {
      for (const value of page.values) totals.add(value)
      rows += page.rows.length
      yield page.rows
    }
  }
  const sums = async function* () {
    yield totals.rows()
  }
  await writeWorkbook(path, [
    {
      name: sheet.deals,
      // A sheet knows no time zones: moments are told in UTC, and the heading says so.
      columns: task.columns.map((key, index) => ({
        heading: MOMENTS.includes(key) ? `${titles[index]} (UTC)` : titles[index]!,
        width: WIDTHS[key] ?? USUAL_WIDTH,
      })),
      pages: deals,
    },
    {
      name: sheet.totals,
      columns: [column.currency, sheet.count, sheet.value].map((heading) => ({
        heading,
        width: USUAL_WIDTH,
      })),
      pages: sums,
    },
  ])
  return rows
}
