import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Deal, PARTY_STATUSES, type Party } from '#shared/domain/deal.ts'
import { dealTypeOf } from './deal-type.ts'
import { assessmentDeal, coSellDeal, partnerDeal, partyOf } from './testing/deals.ts'
import { story } from './testing/stories.ts'

const party = fc
  .record({
    kind: fc.constantFrom('microsoft' as const, 'partner' as const),
    status: fc.constantFrom(...PARTY_STATUSES),
  })
  .map((over): Party => ({ ...partyOf(coSellDeal()), ...over }))

test('5.1: the type follows from the assessment and the parties alone, whatever became of them', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(party, { maxLength: 4 }), (assessed, parties) => {
      const assessment: Deal['assessment'] = assessed ? assessmentDeal().assessment : null
      const microsoft = parties.some(({ kind }) => kind === 'microsoft')
      const others = microsoft ? 'co-sell' : parties.length > 0 ? 'partner-to-partner' : 'private'
      expect(dealTypeOf({ assessment, parties }).type).toBe(assessed ? 'solution-assessment' : others)
    }),
  )
})

test('B1: the type of a deal never goes back, and only an assessment is one', () => {
  const rank = ['private', 'partner-to-partner', 'co-sell', 'solution-assessment']
  fc.assert(
    fc.property(fc.array(fc.nat(997), { maxLength: 120 }), (choices) => {
      for (const { before, after } of story(choices).steps) {
        const [was, is] = [dealTypeOf(before).type, dealTypeOf(after).type]
        expect(rank.indexOf(is)).toBeGreaterThanOrEqual(rank.indexOf(was))
        expect(is === 'solution-assessment').toBe(was === 'solution-assessment')
      }
    }),
  )
})

test('B1: the party named as the reason is one of the deal', () => {
  const { organization, invitedAt } = partyOf(partnerDeal())
  fc.assert(
    fc.property(fc.array(party, { minLength: 1, maxLength: 4 }), (parties) => {
      const verdict = dealTypeOf({ assessment: null, parties })
      expect(parties.map((each) => each.organization)).toContain(verdict.organization)
      expect(dealTypeOf({ assessment: null, parties: [partyOf(partnerDeal())] })).toMatchObject({
        organization,
        at: invitedAt,
      })
    }),
  )
})
