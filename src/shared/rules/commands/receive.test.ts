import { expect, test } from 'vitest'
import { receive } from '../testing/commands.ts'
import { act, codesOf, partyOf, refusalsOf } from '../testing/deals.ts'
import { CONTACT, CUSTOMER, NOBODY, NOW, SOLUTION, YESTERDAY, at, eur, profile } from '../testing/facts.ts'

test('D2: an inbound deal is received, on no stage, with the clock running for 14 days', () => {
  expect(act(null, receive())).toMatchObject({
    origin: 'received',
    direction: 'inbound',
    status: 'received',
    stage: null,
    stageMarks: [],
    createdAt: NOW,
    acceptedAt: null,
    closedAt: null,
    expiresAt: '2026-03-16T09:00:00.000Z',
    customer: CUSTOMER,
    consent: null,
    help: null,
    assessment: null,
    location: null,
    team: [],
    solutions: [{ id: SOLUTION.own.id, price: null, quantity: null, currency: null }],
  })
})

test.each([
  ['microsoft', 'Microsoft'],
  ['partner', 'Southgate GmbH'],
] as const)('D2: the %s that sent it is a party that has accepted, without a clock', (kind, organization) => {
  const deal = act(null, receive(kind))
  expect(deal.parties).toHaveLength(1)
  expect(partyOf(deal)).toMatchObject({
    kind,
    organization,
    partnerId: null,
    status: 'accepted',
    invitedAt: NOW,
    answeredAt: NOW,
    expiresAt: null,
    value: eur(2_500_000),
    solutions: [{ id: SOLUTION.own.id }],
  })
})

test('B6: the clock starts at the arrival, not when somebody typed it in', () => {
  const deal = act(null, receive('microsoft', { receivedAt: at('2026-02-28T18:30:00.000Z') }))
  expect(deal.expiresAt).toBe('2026-03-14T18:30:00.000Z')
  expect([deal.createdAt, deal.stageSince, partyOf(deal).invitedAt]).toEqual([
    '2026-02-28T18:30:00.000Z',
    '2026-02-28T18:30:00.000Z',
    '2026-02-28T18:30:00.000Z',
  ])
})

test('B6: a deadline that came with the deal wins', () => {
  const expiresAt = at('2026-03-09T00:00:00.000Z')
  expect(act(null, receive('microsoft', { expiresAt })).expiresAt).toBe(expiresAt)
})

test('B6: the length is the one of the profile, for clocks started from now on', () => {
  const deal = act(null, receive(), NOW, profile({ invitationDays: 30 }))
  expect(deal.expiresAt).toBe('2026-04-01T09:00:00.000Z')
})

test('D2: what came with it is kept tidy, the number of the other side included', () => {
  const deal = act(
    null,
    receive('microsoft', { name: ' Fleet ', notes: '  ', contact: NOBODY, externalId: 'R-7' }),
  )
  expect(deal).toMatchObject({ name: 'Fleet', notes: null, contact: null })
  expect(deal.external).toEqual({ engagementId: null, referralId: 'R-7', extra: {} })
  expect(act(null, receive()).external).toBeNull()
  const padded = { ...CONTACT, email: ` ${CONTACT.email}` }
  expect(act(null, receive('microsoft', { contact: padded })).contact).toEqual(CONTACT)
})

// What an arrival lacks, and the code.
test.each([
  ['NAME_REQUIRED', { name: ' ' }],
  ['VALUE_REQUIRED', { value: null }],
  ['CLOSE_DATE_REQUIRED', { closeDate: null }],
  ['CONTACT_INCOMPLETE', { contact: { ...CONTACT, phone: ' ' } }],
])('2.2: %s when an arrival has %j', (code, over) => {
  expect(codesOf(null, receive('microsoft', over))).toEqual([code])
})

test('2.2: an arrival without a customer is refused', () => {
  expect(refusalsOf(null, receive(), NOW, { customer: null })).toEqual([
    { code: 'CUSTOMER_REQUIRED', params: {}, fix: { field: 'customer' } },
  ])
})

test('D2: its close date is the affair of the sender, and it may come without solutions', () => {
  expect(codesOf(null, receive('microsoft', { closeDate: YESTERDAY, solutions: [] }))).toEqual([])
})
