import { expect, test } from 'vitest'
import type { Currency } from '#shared/domain/money.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { currenciesShown } from './currencies.ts'
import { PERIODS, daysFault, daysOf } from './period.ts'

const day = (text: string) => text as CivilDate
const TODAY = day('2026-11-24')

test('periods are whole months up to today', () => {
  expect(PERIODS.slice(0, 5).map((period) => daysOf(period, TODAY, null).from)).toEqual([
    '2026-11-01',
    '2026-09-01',
    '2026-06-01',
    '2025-12-01',
    '2026-10-01',
  ])
  expect(daysOf('months12', day('2026-01-31'), null)).toEqual({ from: '2025-02-01', to: '2026-01-31' })
})

test('days of one’s own are taken as they are', () => {
  const chosen = { from: day('2026-03-03'), to: day('2026-03-04') }
  expect(daysOf('custom', TODAY, chosen)).toEqual(chosen)
})

test.each([
  [null, TODAY, 'from missing'],
  [TODAY, null, 'to missing'],
  [day('2026-01-01'), day('2026-11-25'), 'to future'],
  [day('2026-02-02'), day('2026-02-01'), 'from order'],
  [day('1950-01-01'), TODAY, 'from long'],
  [TODAY, TODAY, null],
] as const)('from %s to %s: %s', (from, to, wanted) => {
  const fault = daysFault(from, to, TODAY)
  expect(fault ? `${fault.at} ${fault.what}` : null).toBe(wanted)
})

test('the home currency stands first, the chosen one is never in the menu', () => {
  const all = ['EUR', 'CNY', 'USD', 'JPY', 'GBP'].map((currency, index) => ({
    currency: currency as Currency,
    deals: 9 - index,
  }))
  const { shown, rest } = currenciesShown(all, 'USD' as Currency, 'GBP' as Currency)
  expect(shown.map(({ currency }) => currency)).toEqual(['USD', 'EUR', 'CNY', 'GBP'])
  expect(rest.map(({ currency }) => currency)).toEqual(['JPY'])
})
