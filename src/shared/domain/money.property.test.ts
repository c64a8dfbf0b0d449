import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Currency, decimalText, parseMoney, weighted } from './money.ts'

const DIGITS = { JPY: 0, EUR: 2, HUF: 2, KWD: 3 } as const
const currency = fc.constantFrom(...(Object.keys(DIGITS) as (keyof typeof DIGITS)[]))
const amount = fc.maxSafeInteger()

test('RULEBOOK 6.3: every amount survives its decimal text in currencies of 0, 2 and 3 decimals', () => {
  fc.assert(
    fc.property(amount, currency, (units, code) => {
      const money = { amount: units, currency: code as string as Currency }
      expect(parseMoney(decimalText(money), money.currency)).toEqual(money)
    }),
  )
})

test('RULEBOOK 6.3: the decimal text is the exact number, whatever its size', () => {
  fc.assert(
    fc.property(amount, currency, (units, code) => {
      const text = decimalText({ amount: units, currency: code as string as Currency })
      expect(BigInt(text.replace('.', ''))).toBe(BigInt(units))
      expect(text.split('.')[1]?.length ?? 0).toBe(DIGITS[code])
    }),
  )
})

test('RULEBOOK 6.3: whatever is read is within 2^53, and what lies beyond is refused', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }), (units) => {
      const safe = units > -(2n ** 53n) && units < 2n ** 53n
      expect(parseMoney(String(units), 'JPY' as Currency)?.amount ?? null).toBe(safe ? Number(units) : null)
    }),
  )
})

test('RULEBOOK 4.1: a weighted amount is the exact share to the nearest unit, without float drift', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.constantFrom(10, 20, 40, 60, 80, 100), (units, percent) => {
      const exact = (BigInt(units) * BigInt(percent) + 50n) / 100n
      expect(BigInt(weighted(units, percent))).toBe(exact)
    }),
  )
})
