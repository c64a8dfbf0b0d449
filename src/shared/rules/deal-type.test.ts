import { expect, test } from 'vitest'
import type { Deal } from '#shared/domain/deal.ts'
import { dealTypeOf, familyOf } from './deal-type.ts'
import { answer, create, createCoSell, invite, inviteMicrosoft, invitePartner } from './testing/commands.ts'
import {
  acceptedDeal,
  act,
  assessmentDeal,
  coSellDeal,
  partnerDeal,
  partyOf,
  privateDeal,
  receivedDeal,
  swept,
} from './testing/deals.ts'
import { CONTACT, NOW, PARTNER, at } from './testing/facts.ts'

const ROWS: readonly [string, string, () => Deal][] = [
  ['5.1 row 1: an assessment', 'solution-assessment', assessmentDeal],
  ['5.1 row 2: Microsoft invited at creation', 'co-sell', coSellDeal],
  ['5.1 row 2: a deal Microsoft sent', 'co-sell', () => receivedDeal('microsoft')],
  [
    '5.1 row 2: Microsoft and partners invited',
    'co-sell',
    () => act(null, createCoSell({ partners: [invite()] })),
  ],
  ['5.1 row 3: a partner invited at creation', 'partner-to-partner', partnerDeal],
  ['5.1 row 3: a deal a partner sent', 'partner-to-partner', () => receivedDeal('partner')],
  ['5.1 row 4: nobody else', 'private', privateDeal],
  [
    '5.1 row 4: a contact and a consent alone',
    'private',
    () => act(null, create({ contact: CONTACT, consent: true })),
  ],
  ['D8: a private deal that asked Microsoft later', 'co-sell', () => act(privateDeal(), inviteMicrosoft())],
  [
    'D8: a private deal that asked a partner later',
    'partner-to-partner',
    () => act(privateDeal(), invitePartner()),
  ],
  ['D8: a partner deal that asked Microsoft later', 'co-sell', () => act(partnerDeal(), inviteMicrosoft())],
  [
    'P3: a co-sell deal Microsoft declined',
    'co-sell',
    () => act(coSellDeal(), answer(partyOf(coSellDeal()), 'declined')),
  ],
  [
    'P4: a co-sell deal whose invitation expired',
    'co-sell',
    () => swept(coSellDeal(), at('2026-03-16T09:00:00.000Z')),
  ],
  [
    'P3: a partner deal the partner declined',
    'partner-to-partner',
    () => act(partnerDeal(), answer(partyOf(partnerDeal()), 'declined')),
  ],
  ['D3: an accepted deal from Microsoft', 'co-sell', () => acceptedDeal('microsoft')],
]

test.each(ROWS)('%s is of type %s (B1)', (_row, type, deal) => {
  expect(dealTypeOf(deal()).type).toBe(type)
})

test('B1: the type comes with the fact behind it', () => {
  const microsoft = { because: 'microsoft-party', organization: 'Microsoft', at: NOW }
  const partner = { because: 'partner-party', organization: 'nordwind GmbH', at: NOW }
  expect(dealTypeOf(coSellDeal())).toEqual({ type: 'co-sell', ...microsoft })
  expect(dealTypeOf(partnerDeal())).toEqual({ type: 'partner-to-partner', ...partner })
  expect(dealTypeOf(assessmentDeal())).toEqual({
    type: 'solution-assessment',
    because: 'assessment-chosen',
    organization: null,
    at: null,
  })
  expect(dealTypeOf(privateDeal())).toEqual({
    type: 'private',
    because: 'nobody-else',
    organization: null,
    at: null,
  })
})

test('B1: of several partners the first one made the deal what it is', () => {
  const later = at('2026-03-05T09:00:00.000Z')
  const deal = act(partnerDeal(), invitePartner(PARTNER.southgate), later)
  expect(dealTypeOf(deal)).toMatchObject({ organization: 'nordwind GmbH', at: NOW })
})

test('4.2: only an assessment climbs the assessment ladder', () => {
  expect(familyOf(assessmentDeal())).toBe('assessment')
  expect([coSellDeal(), partnerDeal(), privateDeal(), receivedDeal()].map(familyOf)).toEqual([
    'standard',
    'standard',
    'standard',
    'standard',
  ])
})
