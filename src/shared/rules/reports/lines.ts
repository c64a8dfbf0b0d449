import type { CountedSum } from '#shared/domain/conversion.ts'
import { type Stretch } from '#shared/domain/report-period.ts'
import type { Currency, Money } from '#shared/domain/money.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import type { Fact } from './fact.ts'

/** A set of deals behind a figure, with what it adds up to in each currency. */
export interface DealSet {
  readonly deals: readonly Fact[]
  readonly sums: readonly CountedSum[]
}

/** One line of a report. Groups and measures are data: words belong to screens. */
export interface Line {
  readonly key: string
  readonly group: Readonly<Record<string, string | number | boolean | null>>
  readonly figures: Readonly<Record<string, DealSet>>
  readonly measures: Readonly<Record<string, number | null>>
}

/** A report before it is priced: its lines, and the whole where adding up is allowed. */
export interface Table {
  readonly lines: readonly Line[]
  readonly totals: Pick<Line, 'figures' | 'measures'> | null
}

/** The days a report is about, and the day it is seen from. */
export interface Seen {
  readonly today: CivilDate
  readonly period: Stretch
  readonly months: readonly { readonly month: string; readonly stretch: Stretch }[]
}

/** Sums per currency, in the order of their codes. Each amount counts one deal. */
export function sumsOf(amounts: readonly Money[]): readonly CountedSum[] {
  const sums = new Map<Currency, { amount: number; deals: number }>()
  for (const { amount, currency } of amounts) {
    const sum = sums.get(currency) ?? { amount: 0, deals: 0 }
    sums.set(currency, { amount: sum.amount + amount, deals: sum.deals + 1 })
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** Deals with what they are worth. */
export const worth = (deals: readonly Fact[]): DealSet => ({
  deals,
  sums: sumsOf(deals.map(({ value }) => value)),
})

/** Deals with value × percent of their stage, rounded once for each currency: as the board does it. */
export function weightedWorth(deals: readonly Fact[]): DealSet {
  const hundredths = new Map<Currency, bigint>()
  for (const { value, percent } of deals) {
    const sum = hundredths.get(value.currency) ?? 0n
    hundredths.set(value.currency, sum + BigInt(value.amount) * BigInt(percent))
  }
  const sums = worth(deals).sums.map((sum) => ({
    ...sum,
    amount: Number((hundredths.get(sum.currency)! + 50n) / 100n),
  }))
  return { deals, sums }
}

/** A share, or null where there is nothing to divide by. */
export const rate = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** The arithmetic mean; null of nothing. */
export const mean = (values: readonly number[]): number | null =>
  rate(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )

/** The middle value, or the mean of the two middle ones; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
