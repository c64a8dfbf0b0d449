import { expect, test } from 'vitest'
import fc from 'fast-check'
import { CLOSE_PERIODS, closeRange } from './close-period.ts'
import { type CivilDate, addCivilDays, quarterStart } from './time.ts'

const day = (text: string) => text as CivilDate

test.each([
  ['overdue', '2026-11-23', null, '2026-11-22'],
  ['this-month', '2026-11-23', '2026-11-01', '2026-11-30'],
  ['this-month', '2028-02-01', '2028-02-01', '2028-02-29'],
  ['this-month', '2026-12-31', '2026-12-01', '2026-12-31'],
  ['this-quarter', '2026-11-23', '2026-10-01', '2026-12-31'],
  ['next-quarter', '2026-11-23', '2027-01-01', '2027-03-31'],
  ['next-quarter', '2026-01-01', '2026-04-01', '2026-06-30'],
] as const)('%s on %s is %s to %s', (period, today, from, to) => {
  expect(closeRange(period, day(today))).toEqual({ from, to })
})

test('on any day: the month lies in the quarter, the next quarter begins the day after this one ends', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addCivilDays(day('2000-01-01'), count))
  fc.assert(
    fc.property(days, (today) => {
      const [overdue, month, quarter, next] = CLOSE_PERIODS.map((period) => closeRange(period, today))
      expect(addCivilDays(overdue!.to!, 1)).toBe(today)
      expect(month!.from! <= today && today <= month!.to!).toBe(true)
      expect(quarter!.from! <= month!.from! && month!.to! <= quarter!.to!).toBe(true)
      expect(next!.from).toBe(addCivilDays(quarter!.to!, 1))
      expect(quarterStart(next!.to!)).toBe(next!.from)
    }),
  )
})
