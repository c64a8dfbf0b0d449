import { expect, test } from 'vitest'
import type { Deal } from '#shared/domain/deal.ts'
import type { PartyId } from '#shared/domain/ids.ts'
import { WIN, answer, createCoSell, invite, lose } from '../testing/commands.ts'
import {
  acceptedDeal,
  act,
  codesOf,
  coSellDeal,
  eventsOf,
  partnerDeal,
  partyOf,
  refusalsOf,
  swept,
} from '../testing/deals.ts'
import { NOBODY, at, person } from '../testing/facts.ts'

const LATER = at('2026-03-06T14:00:00.000Z')
const BEFORE = at('2026-03-05T08:00:00.000Z')
const both = (): Deal => act(null, createCoSell({ partners: [invite()] }))

test('P2: Microsoft accepts, its sellers become visible and our status stays', () => {
  const deal = coSellDeal()
  const after = act(deal, answer(partyOf(deal), 'accepted', { sellers: [person('Mia')] }), LATER)
  expect(partyOf(after)).toMatchObject({
    status: 'accepted',
    answeredAt: LATER,
    sellers: [person('Mia')],
    reason: null,
  })
  expect([after.status, after.stage, after.updatedAt]).toEqual(['accepted', 'created', LATER])
})

test('P2: a partner accepts with its own people, tidied, and the other parties stay as they are', () => {
  const deal = both()
  const sellers = [{ ...person('Nils'), email: ' nils@example.org ' }]
  const after = act(deal, answer(partyOf(deal, 1), 'accepted', { sellers }), LATER)
  expect(partyOf(after, 1)).toMatchObject({ status: 'accepted', sellers: [person('Nils')] })
  expect(partyOf(after, 0)).toEqual(partyOf(deal, 0))
})

test('P3: a party declines with reason and notes, no sellers come with it and our status stays', () => {
  const deal = coSellDeal()
  const over = { reason: 'not-a-customer', notes: ' No record ', sellers: [person('Mia')] } as const
  const after = act(deal, answer(partyOf(deal), 'declined', over), LATER)
  expect(partyOf(after)).toMatchObject({
    status: 'declined',
    answeredAt: LATER,
    reason: 'not-a-customer',
    answerNotes: 'No record',
    sellers: [],
  })
  expect(after.status).toBe('accepted')
})

test('P4: an invitation nobody answered expires at its deadline, and our deal stays', () => {
  const deadline = at('2026-03-16T09:00:00.000Z')
  const after = swept(coSellDeal(), at('2026-04-01T00:00:00.000Z'))
  expect(partyOf(after)).toMatchObject({ status: 'expired', answeredAt: null })
  expect([after.status, after.closedAt, after.updatedAt]).toEqual(['accepted', null, deadline])
})

test.each(['won', 'lost'] as const)(
  'P5: a party that accepted marks its side %s, and ours stays',
  (outcome) => {
    const deal = coSellDeal()
    const accepted = act(deal, answer(partyOf(deal), 'accepted', { sellers: [person('Mia')] }), BEFORE)
    const after = act(accepted, answer(partyOf(accepted), outcome), LATER)
    expect(partyOf(after)).toMatchObject({ status: outcome, answeredAt: BEFORE, sellers: [person('Mia')] })
    expect(after.status).toBe('accepted')
  },
)

test('P5: the party that sent us a deal may mark its side won', () => {
  const deal = acceptedDeal('microsoft')
  expect(partyOf(act(deal, answer(partyOf(deal), 'won'))).status).toBe('won')
})

test('P5: a reason and notes said when accepting are kept when nothing else is said later', () => {
  const deal = coSellDeal()
  const accepted = act(deal, answer(partyOf(deal), 'accepted', { notes: 'Glad to help' }))
  expect(partyOf(act(accepted, answer(partyOf(accepted), 'lost'))).answerNotes).toBe('Glad to help')
  const reasoned = act(accepted, answer(partyOf(accepted), 'lost', { reason: 'budget', notes: 'Sorry' }))
  expect(partyOf(reasoned)).toMatchObject({ reason: 'budget', answerNotes: 'Sorry' })
})

test('P6: a party that closed its side is closed for good', () => {
  const deal = coSellDeal()
  const declined = act(deal, answer(partyOf(deal), 'declined'))
  expect(codesOf(declined, answer(partyOf(declined), 'accepted'))).toEqual(['PARTY_NOT_PENDING'])
  expect(codesOf(declined, answer(partyOf(declined), 'won'))).toEqual(['PARTY_NOT_ACCEPTED'])
})

test('B5: the answer took place when it was given, which may be before it is recorded', () => {
  const deal = coSellDeal()
  const after = act(deal, answer(partyOf(deal), 'accepted', { answeredAt: BEFORE }), LATER)
  expect([partyOf(after).answeredAt, after.updatedAt]).toEqual([BEFORE, LATER])
})

test('B6: an answer is recorded one millisecond before the deadline, and refused exactly at it', () => {
  const deal = partnerDeal()
  for (const given of ['accepted', 'declined'] as const) {
    const command = answer(partyOf(deal), given)
    expect(codesOf(deal, command, at('2026-03-16T08:59:59.999Z'))).toEqual([])
    expect(codesOf(deal, command, at('2026-03-16T09:00:00.000Z'))).toEqual(['PARTY_NOT_PENDING'])
  }
})

test.each([
  ['won', WIN],
  ['lost', lose()],
] as const)(
  'B7: on a deal of ours that is %s, a party may still answer, and only its own side changes',
  (_status, command) => {
    const closed = act(both(), command)
    const after = act(closed, answer(partyOf(closed, 1), 'accepted'), LATER)
    expect(partyOf(after, 1).status).toBe('accepted')
    expect({ ...after, parties: [], version: 0 }).toEqual({ ...closed, parties: [], version: 0 })
  },
)

test('P3: a party that declines brings no people, not even incomplete ones, and may give no reason', () => {
  const deal = coSellDeal()
  const command = answer(partyOf(deal), 'declined', { sellers: [NOBODY] })
  const said = { answer: 'declined', answeredAt: LATER, reason: null, notes: null, sellers: [] }
  expect(eventsOf(deal, command, LATER)).toEqual([
    { kind: 'party-answered', body: { partyId: partyOf(deal).id, ...said } },
  ])
})

test('6.4: a seller named must be complete, naming none is fine', () => {
  const deal = coSellDeal()
  expect(refusalsOf(deal, answer(partyOf(deal), 'accepted', { sellers: [NOBODY] }))).toMatchObject([
    { code: 'TEAM_MEMBER_INCOMPLETE', fix: { field: 'sellers.0.firstName' } },
  ])
  expect(codesOf(deal, answer(partyOf(deal), 'accepted', { sellers: [] }))).toEqual([])
})

test('3.3: a party that is not on the deal answers nothing', () => {
  const stranger = { ...partyOf(coSellDeal()), id: 'party-9' as PartyId }
  expect(codesOf(coSellDeal(), answer(stranger, 'accepted'))).toEqual(['PARTY_NOT_PENDING'])
})
