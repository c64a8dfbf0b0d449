import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountedSum, type Rate, convertSums, leastPerCurrency, rateOn } from './conversion.ts'
import type { Currency } from './money.ts'
import type { CivilDate } from './time.ts'

const EUR = 'EUR' as Currency
const day = (text: string) => text as CivilDate
const rate = (currency: string, perHome: number, asOf: string): Rate => ({
  currency: currency as Currency,
  perHome,
  asOf: day(asOf),
})
const sum = (currency: string, amount: number, deals = 1): CountedSum => ({
  currency: currency as Currency,
  amount,
  deals,
})
const RATES = [rate('USD', 1.25, '2026-11-01'), rate('USD', 2, '2026-12-01'), rate('JPY', 160, '2026-10-01')]

test('the rate of a day is the newest one not after it', () => {
  const usd = (on: string) => rateOn(RATES, 'USD' as Currency, day(on))?.perHome ?? null
  expect([usd('2026-10-31'), usd('2026-11-01'), usd('2026-11-30'), usd('2026-12-01')]).toEqual([
    null,
    1.25,
    1.25,
    2,
  ])
})

test('minor units of both currencies are respected, and the oldest rate dates the sum', () => {
  const sums = [sum('EUR', 10_000), sum('USD', 12_500), sum('JPY', 16_000)]
  expect(convertSums(sums, EUR, RATES, day('2026-11-15'))).toEqual({
    money: { amount: 10_000 + 10_000 + 10_000, currency: 'EUR' },
    asOf: '2026-10-01',
    unpriced: 0,
  })
})

test('deals without a rate are counted, not priced', () => {
  expect(
    convertSums([sum('EUR', 5), sum('NOK', 99, 3), sum('SEK', 1, 2)], EUR, RATES, day('2026-11-15')),
  ).toEqual({ money: { amount: 5, currency: 'EUR' }, asOf: null, unpriced: 5 })
})

test('RULEBOOK 10: nothing is lost or doubled: each deal is either priced or counted', () => {
  const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'NOK', 'KWD')
  const sums = fc.array(
    fc.record({ currency, amount: fc.integer({ min: 0, max: 1e12 }), deals: fc.integer({ min: 1, max: 9 }) }),
  )
  fc.assert(
    fc.property(sums, (drawn) => {
      const counted = drawn.map(({ currency, amount, deals }) => sum(currency, amount, deals))
      const on = day('2026-11-15')
      const whole = convertSums(counted, EUR, RATES, on)
      const parts = counted.map((one) => convertSums([one], EUR, RATES, on))
      const total = parts.reduce((so, { money }) => so + money.amount, 0)
      expect(Math.abs(whole.money.amount - total)).toBeLessThanOrEqual(counted.length)
      expect(whole.unpriced).toBe(parts.reduce((so, { unpriced }) => so + unpriced, 0))
    }),
  )
})

test('an amount at home is a least amount of every currency with a rate, in its own minor units', () => {
  const rates = [...RATES, rate('KWD', 0.334, '2026-10-01'), rate('EUR', 3, '2026-10-01')]
  expect(leastPerCurrency(100_000, EUR, rates, day('2026-11-15'))).toEqual([
    { currency: 'EUR', amount: 100_000 },
    { currency: 'USD', amount: 125_000 },
    { currency: 'JPY', amount: 160_000 },
    { currency: 'KWD', amount: 334_000 },
  ])
  expect(leastPerCurrency(1, EUR, RATES, day('2026-09-01'))).toEqual([{ currency: 'EUR', amount: 1 }])
  // More digits than a double holds for sure.
  const many = leastPerCurrency(8_152_876_478, EUR, [rate('KWD', 175.718, '2026-11-01')], day('2026-11-15'))
  expect(many[1]!.amount).toBe(14_326_071_489_613)
})

test('RULEBOOK 10: the least amount is the smallest one that is worth what is asked, by whole-number arithmetic', () => {
  const drawn = fc.record({
    least: fc.integer({ min: 0, max: 1e10 }),
    thousandths: fc.integer({ min: 1, max: 200_000 }),
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
  })
  fc.assert(
    fc.property(drawn, ({ least, thousandths, currency }) => {
      const rates = [rate(currency, thousandths / 1000, '2026-11-01')]
      const found = leastPerCurrency(least, EUR, rates, day('2026-11-15'))[1]!.amount
      const digits = { USD: 2, JPY: 0, KWD: 3 }[currency]
      // amount / 10^digits / rate >= least / 100, with both sides multiplied until they are whole.
      const isWorth = (amount: number) =>
        BigInt(amount) * 100_000n >= BigInt(least) * BigInt(thousandths) * 10n ** BigInt(digits)
      expect([isWorth(found), isWorth(found - 1)]).toEqual([true, false])
    }),
  )
})
