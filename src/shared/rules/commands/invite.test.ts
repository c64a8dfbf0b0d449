import { expect, test } from 'vitest'
import { inviteMicrosoft, invitePartner } from '../testing/commands.ts'
import {
  act,
  assessmentDeal,
  codesOf,
  eventsOf,
  partnerDeal,
  partyOf,
  privateDeal,
  refusalsOf,
} from '../testing/deals.ts'
import { create, invite } from '../testing/commands.ts'
import {
  ACTOR,
  CLOSE_DATE,
  CONTACT,
  NOBODY,
  PARTNER,
  SOLUTION,
  YESTERDAY,
  at,
  eur,
  person,
  profile,
} from '../testing/facts.ts'

const LATER = at('2026-03-05T10:00:00.000Z')

test('P1: it is pending for 14 days from now, and is told what the deal is about', () => {
  const deal = act(privateDeal(), inviteMicrosoft({ help: 'post-sales', notes: ' Please ' }), LATER)
  expect(partyOf(deal)).toEqual({
    id: 'party-0',
    kind: 'microsoft',
    organization: 'Microsoft',
    partnerId: null,
    status: 'pending',
    invitedAt: LATER,
    expiresAt: '2026-03-19T10:00:00.000Z',
    answeredAt: null,
    closeDate: CLOSE_DATE,
    value: eur(8_600_050),
    notes: 'Please',
    help: 'post-sales',
    solutions: [{ id: SOLUTION.own.id }],
    team: [person('Ana')],
    sellers: [],
    reason: null,
    answerNotes: null,
  })
  expect(deal).toMatchObject({
    status: 'accepted',
    help: { type: 'post-sales', notes: 'Please' },
    updatedAt: LATER,
  })
})

test('6.2: contact and consent are kept with who and when', () => {
  const deal = act(
    privateDeal(),
    inviteMicrosoft({ contact: { ...CONTACT, phone: ` ${CONTACT.phone}` } }),
    LATER,
  )
  expect([deal.contact, deal.consent]).toEqual([CONTACT, { at: LATER, by: ACTOR }])
})

test('6.1: a contact and a consent already there are enough, and keep their moment', () => {
  const ready = act(null, create({ contact: CONTACT, consent: true }))
  const deal = act(ready, inviteMicrosoft({ contact: null, consent: undefined }), LATER)
  expect([deal.contact, deal.consent]).toEqual([ready.contact, ready.consent])
  expect(act(ready, inviteMicrosoft({ consent: true }), LATER).consent).toEqual(ready.consent)
  expect(act(ready, inviteMicrosoft({ contact: person('Olga') })).contact).toEqual(person('Olga'))
})

// What the form brings, what a private deal without contact and consent then lacks.
test.each([
  [{ contact: null, consent: false }, ['CONTACT_REQUIRED', 'CONSENT_REQUIRED']],
  [{ contact: NOBODY }, ['CONTACT_REQUIRED']],
  [{ contact: { ...CONTACT, email: 'iris' } }, ['CONTACT_INCOMPLETE']],
  [{ consent: false }, ['CONSENT_REQUIRED']],
  [{ consent: undefined }, ['CONSENT_REQUIRED']],
  [{}, []],
])('B8: an invitation with %j lacks %j', (over, codes) => {
  expect(codesOf(privateDeal(), inviteMicrosoft(over))).toEqual(codes)
})

test('B8: a missing consent is mended by its box, a missing contact in the customer step', () => {
  const bare = inviteMicrosoft({ contact: null, consent: false })
  expect(refusalsOf(privateDeal(), bare).map(({ fix }) => fix)).toEqual([
    { step: 'customer', field: 'contact' },
    { field: 'consent' },
  ])
})

test('6.7: it is pending with a clock of its own and what the form says', () => {
  const over = { notes: ' You know them ', team: [{ ...person('Ana'), phone: ` ${person('Ana').phone}` }] }
  const first = act(privateDeal(), invitePartner(PARTNER.nordwind, over))
  const deal = act(first, invitePartner(PARTNER.southgate), LATER)
  expect(partyOf(deal, 0)).toEqual({
    id: 'party-0',
    kind: 'partner',
    organization: 'nordwind GmbH',
    partnerId: PARTNER.nordwind.id,
    status: 'pending',
    invitedAt: '2026-03-02T09:00:00.000Z',
    expiresAt: '2026-03-16T09:00:00.000Z',
    answeredAt: null,
    closeDate: CLOSE_DATE,
    value: eur(1_200_000),
    notes: 'You know them',
    help: 'technical-architecture',
    solutions: [{ id: SOLUTION.thirdParty.id }],
    team: [person('Ana')],
    sellers: [],
    reason: null,
    answerNotes: null,
  })
  expect(partyOf(deal, 1)).toMatchObject({
    invitedAt: LATER,
    expiresAt: '2026-03-19T10:00:00.000Z',
    notes: null,
  })
})

test('B6: the length of the clock is the one of the profile when it starts', () => {
  const week = profile({ invitationDays: 7 })
  const deal = act(partnerDeal(), invitePartner(PARTNER.southgate), LATER, week)
  expect([partyOf(deal, 0).expiresAt, partyOf(deal, 1).expiresAt]).toEqual([
    '2026-03-16T09:00:00.000Z',
    '2026-03-12T10:00:00.000Z',
  ])
})

// RULEBOOK 6.7: each mandatory field of the form, and the field its mend points to.
test.each([
  ['CLOSE_DATE_REQUIRED', 'invite.closeDate', { closeDate: null }],
  ['CLOSE_DATE_PAST', 'invite.closeDate', { closeDate: YESTERDAY }],
  ['VALUE_REQUIRED', 'invite.value', { value: null }],
  ['VALUE_REQUIRED', 'invite.value', { value: eur(0) }],
  ['TEAM_REQUIRED', 'invite.team', { team: [] }],
  ['TEAM_MEMBER_INCOMPLETE', 'invite.team.0.firstName', { team: [NOBODY] }],
  ['SOLUTION_REQUIRED', 'invite.solutions', { solutions: [] }],
  ['ASSESSMENT_EXCLUDES_OTHERS', 'invite.solutions', { solutions: [{ id: SOLUTION.assessment.id }] }],
] as const)('6.7: %s points to %s when the form has %j', (code, field, over) => {
  expect(refusalsOf(privateDeal(), invitePartner(PARTNER.nordwind, over))).toMatchObject([
    { code, fix: { step: 'partners', field } },
  ])
})

test('6.7: notes are optional', () => {
  expect(codesOf(privateDeal(), invitePartner(PARTNER.nordwind, { notes: null }))).toEqual([])
})

test('5.2: an invitation is one event, and an assessment never sends one', () => {
  expect(eventsOf(privateDeal(), inviteMicrosoft()).map(({ kind }) => kind)).toEqual(['microsoft-invited'])
  expect(eventsOf(privateDeal(), invitePartner()).map(({ kind }) => kind)).toEqual(['partner-invited'])
  expect(codesOf(assessmentDeal(), inviteMicrosoft({ contact: null }))).toEqual(['SA_NO_INVITATIONS'])
})

test('6.7: an invitation to nobody, for nothing, says so and sends nothing', () => {
  const bare = { ...invite(PARTNER.nordwind), partnerId: null, help: null }
  expect(refusalsOf(privateDeal(), { kind: 'invite-partner', invite: bare }).map(({ fix }) => fix)).toEqual([
    { step: 'partners', field: 'invite.partnerId' },
    { step: 'partners', field: 'invite.help' },
  ])
})
