import { DAY_MS, HOUR_MS, type Instant, msOf } from '#shared/domain/time.ts'

/** Time left as one says it: whole days, below one whole hours. `within-the-hour` for less; null once it is over. */
export type TimeLeft =
  { readonly unit: 'days' | 'hours'; readonly count: number } | { readonly unit: 'within-the-hour' }

/**
 * What is left at a moment. A warning comes with the minute's round, a little after its time: up to half an hour short of
 * a full day still counts as that day.
 */
export function timeLeft(now: Instant, until: Instant): TimeLeft | null {
  const ms = msOf(until) - msOf(now)
  if (ms <= 0) return null
  const hours = Math.floor((ms + HOUR_MS / 2) / HOUR_MS)
  if (ms < HOUR_MS || hours === 0) return { unit: 'within-the-hour' }
  const days = Math.floor(hours / (DAY_MS / HOUR_MS))
  return days > 0 ? { unit: 'days', count: days } : { unit: 'hours', count: hours }
}
