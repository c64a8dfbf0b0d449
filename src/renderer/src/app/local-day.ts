import { type CivilDate, civilDate } from '#shared/domain/time.ts'

/** The calendar day of a moment where the person is. */
export function localDay(ms: number): CivilDate {
  const date = new Date(ms)
  return civilDate(date.getFullYear(), date.getMonth() + 1, date.getDate())!
}
