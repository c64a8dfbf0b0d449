import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CivilDate, addCivilDays, instantFromMs, msOf } from '#shared/domain/time.ts'
import { day } from '../../../testing/deals.ts'
import { dayAt, momentOf, readMoment, stepped, timeAt, weekAgo } from './moment.ts'

const NOON = new Date('2026-03-02T12:00:00').getTime()

test.each([
  [undefined, false],
  ['', false],
  ['yesterday', false],
  [['2026-03-01T10:00:00.000Z'], false],
  ['2026-02-30T10:00:00Z', false],
  ['2099-01-01T00:00:00Z', false],
  ['2026-03-01T10:00:00Z', true],
])('an address that says %j names a moment: %s', (text, expected) => {
  expect(readMoment(text, NOON) !== null).toBe(expected)
})

test('what an event of this very second wrote is a moment, though the clock of the screen is a little behind', () => {
  expect(readMoment(instantFromMs(NOON + 5_000), NOON)).toBe(instantFromMs(NOON + 5_000))
})

test('a day without a time is over, a time is the whole of its minute, and neither is later than now', () => {
  const at = (text: string) => instantFromMs(new Date(text).getTime())
  expect(momentOf(day('2026-03-01'), null, NOON)).toBe(at('2026-03-01T23:59:59.999'))
  expect(momentOf(day('2026-03-01'), '09:30', NOON)).toBe(at('2026-03-01T09:30:59.999'))
  expect(momentOf(day('2026-03-02'), null, NOON)).toBe(instantFromMs(NOON))
  expect(momentOf(day('2026-03-02'), '18:00', NOON)).toBe(instantFromMs(NOON))
})

test('looking back begins a week ago, or on the first day there was', () => {
  expect(dayAt(weekAgo(NOON, null))).toBe('2026-02-23')
  expect(dayAt(weekAgo(NOON, day('2025-01-01')))).toBe('2026-02-23')
  expect(dayAt(weekAgo(NOON, day('2026-02-27')))).toBe('2026-02-27')
  expect(weekAgo(NOON, day('2026-03-02'))).toBe(instantFromMs(NOON))
})

const moment = fc
  .date({ min: new Date('2016-01-01'), max: new Date('2026-03-01'), noInvalidDate: true })
  .map((date) => momentOf(dayAt(instantFromMs(date.getTime())), '10:15', NOON))

test('a moment is what its day and its time say, and steps lead that many days on and back again', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: -400, max: 400 }), (at, days) => {
      expect(momentOf(dayAt(at), timeAt(at), NOON)).toBe(at)
      const there = stepped(at, days, NOON)
      expect(msOf(there)).toBeLessThanOrEqual(NOON)
      const meant: CivilDate = addCivilDays(dayAt(at), days)
      if (meant > dayAt(instantFromMs(NOON))) expect(there).toBe(instantFromMs(NOON))
      else {
        expect(dayAt(there)).toBe(meant)
        if (there !== instantFromMs(NOON)) expect(stepped(there, -days, NOON)).toBe(at)
      }
    }),
  )
})
