import { expect, test } from 'vitest'
import type { Deal } from '#shared/domain/deal.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { RefusalCode } from '#shared/errors.ts'
import { dealTypeOf } from './deal-type.ts'
import {
  answer,
  create,
  createCoSell,
  invite,
  inviteMicrosoft,
  invitePartner,
  lose,
} from './testing/commands.ts'
import {
  acceptedDeal,
  act,
  assessmentDeal,
  coSellDeal,
  codesOf,
  declinedDeal,
  expiredDeal,
  lostDeal,
  partnerDeal,
  partyOf,
  privateDeal,
  receivedDeal,
  refusalsOf,
  swept,
  wonDeal,
} from './testing/deals.ts'
import { NOW, PARTNER, at, profile } from './testing/facts.ts'

const DEADLINE = at('2026-03-16T09:00:00.000Z')
const microsoft = inviteMicrosoft()
const nordwind = invitePartner(PARTNER.nordwind)
const southgate = invitePartner(PARTNER.southgate)

const answered = (deal: Deal, given: 'accepted' | 'declined'): Deal => act(deal, answer(partyOf(deal), given))

// RULEBOOK 5.2, the allowed rows: the type the deal is then of, the deal, who is invited.
test.each([
  ['private (own) + Microsoft', 'co-sell', privateDeal, microsoft],
  ['private (own) + partner', 'partner-to-partner', privateDeal, nordwind],
  ['co-sell we initiated + other partners', 'co-sell', coSellDeal, nordwind],
  ['P2P without Microsoft (own) + Microsoft', 'co-sell', partnerDeal, microsoft],
  ['P2P without Microsoft (own) + other partners', 'partner-to-partner', partnerDeal, southgate],
] as const)('5.2 %s: allowed, the deal is then %s', (_row, type, deal, command) => {
  const before = deal()
  const after = act(before, command)
  expect(dealTypeOf(after).type).toBe(type)
  expect(after.parties).toHaveLength(before.parties.length + 1)
  expect(after.parties.slice(0, -1)).toEqual(before.parties)
  expect(partyOf(after, before.parties.length).status).toBe('pending')
})

test('5.2 private (own) + Microsoft + partners: allowed together at creation, co-sell with partners', () => {
  const deal = act(null, createCoSell({ partners: [invite(), invite(PARTNER.southgate)] }))
  expect(dealTypeOf(deal).type).toBe('co-sell')
  expect(deal.parties.map(({ organization }) => organization)).toEqual([
    'Microsoft',
    'nordwind GmbH',
    'southgate GmbH',
  ])
})

// The refused rows: the deal, who is invited, every code against it.
const REFUSED: readonly [string, () => Deal, typeof microsoft | typeof nordwind, readonly RefusalCode[]][] = [
  [
    'co-sell, inbound tab + partners',
    () => acceptedDeal('microsoft'),
    nordwind,
    ['INBOUND_CANNOT_INVITE_PARTNER'],
  ],
  ['co-sell (own) + Microsoft again', coSellDeal, microsoft, ['MICROSOFT_ALREADY_INVITED']],
  [
    'co-sell, inbound tab + Microsoft',
    () => acceptedDeal('microsoft'),
    microsoft,
    ['MICROSOFT_ALREADY_INVITED'],
  ],
  [
    'co-sell + Microsoft after it declined',
    () => answered(coSellDeal(), 'declined'),
    microsoft,
    ['MICROSOFT_ALREADY_INVITED'],
  ],
  [
    'co-sell + Microsoft after its invitation expired',
    () => swept(coSellDeal(), DEADLINE),
    microsoft,
    ['MICROSOFT_ALREADY_INVITED'],
  ],
  ['P2P inbound + partners', () => acceptedDeal('partner'), nordwind, ['INBOUND_CANNOT_INVITE_PARTNER']],
  [
    'P2P inbound without Microsoft + Microsoft',
    () => acceptedDeal('partner'),
    microsoft,
    ['INBOUND_CANNOT_INVITE_MICROSOFT'],
  ],
  ['SA + Microsoft', assessmentDeal, microsoft, ['SA_NO_INVITATIONS']],
  ['SA + partners', assessmentDeal, nordwind, ['SA_NO_INVITATIONS']],
  [
    'received from Microsoft + Microsoft',
    () => receivedDeal('microsoft'),
    microsoft,
    ['NOT_ACTIVE', 'MICROSOFT_ALREADY_INVITED'],
  ],
  [
    'received from Microsoft + partners',
    () => receivedDeal('microsoft'),
    nordwind,
    ['NOT_ACTIVE', 'INBOUND_CANNOT_INVITE_PARTNER'],
  ],
  [
    'received from a partner + Microsoft',
    () => receivedDeal('partner'),
    microsoft,
    ['NOT_ACTIVE', 'INBOUND_CANNOT_INVITE_MICROSOFT'],
  ],
  ['won + Microsoft', wonDeal, microsoft, ['DEAL_TERMINAL']],
  ['lost + partners', lostDeal, nordwind, ['DEAL_TERMINAL']],
  ['declined + partners', declinedDeal, nordwind, ['DEAL_TERMINAL']],
  ['expired + Microsoft', expiredDeal, microsoft, ['DEAL_TERMINAL']],
  ['SA that is closed + Microsoft', () => act(assessmentDeal(), lose()), microsoft, ['DEAL_TERMINAL']],
  ['same partner while pending', partnerDeal, nordwind, ['PARTNER_ALREADY_INVITED']],
  [
    'same partner after it accepted',
    () => answered(partnerDeal(), 'accepted'),
    nordwind,
    ['PARTNER_ALREADY_INVITED'],
  ],
  ['our own company', privateDeal, invitePartner(PARTNER.self), ['PARTNER_IS_SELF']],
]
test.each(REFUSED)('5.2 %s: refused', (_row, deal, command, codes) => {
  expect(codesOf(deal(), command)).toEqual(codes)
})

