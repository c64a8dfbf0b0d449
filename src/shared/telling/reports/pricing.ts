import type { CivilDate } from '#shared/domain/time.ts'
import { type ReportView, type Say, notPricedOf } from './spelling.ts'

/** What converted sums rest on: the oldest rate, and how many deals have none. */
export interface Pricing {
  readonly ratesAsOf: CivilDate | null
  readonly notPriced: number
}

/** Of all figures that a report tells; null where nothing is converted. */
export function pricingOf({ totals, rows }: ReportView, { unit }: Say): Pricing | null {
  if (!unit.isConverted) return null
  const figures = [totals, ...rows].flatMap((line) => (line ? Object.values(line.figures) : []))
  const dates = figures.flatMap(({ converted }) => converted?.ratesAsOf ?? [])
  return {
    ratesAsOf: dates.length === 0 ? null : dates.reduce((least, date) => (date < least ? date : least)),
    notPriced: Math.max(0, ...figures.map((figure) => notPricedOf(figure, unit))),
  }
}
