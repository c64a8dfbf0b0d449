/**
 * Time in two shapes that never mix: an instant (UTC, to the millisecond) for clocks and deadlines, and a
 * civil date for what people agree on ("closes on 18 December"). Both sort as text.
 * Nothing here reads a clock.
 */
declare const brand: unique symbol

/** UTC instant as "2026-11-22T15:00:00.000Z". */
export type Instant = string & { readonly [brand]: 'instant' }

/** Calendar day as "2026-12-31", without a zone. */
export type CivilDate = string & { readonly [brand]: 'civil-date' }

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** The instant at so many milliseconds after 1970-01-01T00:00Z. */
export const instantFromMs = (epochMs: number): Instant => new Date(epochMs).toISOString() as Instant

/** Milliseconds since 1970-01-01T00:00Z. */
export const msOf = (instant: Instant): number => Date.parse(instant)

/**
 * Reads any ISO instant with a zone and gives it in our one spelling; null when it is not one. The day is checked
 * here: the runtime takes 30 February for 2 March. Years beyond 9999 would no longer sort as text.
 */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null
  if (!parseCivilDate(text.slice(0, 10))) return null
  const epochMs = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'))
  if (Number.isNaN(epochMs)) return null
  const instant = instantFromMs(epochMs)
  return /^\d/.test(instant) ? instant : null
}

/** Adds elapsed time. Days are 24 hours: deadlines do not move with daylight saving (RULEBOOK B6). */
export const addMs = (instant: Instant, ms: number): Instant => instantFromMs(msOf(instant) + ms)

/** Adds days of exactly 24 hours (RULEBOOK B6). */
export const addDays = (instant: Instant, days: number): Instant => addMs(instant, days * DAY_MS)

/** Builds a civil date; null when the day does not exist. Month counts from 1. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  date.setUTCFullYear(year)
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? (date.toISOString().slice(0, 10) as CivilDate) : null
}

/** Reads "2026-12-31"; null when it is not a real calendar day. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** The UTC calendar day of an instant. */
export const utcDateOf = (instant: Instant): CivilDate => instant.slice(0, 10) as CivilDate

/** Midnight UTC at the start of a civil date: how exchange files spell a day. */
export const utcMidnight = (date: CivilDate): Instant => `${date}T00:00:00.000Z` as Instant

/** Whole days from one civil date to another; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** A civil date so many days later. */
export const addCivilDays = (date: CivilDate, days: number): CivilDate =>
  utcDateOf(instantFromMs(Date.parse(date) + days * DAY_MS))

/** First day of the quarter a date lies in. */
export function quarterStart(date: CivilDate): CivilDate {
  const month = Number(date.slice(5, 7))
  const first = Math.floor((month - 1) / 3) * 3 + 1
  return `${date.slice(0, 4)}-${String(first).padStart(2, '0')}-01` as CivilDate
}

/** First day of the month a date lies in. */
export const monthStart = (date: CivilDate): CivilDate => `${date.slice(0, 7)}-01` as CivilDate
