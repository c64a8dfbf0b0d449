import { expect, test } from 'vitest'
import { deadlineOf, dealSolution, hasRunOut } from './parties.ts'
import { NOW, SOLUTION, at, factsFor, profile } from './testing/facts.ts'

// From, days, until: summer time begins in Europe on 2026-03-29.
test.each([
  ['2026-03-02T09:00:00.000Z', 14, '2026-03-16T09:00:00.000Z'],
  ['2026-03-20T23:30:00.000Z', 14, '2026-04-03T23:30:00.000Z'],
  ['2026-03-02T09:00:00.123Z', 1, '2026-03-03T09:00:00.123Z'],
  ['2026-12-31T00:00:00.000Z', 365, '2027-12-31T00:00:00.000Z'],
])('B6: an invitation of %s, to be answered for %d days, runs out at %s', (from, invitationDays, until) => {
  expect(deadlineOf(at(from), factsFor(null, profile({ invitationDays })))).toBe(until)
})

test('B6: a clock has run out exactly from its deadline on, and where there is none it never has', () => {
  const clock = { expiresAt: NOW }
  expect(hasRunOut(clock, at('2026-03-02T08:59:59.999Z'))).toBe(false)
  expect(hasRunOut(clock, NOW)).toBe(true)
  expect(hasRunOut({ expiresAt: null }, at('2099-01-01T00:00:00.000Z'))).toBe(false)
})

test('6.5: a solution keeps the price, quantity and currency it came with', () => {
  const { id } = SOLUTION.microsoft
  const priced = { id, price: '1.5', quantity: '2', currency: 'EUR' }
  expect(dealSolution(priced)).toEqual(priced)
  expect(dealSolution({ id })).toEqual({ id, price: null, quantity: null, currency: null })
})
