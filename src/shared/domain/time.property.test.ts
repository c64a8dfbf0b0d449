import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CivilDate,
  addCivilDays,
  addMs,
  civilDate,
  daysBetween,
  instantFromMs,
  msOf,
  parseCivilDate,
  parseInstant,
} from './time.ts'

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const epochMs = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2200, 0, 1) })

test('CONTRACT CivilDate: a day exists exactly when the calendar has it', () => {
  const anyDay = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33))
  fc.assert(
    fc.property(anyDay, ([year, month, day]) => {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      const length = (DAYS_IN_MONTH[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0)
      const text = [
        String(year).padStart(4, '0'),
        String(month).padStart(2, '0'),
        String(day).padStart(2, '0'),
      ]
      const expected = day >= 1 && day <= length ? text.join('-') : null
      expect(civilDate(year, month, day)).toBe(expected)
      expect(parseCivilDate(text.join('-'))).toBe(expected)
    }),
  )
})

test('CONTRACT Instant: an instant with a day in it is read only when that day exists', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1970, max: 2100 }), fc.nat(14), fc.nat(33), (year, month, day) => {
      const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      expect(parseInstant(`${date}T10:00:00Z`) !== null).toBe(parseCivilDate(date) !== null)
    }),
  )
})

test('CONTRACT Instant: every instant has one spelling, and sorts as text', () => {
  fc.assert(
    fc.property(epochMs, epochMs, (a, b) => {
      const [first, second] = [instantFromMs(a), instantFromMs(b)]
      expect(parseInstant(first)).toBe(first)
      expect(msOf(first)).toBe(a)
      expect(first < second).toBe(a < b)
    }),
  )
})

test('CONTRACT Instant: the zone it was written in does not matter', () => {
  fc.assert(
    fc.property(epochMs, fc.integer({ min: -14 * 60, max: 14 * 60 }), (ms, offset) => {
      const local = instantFromMs(ms + offset * 60_000).slice(0, -1)
      const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
      const zone = `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
      expect(parseInstant(local + zone)).toBe(instantFromMs(ms))
    }),
  )
})

test('CONTRACT Instant: digits beyond the millisecond are cut off, never rounded up', () => {
  const digits = fc.stringMatching(/^[0-9]{1,6}$/)
  fc.assert(
    fc.property(epochMs, digits, (ms, more) => {
      const instant = instantFromMs(ms)
      expect(parseInstant(instant.replace('Z', `${more}Z`))).toBe(instant)
    }),
  )
})

test('B6: adding time and taking it away again comes back to the same instant', () => {
  fc.assert(
    fc.property(epochMs, fc.integer({ min: -1e10, max: 1e10 }), (ms, delta) => {
      expect(addMs(addMs(instantFromMs(ms), delta), -delta)).toBe(instantFromMs(ms))
    }),
  )
})

test('CONTRACT CivilDate: days between two dates lead from one to the other', () => {
  const date = epochMs.map((ms) => instantFromMs(ms).slice(0, 10) as CivilDate)
  fc.assert(
    fc.property(date, date, (from, to) => {
      expect(addCivilDays(from, daysBetween(from, to))).toBe(to)
    }),
  )
})
