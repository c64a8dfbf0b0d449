import {
  type CivilDate,
  HOUR_MS,
  type Instant,
  addCivilDays,
  addMs,
  civilDate,
  instantFromMs,
  monthStart,
  msOf,
  utcMidnight,
} from './time.ts'

/** A stretch of time: from an instant up to but not including another. */
export interface Stretch {
  readonly from: Instant
  readonly before: Instant
}

export const within = ({ from, before }: Stretch, at: Instant | null): boolean =>
  at !== null && at >= from && at < before

/** First day of the month so many months after the one a date lies in. */
export function monthAfter(date: CivilDate, months: number): CivilDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  return civilDate(Math.floor(index / 12), (index % 12) + 1, 1)!
}

/** The days of a report when nobody says which: this month and the two before it (RULEBOOK 10). */
export const defaultFrom = (to: CivilDate): CivilDate => monthAfter(to, -2)

/** No clock on earth is further from UTC than 14 hours. */
const FURTHEST_MS = 16 * HOUR_MS

/** When a calendar day begins where the person is; `dayOf` knows their zone. */
export function dayStart(day: CivilDate, dayOf: (instant: Instant) => CivilDate): Instant {
  let before = msOf(addMs(utcMidnight(day), -FURTHEST_MS))
  let from = before + 2 * FURTHEST_MS
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (dayOf(instantFromMs(middle)) < day) before = middle
    else from = middle
  }
  return instantFromMs(from)
}

/** The stretch that some calendar days cover, the last one included. */
export const stretchOf = (
  from: CivilDate,
  to: CivilDate,
  dayOf: (instant: Instant) => CivilDate,
): Stretch => ({ from: dayStart(from, dayOf), before: dayStart(addCivilDays(to, 1), dayOf) })

/** The months some days lie in, each no further than the days go. */
export function monthsOf(
  from: CivilDate,
  to: CivilDate,
): { month: string; from: CivilDate; to: CivilDate }[] {
  const months = []
  for (let first = monthStart(from); first <= to; first = monthAfter(first, 1)) {
    const last = addCivilDays(monthAfter(first, 1), -1)
    months.push({ month: first.slice(0, 7), from: first < from ? from : first, to: last > to ? to : last })
  }
  return months
}
