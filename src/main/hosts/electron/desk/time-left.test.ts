import { expect, test } from 'vitest'
import { type Instant, addMs } from '#shared/domain/time.ts'
import { timeLeft } from './time-left.ts'

const NOW = '2026-11-23T09:00:00.000Z' as Instant
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

test.for<[string, number, string | null]>([
  ['three days', 3 * DAY, '3 days'],
  ['three days but for the minute of the round', 3 * DAY - MINUTE, '3 days'],
  ['two days and a half', 2.5 * DAY, '2 days'],
  ['two days and twenty hours', 2 * DAY + 20 * HOUR, '2 days'],
  ['a day', DAY, '1 days'],
  ['a day less an hour', DAY - HOUR, '23 hours'],
  ['an hour', HOUR, '1 hours'],
  ['59 minutes', 59 * MINUTE, 'soon'],
  ['a moment', 1, 'soon'],
  ['nothing', 0, null],
  ['less than nothing', -DAY, null],
])('%s', ([, ms, said]) => {
  const left = timeLeft(NOW, addMs(NOW, ms))
  expect(left && (left.unit === 'within-the-hour' ? 'soon' : `${left.count} ${left.unit}`)).toBe(said)
})
