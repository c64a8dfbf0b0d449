import fc from 'fast-check'
import { test } from 'vitest'
import type { Currency } from '../../domain/money.ts'
import { type CivilDate, addCivilDays } from '../../domain/time.ts'
import { type DealFacts, likeness, sketchOf } from './likeness.ts'
import { slipsBetween } from './typo.ts'

const name = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('Contoso Ltd', '云帆 二期', 'A 1'),
)
const facts: fc.Arbitrary<DealFacts> = fc.record({
  name,
  customer: fc.option(
    fc.record({
      name,
      country: fc.constantFrom('NL', 'CN'),
      duns: fc.option(fc.constantFrom('000000001', '2')),
    }),
  ),
  crmId: fc.option(fc.constantFrom('CRM-1', 'crm 1', 'tbd')),
  value: fc.option(
    fc.record({ amount: fc.integer({ min: 1, max: 9_999 }), currency: fc.constant('EUR' as Currency) }),
  ),
  closeDate: fc.option(
    fc.integer({ min: 0, max: 400 }).map((days) => addCivilDays('2027-01-01' as CivilDate, days)),
  ),
})

test('which of two deals is asked about makes no difference', () => {
  fc.assert(
    fc.property(facts, facts, (a, b) => {
      const there = likeness(sketchOf(a), sketchOf(b))
      const back = likeness(sketchOf(b), sketchOf(a))
      return JSON.stringify(there) === JSON.stringify(back)
    }),
  )
})

test('slips between two texts: none to itself, the same both ways, never more than letters', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const slips = slipsBetween(a, b, 99)
      const most = Math.max(a.length, b.length)
      return slips === slipsBetween(b, a, 99) && slips <= most && (slips === 0) === (a.join() === b.join())
    }),
  )
})
