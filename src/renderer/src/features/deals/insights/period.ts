import { monthAfter } from '#shared/domain/report-period.ts'
import { type CivilDate, quarterStart } from '#shared/domain/time.ts'

/** Stretches of days that end today, and days somebody chose. */
export const PERIODS = ['months1', 'months3', 'months6', 'months12', 'quarter', 'custom'] as const
export type Period = (typeof PERIODS)[number]

/** Some days, the first and the last included. */
export interface Days {
  readonly from: CivilDate
  readonly to: CivilDate
}

const MONTHS = { months1: 1, months3: 3, months6: 6, months12: 12 } as const

/** The days a period means on a day: months are whole ones, this one and those before it (RULEBOOK 10). */
export function daysOf(period: Period, today: CivilDate, chosen: Days | null): Days {
  if (period === 'custom') return chosen ?? daysOf('months3', today, null)
  const from = period === 'quarter' ? quarterStart(today) : monthAfter(today, 1 - MONTHS[period])
  return { from, to: today }
}

const MOST_YEARS = 50

/** What is wrong with days somebody chose; null where nothing is. */
export function daysFault(
  from: CivilDate | null,
  to: CivilDate | null,
  today: CivilDate,
): { readonly at: 'from' | 'to'; readonly what: 'missing' | 'future' | 'order' | 'long' } | null {
  if (from === null) return { at: 'from', what: 'missing' }
  if (to === null) return { at: 'to', what: 'missing' }
  if (to > today) return { at: 'to', what: 'future' }
  if (from > to) return { at: 'from', what: 'order' }
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return years > MOST_YEARS || from < '1900' ? { at: 'from', what: 'long' } : null
}
