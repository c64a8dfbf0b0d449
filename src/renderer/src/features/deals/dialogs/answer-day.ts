import { type CivilDate, type Instant, instantFromMs, msOf } from '#shared/domain/time.ts'
import { localDay } from '../../../app/local-day.ts'

/** When an answer of a day was given: today's is given now, an earlier one at noon, never before it could be. */
export function momentOf(day: CivilDate, earliest: Instant, nowMs: number): Instant | null {
  if (day >= localDay(nowMs)) return null
  return instantFromMs(Math.max(Date.parse(`${day}T12:00:00`), msOf(earliest)))
}

/** Whether an answer can have been given on a day: not before it was asked for, and not later than today. */
export const isAnswerDay = (day: CivilDate | null, earliest: Instant, nowMs: number): day is CivilDate =>
  day !== null && day >= localDay(msOf(earliest)) && day <= localDay(nowMs)
