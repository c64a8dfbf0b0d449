import { type CivilDate, addCivilDays, monthStart, quarterStart } from './time.ts'

/** Stretches of close dates that move with the calendar: what a saved list means by "this quarter" tomorrow as well. */
export const CLOSE_PERIODS = ['overdue', 'this-month', 'this-quarter', 'next-quarter'] as const
export type ClosePeriod = (typeof CLOSE_PERIODS)[number]

/** First and last day of a stretch, both included; null where it is open. */
export interface CloseRange {
  readonly from: CivilDate | null
  readonly to: CivilDate | null
}

// Any day of a month and 31 more lie in the next one; 92 more days lie in the next quarter.
const quarterAfter = (date: CivilDate): CivilDate => quarterStart(addCivilDays(quarterStart(date), 92))
const dayBefore = (date: CivilDate): CivilDate => addCivilDays(date, -1)

/** The days a period covers, seen from a day. Overdue is everything before it. */
export function closeRange(period: ClosePeriod, today: CivilDate): CloseRange {
  switch (period) {
    case 'overdue':
      return { from: null, to: dayBefore(today) }
    case 'this-month': {
      const from = monthStart(today)
      return { from, to: dayBefore(monthStart(addCivilDays(from, 31))) }
    }
    case 'this-quarter':
      return { from: quarterStart(today), to: dayBefore(quarterAfter(today)) }
    case 'next-quarter':
      return { from: quarterAfter(today), to: dayBefore(quarterAfter(quarterAfter(today))) }
  }
}
