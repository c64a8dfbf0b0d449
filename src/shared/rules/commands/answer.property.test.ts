import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REASONS } from '#shared/domain/deal.ts'
import { addMs, DAY_MS } from '#shared/domain/time.ts'
import { accept, decline, lose } from '../testing/commands.ts'
import { act, codesOf, privateDeal, receivedDeal } from '../testing/deals.ts'
import { NOW, eur } from '../testing/facts.ts'

const reason = fc.option(fc.constantFrom(...REASONS), { nil: null })
const notes = fc.option(fc.oneof(fc.string(), fc.stringMatching(/^\s*$/)), { nil: null })

test('B4: declining and losing ask for the same, a reason, and words with "other"', () => {
  fc.assert(
    fc.property(reason, notes, (why, words) => {
      const wordless = !words || words.trim() === ''
      const expected =
        why === null ? ['REASON_REQUIRED'] : why === 'other' && wordless ? ['NOTES_REQUIRED'] : []
      expect(codesOf(receivedDeal(), decline({ reason: why, notes: words }))).toEqual(expected)
      expect(codesOf(privateDeal(), lose({ reason: why, notes: words }))).toEqual(expected)
    }),
  )
})

test('D3 and D4: a deal is answered once, whichever way and whenever before its deadline', () => {
  const answers = [accept(), decline()]
  const answer = fc.constantFrom(...answers)
  fc.assert(
    fc.property(answer, fc.integer({ min: 0, max: 14 * DAY_MS - 1 }), answer, (first, ms, second) => {
      const now = addMs(NOW, ms)
      const answered = act(receivedDeal(), first, now)
      expect(codesOf(answered, second, now)).toEqual([
        first === answers[0] ? 'NOT_RECEIVED' : 'DEAL_TERMINAL',
      ])
    }),
  )
})

test('D3: accepting keeps the parties, the customer and the solutions, and takes the value asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (amount) => {
      const before = receivedDeal()
      const after = act(before, accept({ value: eur(amount) }))
      expect(after.value).toEqual(eur(amount))
      expect([after.parties, after.customer, after.solutions]).toEqual([
        before.parties,
        before.customer,
        before.solutions,
      ])
    }),
  )
})
