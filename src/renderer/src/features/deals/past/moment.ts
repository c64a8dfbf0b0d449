import {
  type CivilDate,
  type Instant,
  addCivilDays,
  instantFromMs,
  msOf,
  parseInstant,
} from '#shared/domain/time.ts'
import { localDay } from '../../../app/local-day.ts'

/** What a screen's clock may lag behind the one that wrote an event: its newest one is no moment of the future. */
const LAG_MS = 60_000

/** The moment an address names; null where it names none, or one that has not come yet. */
export function readMoment(text: unknown, nowMs: number): Instant | null {
  const moment = typeof text === 'string' ? parseInstant(text) : null
  return moment !== null && msOf(moment) <= nowMs + LAG_MS ? moment : null
}

/** The calendar day of a moment where the person is. */
export const dayAt = (moment: Instant): CivilDate => localDay(msOf(moment))

/** The time of a moment where the person is, as "09:30". */
export function timeAt(moment: Instant): string {
  const date = new Date(msOf(moment))
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

/**
 * A moment from a day and a time: the end of that minute, so that everything that is told with that time has happened;
 * without a time the end of the day. Never later than now.
 */
export function momentOf(day: CivilDate, time: string | null, nowMs: number): Instant {
  const ms =
    time === null
      ? Date.parse(`${addCivilDays(day, 1)}T00:00:00`) - 1
      : Date.parse(`${day}T${time}:00`) + 60_000 - 1
  return instantFromMs(Math.min(ms, nowMs))
}

/** The same time of the day so many days later; before: negative. Never later than now. */
export const stepped = (moment: Instant, days: number, nowMs: number): Instant =>
  momentOf(addCivilDays(dayAt(moment), days), timeAt(moment), nowMs)

/** Where looking back begins: the end of the day a week ago, or of the first day there was. */
export function weekAgo(nowMs: number, first: CivilDate | null): Instant {
  const today = localDay(nowMs)
  const day = addCivilDays(today, -7)
  const begun = first !== null && first > day ? first : day
  return momentOf(begun < today ? begun : today, null, nowMs)
}
