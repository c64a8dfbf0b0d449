import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, addMs, msOf } from '#shared/domain/time.ts'
import { answer, create, inviteMicrosoft, invitePartner } from '../testing/commands.ts'
import { act, codesOf, coSellDeal, partyOf, privateDeal } from '../testing/deals.ts'
import { CONTACT, NOBODY, NOW, PARTNER, profile } from '../testing/facts.ts'

test('B6: every party has a clock of its own, whole days of 24 hours from its invitation', () => {
  const days = fc.integer({ min: 1, max: 365 })
  fc.assert(
    fc.property(days, days, fc.integer({ min: 0, max: 400 * DAY_MS }), (first, second, ms) => {
      const later = addMs(NOW, ms)
      const one = act(privateDeal(), invitePartner(PARTNER.nordwind), NOW, profile({ invitationDays: first }))
      const two = act(one, inviteMicrosoft(), later, profile({ invitationDays: second }))
      const lengths = two.parties.map((party) => msOf(party.expiresAt!) - msOf(party.invitedAt))
      expect(lengths).toEqual([first * 86_400_000, second * 86_400_000])
      expect(partyOf(two, 0)).toEqual(partyOf(one, 0))
    }),
  )
})

test('B8: Microsoft is invited exactly when contact and consent are there, on the deal or in the form', () => {
  const contact = fc.constantFrom(null, NOBODY, CONTACT)
  fc.assert(
    fc.property(contact, fc.boolean(), contact, fc.boolean(), (before, given, now, giving) => {
      const deal = act(null, create({ contact: before, consent: given }))
      const codes = codesOf(deal, inviteMicrosoft({ contact: now, consent: giving }))
      expect(codes).toEqual([
        ...(before === CONTACT || now === CONTACT ? [] : ['CONTACT_REQUIRED']),
        ...(given || giving ? [] : ['CONSENT_REQUIRED']),
      ])
    }),
  )
})

test('P2 to P5: any row of answers leads along pending, accepted, won or lost and never back', () => {
  const answers = fc.array(fc.constantFrom('accepted' as const, 'declined', 'won', 'lost'), { maxLength: 6 })
  const after = {
    pending: ['accepted', 'declined'],
    accepted: ['won', 'lost'],
    declined: [],
    expired: [],
    won: [],
    lost: [],
  }
  fc.assert(
    fc.property(answers, (given) => {
      let deal = coSellDeal()
      for (const next of given) {
        const { status } = partyOf(deal)
        const possible = (after[status] as string[]).includes(next)
        expect(codesOf(deal, answer(partyOf(deal), next)).length === 0).toBe(possible)
        if (possible) deal = act(deal, answer(partyOf(deal), next))
      }
      expect(deal.status).toBe('accepted')
    }),
  )
})
