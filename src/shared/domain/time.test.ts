import { expect, test } from 'vitest'
import {
  type CivilDate,
  DAY_MS,
  HOUR_MS,
  type Instant,
  addCivilDays,
  addDays,
  addMs,
  civilDate,
  daysBetween,
  instantFromMs,
  msOf,
  parseCivilDate,
  parseInstant,
  quarterStart,
  utcDateOf,
  utcMidnight,
} from './time.ts'

const day = (text: string): CivilDate => text as CivilDate
const at = (text: string): Instant => text as Instant

test.each(['2026-12-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
  'CONTRACT CivilDate: %s is a calendar day',
  (text) => {
    expect(parseCivilDate(text)).toBe(text)
  },
)

test.each([
  ['2026-02-29', 'not a leap year'],
  ['1900-02-29', 'a century that is no leap year'],
  ['2026-02-30', 'never there'],
  ['2026-04-31', 'April has thirty days'],
  ['2026-13-01', 'no thirteenth month'],
  ['2026-00-10', 'months count from one'],
  ['2026-01-00', 'days count from one'],
  ['2026-1-5', 'without leading zeros'],
  ['31/12/2026', 'another spelling'],
  ['2026-12-31T00:00:00Z', 'an instant'],
  [' 2026-12-31', 'white space'],
  ['', 'nothing'],
])('RULEBOOK 6.3: "%s" is no calendar day (%s)', (text) => {
  expect(parseCivilDate(text)).toBeNull()
})

test('RULEBOOK 6.3: a year below 100 is not taken for one of the last century', () => {
  expect(civilDate(26, 3, 2)).toBe('0026-03-02')
})

test.each([
  ['2026-11-22T15:00:00.000Z', '2026-11-22T15:00:00.000Z'],
  ['2026-11-22T15:00:00Z', '2026-11-22T15:00:00.000Z'],
  ['2026-11-22T15:00Z', '2026-11-22T15:00:00.000Z'],
  ['2026-11-22T15:00:00.5Z', '2026-11-22T15:00:00.500Z'],
  ['2026-11-22T16:00:00+01:00', '2026-11-22T15:00:00.000Z'],
  ['2026-11-22T23:30:00-02:00', '2026-11-23T01:30:00.000Z'],
  ['2020-11-02T08:15:30.1234567Z', '2020-11-02T08:15:30.123Z'],
  ['2020-11-02T08:15:30.9999999Z', '2020-11-02T08:15:30.999Z'],
  ['2020-11-02T08:15:30.123456789+00:00', '2020-11-02T08:15:30.123Z'],
  ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
])('CONTRACT Instant: "%s" is read as %s', (text, expected) => {
  expect(parseInstant(text)).toBe(expected)
})

test.each([
  ['2026-11-22T15:00:00', 'no zone'],
  ['2026-11-22', 'only a day'],
  ['2026-11-22 15:00:00Z', 'no T'],
  ['2026-13-22T15:00:00Z', 'no thirteenth month'],
  ['2026-02-29T15:00:00Z', 'not a leap year'],
  ['2026-02-30T15:00:00Z', 'a day that never was'],
  ['2026-04-31T15:00:00+02:00', 'April has thirty days'],
  ['2026-11-22T25:00:00Z', 'no hour 25'],
  ['2026-11-22T15:60:00Z', 'no minute 60'],
  ['2026-11-22T15:00:00.1234567890Z', 'ten fractional digits'],
  ['2026-11-22T15:00:00Z ', 'white space'],
  ['9999-12-31T23:59:59-01:00', 'beyond year 9999, where instants no longer sort as text'],
  ['now', 'a word'],
])('CONTRACT Instant: "%s" is refused (%s)', (text) => {
  expect(parseInstant(text)).toBeNull()
})

test.each([
  ['2026-03-20T09:00:00.000Z', '2026-04-03T09:00:00.000Z', 'summer time begins in Europe'],
  ['2026-10-17T23:30:00.000Z', '2026-10-31T23:30:00.000Z', 'summer time ends in Europe'],
  ['2026-03-01T07:00:00.000Z', '2026-03-15T07:00:00.000Z', 'summer time begins in America'],
  ['2024-02-20T00:00:00.000Z', '2024-03-05T00:00:00.000Z', 'a leap day'],
  ['2026-12-25T12:34:56.789Z', '2027-01-08T12:34:56.789Z', 'a new year'],
])('B6: 14 days after %s is %s, though between them lies: %s', (from, to) => {
  expect(addDays(at(from), 14)).toBe(to)
  expect(msOf(at(to)) - msOf(at(from))).toBe(14 * 24 * 3_600_000)
})

test('B6: an hour and a day are counted in milliseconds', () => {
  expect([HOUR_MS, DAY_MS]).toEqual([3_600_000, 86_400_000])
  expect(addMs(at('2026-03-16T09:00:00.000Z'), -1)).toBe('2026-03-16T08:59:59.999Z')
  expect(instantFromMs(0)).toBe('1970-01-01T00:00:00.000Z')
})

test('RULEBOOK 6.3: a day is exported as midnight UTC and an instant lies on its UTC day', () => {
  expect(utcMidnight(day('2021-02-26'))).toBe('2021-02-26T00:00:00.000Z')
  expect(utcDateOf(at('2021-02-26T23:59:59.999Z'))).toBe('2021-02-26')
})

test.each([
  ['2026-03-28', '2026-03-30', 2],
  ['2026-12-31', '2027-01-01', 1],
  ['2024-02-28', '2024-03-01', 2],
  ['2026-03-02', '2026-03-02', 0],
  ['2026-03-02', '2026-02-27', -3],
])('from %s to %s it is %d days, there and back', (from, to, days) => {
  expect(daysBetween(day(from), day(to))).toBe(days)
  expect(addCivilDays(day(from), days)).toBe(to)
})

test.each([
  ['2026-01-01', '2026-01-01'],
  ['2026-03-31', '2026-01-01'],
  ['2026-04-01', '2026-04-01'],
  ['2026-09-30', '2026-07-01'],
  ['2026-12-31', '2026-10-01'],
])('%s lies in the quarter that began on %s', (date, start) => {
  expect(quarterStart(day(date))).toBe(start)
})