test('B9: an inbound deal invites neither partners nor Microsoft, at any stage', () => {
  const moved = act(acceptedDeal('partner'), { kind: 'mark-stage', stage: 'negotiated' })
  expect(codesOf(moved, nordwind)).toEqual(['INBOUND_CANNOT_INVITE_PARTNER'])
  expect(codesOf(moved, microsoft)).toEqual(['INBOUND_CANNOT_INVITE_MICROSOFT'])
})

test('5.2 Microsoft, contact and consent missing: both are named until filled (B8)', () => {
  const bare = inviteMicrosoft({ contact: null, consent: false })
  expect(codesOf(privateDeal(), bare)).toEqual(['CONTACT_REQUIRED', 'CONSENT_REQUIRED'])
})

test('5.2 co-sell + Microsoft again: the refusal says when it was asked and points to a copy', () => {
  expect(refusalsOf(coSellDeal(), microsoft)).toEqual([
    { code: 'MICROSOFT_ALREADY_INVITED', params: { status: 'pending', at: NOW }, fix: { action: 'copy' } },
  ])
})

// Same partner after decline or expiry: a new party record with a clock of its own.
const AGAIN: readonly [string, () => Deal, Instant][] = [
  ['declined', () => answered(partnerDeal(), 'declined'), at('2026-03-03T10:00:00.000Z')],
  ['expired', () => swept(partnerDeal(), DEADLINE), at('2026-03-17T10:00:00.000Z')],
  ['run out but not swept yet', partnerDeal, DEADLINE],
]
test.each(AGAIN)('5.2 same partner after its invitation is %s: invited again', (_status, deal, now) => {
  const after = act(deal(), nordwind, now)
  expect(after.parties).toHaveLength(2)
  expect(partyOf(after, 1)).toMatchObject({ status: 'pending', invitedAt: now })
  expect(partyOf(after, 1).id).not.toBe(partyOf(after, 0).id)
})

test('5.2 same partner: the refusal names it and its field', () => {
  expect(refusalsOf(partnerDeal(), nordwind)).toEqual([
    {
      code: 'PARTNER_ALREADY_INVITED',
      params: { partner: 'nordwind GmbH' },
      fix: { step: 'partners', field: 'invite.partnerId' },
    },
  ])
})

test('5.2 same partner: one millisecond before its deadline it is still invited', () => {
  expect(codesOf(partnerDeal(), nordwind, at('2026-03-16T08:59:59.999Z'))).toEqual([
    'PARTNER_ALREADY_INVITED',
  ])
})

test('5.2 same partner twice in one creation: refused at the second one', () => {
  const command = create({ partners: [invite(), invite(PARTNER.southgate), invite()] })
  expect(refusalsOf(null, command)).toEqual([
    {
      code: 'PARTNER_ALREADY_INVITED',
      params: { partner: 'nordwind GmbH' },
      fix: { step: 'partners', field: 'partners.2.partnerId' },
    },
  ])
})

test('5.2 our own company: refused at creation too, and not where we have no partner number', () => {
  const command = create({ partners: [invite(PARTNER.self)] })
  expect(refusalsOf(null, command)).toEqual([
    {
      code: 'PARTNER_IS_SELF',
      params: { partner: 'self GmbH' },
      fix: { step: 'partners', field: 'partners.0.partnerId' },
    },
  ])
  const nameless = { ...PARTNER.self, partnerId: '' }
  const noNumber = { ...profile({ partnerId: '' }), partners: new Map([[nameless.id, nameless]]) }
  expect(codesOf(null, command, NOW, noNumber)).toEqual([])
})
