import { expect, test } from 'vitest'
import { dayStart, defaultFrom, monthAfter, monthsOf } from './report-period.ts'
import { type CivilDate, type Instant, utcDateOf } from './time.ts'

const day = (text: string) => text as CivilDate

test('months run over the turn of the year, both ways', () => {
  expect(monthAfter(day('2026-11-22'), 2)).toBe('2027-01-01')
  expect(monthAfter(day('2026-01-31'), -1)).toBe('2025-12-01')
  expect(defaultFrom(day('2026-01-31'))).toBe('2025-11-01')
})

test('months of some days begin and end with them', () => {
  expect(monthsOf(day('2026-11-22'), day('2027-01-03'))).toEqual([
    { month: '2026-11', from: '2026-11-22', to: '2026-11-30' },
    { month: '2026-12', from: '2026-12-01', to: '2026-12-31' },
    { month: '2027-01', from: '2027-01-01', to: '2027-01-03' },
  ])
})

const dayIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  return (instant: Instant) => format.format(new Date(instant)) as CivilDate
}

test('a day begins at midnight of its zone, also where clocks go forward at midnight or a day is left out', () => {
  expect(dayStart(day('2026-11-22'), utcDateOf)).toBe('2026-11-22T00:00:00.000Z')
  expect(dayStart(day('2026-11-22'), dayIn('Asia/Kolkata'))).toBe('2026-11-21T18:30:00.000Z')
  expect(dayStart(day('2026-11-22'), dayIn('Pacific/Kiritimati'))).toBe('2026-11-21T10:00:00.000Z')
  expect(dayStart(day('2026-11-22'), dayIn('Pacific/Pago_Pago'))).toBe('2026-11-22T11:00:00.000Z')
  expect(dayStart(day('2018-11-04'), dayIn('America/Sao_Paulo'))).toBe('2018-11-04T03:00:00.000Z')
  expect(dayStart(day('2011-12-30'), dayIn('Pacific/Apia'))).toBe('2011-12-30T10:00:00.000Z')
})
