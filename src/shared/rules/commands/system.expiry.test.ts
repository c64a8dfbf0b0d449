import { expect, test } from 'vitest'
import { WIN, create, createCoSell, edit, invite, invitePartner, setFavorite } from '../testing/commands.ts'
import { act, partnerDeal, partyOf, privateDeal, receivedDeal, swept } from '../testing/deals.ts'
import { PARTNER, at } from '../testing/facts.ts'
import { decideSystem, expiriesDue } from './system.ts'

const DEADLINE = at('2026-03-16T09:00:00.000Z')
const BEFORE = at('2026-03-16T08:59:59.999Z')
const LONG_AFTER = at('2027-04-06T00:00:00.000Z')

test('B6: not one millisecond early', () => {
  expect(expiriesDue(receivedDeal(), BEFORE)).toEqual([])
})

test.each([
  ['exactly at the deadline', DEADLINE],
  ['one millisecond later', at('2026-03-16T09:00:00.001Z')],
  ['when the laptop wakes 400 days later', LONG_AFTER],
])('B6: %s it is the same event at the same instant', (_when, now) => {
  expect(expiriesDue(receivedDeal(), now)).toEqual([{ kind: 'expired', at: DEADLINE, body: {} }])
  expect(swept(receivedDeal(), now)).toMatchObject({
    status: 'expired',
    stage: null,
    closedAt: DEADLINE,
    updatedAt: DEADLINE,
    expiresAt: null,
    closedReason: null,
  })
})

test('B6: a second sweep finds nothing to do, also when the clock has moved back', () => {
  const expired = swept(receivedDeal(), DEADLINE)
  expect([expiriesDue(expired, LONG_AFTER), expiriesDue(expired, BEFORE)]).toEqual([[], []])
  expect(swept(expired, BEFORE)).toEqual(expired)
})

test('3.4: nothing that is done to a received deal gives it more time', () => {
  expect(act(receivedDeal(), setFavorite(true)).expiresAt).toBe(DEADLINE)
})

test('B6: a deal that was answered, or was ours from the start, does not expire', () => {
  const accepted = act(receivedDeal(), { kind: 'accept', name: 'Ours' }, BEFORE)
  expect([expiriesDue(accepted, LONG_AFTER), expiriesDue(privateDeal(), LONG_AFTER)]).toEqual([[], []])
})

const later = at('2026-03-05T10:00:00.000Z')
const three = act(act(null, createCoSell({ partners: [invite()] })), invitePartner(PARTNER.southgate), later)

test('P4: each at its own deadline, oldest first, whenever the sweep runs', () => {
  const expired = (party: string, deadline: string) => ({
    kind: 'party-expired',
    at: deadline,
    body: { partyId: party },
  })
  expect(expiriesDue(three, at('2026-03-19T09:59:59.999Z'))).toEqual([
    expired('party-0', '2026-03-16T09:00:00.000Z'),
    expired('party-1', '2026-03-16T09:00:00.000Z'),
  ])
  const all = [
    expired('party-0', '2026-03-16T09:00:00.000Z'),
    expired('party-1', '2026-03-16T09:00:00.000Z'),
    expired('party-2', '2026-03-19T10:00:00.000Z'),
  ]
  expect(expiriesDue(three, LONG_AFTER)).toEqual(all)
  expect(decideSystem(three, { kind: 'expire' }, LONG_AFTER)).toEqual({ ok: true, value: all })
})

test('P4: an earlier deadline comes first though its party came later', () => {
  const short = { ...partyOf(three, 2), expiresAt: at('2026-03-06T00:00:00.000Z') }
  const deal = { ...three, parties: [...three.parties.slice(0, 2), short] }
  expect(expiriesDue(deal, LONG_AFTER).map((event) => event.at)).toEqual([
    '2026-03-06T00:00:00.000Z',
    '2026-03-16T09:00:00.000Z',
    '2026-03-16T09:00:00.000Z',
  ])
})

test('P4: only pending ones, and our own deal stays as it is', () => {
  const answered = act(three, { kind: 'record-answer', partyId: partyOf(three).id, answer: 'accepted' })
  const deal = swept(answered, LONG_AFTER)
  expect(deal.parties.map(({ status }) => status)).toEqual(['accepted', 'expired', 'expired'])
  expect(deal.status).toBe('accepted')
})

test('B7: invitations of a closed deal still expire, and nothing else on it moves', () => {
  const won = act(partnerDeal(), WIN)
  const deal = swept(won, LONG_AFTER)
  expect(partyOf(deal).status).toBe('expired')
  expect({ ...deal, parties: [], version: 0 }).toEqual({ ...won, parties: [], version: 0 })
})

test('B6: there is nothing to expire where there is no deal', () => {
  expect(decideSystem(null, { kind: 'expire' }, LONG_AFTER)).toEqual({ ok: true, value: [] })
  expect(expiriesDue(act(null, create()), LONG_AFTER)).toEqual([])
  expect(act(privateDeal(), edit({ name: 'Renamed' })).expiresAt).toBeNull()
})
