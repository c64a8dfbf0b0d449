import { expect, test } from 'vitest'
import type { Deal, External } from '#shared/domain/deal.ts'
import type { PartyId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { WIN, answer } from '../testing/commands.ts'
import { act, coSellDeal, enact, partyOf, privateDeal, receivedDeal, wonDeal } from '../testing/deals.ts'
import { at, eur, factsFor } from '../testing/facts.ts'
import { type SystemCommand, decideSystem } from './system.ts'

const DEADLINE = at('2026-03-16T09:00:00.000Z')
const LONG_AFTER = at('2027-04-06T00:00:00.000Z')

/** The deal after a command of the application itself. Throws when it is refused. */
function after(deal: Deal, command: SystemCommand, now: Instant): Deal | null {
  const decision = decideSystem(deal, command, now)
  if (!decision.ok) throw new Error(decision.error[0]!.code)
  return enact(deal, decision.value, now, factsFor(deal)).deal
}
const refusals = (deal: Deal, command: SystemCommand, now: Instant) => {
  const decision = decideSystem(deal, command, now)
  return decision.ok ? [] : decision.error
}

const now = at('2026-03-10T00:00:00.000Z')

test('B5: before our own clock ran out, it takes effect when it is reported', () => {
  const deal = after(receivedDeal(), { kind: 'report-expired', partyId: null }, now)!
  expect(deal).toMatchObject({ status: 'expired', closedAt: now })
  const invited = coSellDeal()
  const party = after(invited, { kind: 'report-expired', partyId: partyOf(invited).id }, now)!
  expect([partyOf(party).status, party.status]).toEqual(['expired', 'accepted'])
})

test('B6: after our own clock ran out, it took effect at the deadline', () => {
  const deal = after(receivedDeal(), { kind: 'report-expired', partyId: null }, LONG_AFTER)!
  expect([deal.closedAt, deal.updatedAt]).toEqual([DEADLINE, DEADLINE])
  const invited = coSellDeal()
  const party = { kind: 'report-expired', partyId: partyOf(invited).id } as const
  expect(after(invited, party, LONG_AFTER)!.updatedAt).toBe(DEADLINE)
})

test('B5: it is one event, of the party or of the deal itself', () => {
  const party = { kind: 'report-expired', partyId: partyOf(coSellDeal()).id } as const
  expect(decideSystem(coSellDeal(), party, now)).toEqual({
    ok: true,
    value: [{ kind: 'party-expired', body: { partyId: party.partyId } }],
  })
  expect(decideSystem(receivedDeal(), { kind: 'report-expired', partyId: null }, now)).toEqual({
    ok: true,
    value: [{ kind: 'expired', body: {} }],
  })
  expect(decideSystem({ ...privateDeal(), origin: 'sample' }, { kind: 'remove' }, now)).toEqual({
    ok: true,
    value: [{ kind: 'removed', body: {} }],
  })
})

test('B5: what waits for no answer cannot expire', () => {
  const accepted = act(receivedDeal(), { kind: 'accept', name: 'Ours' })
  const sender = partyOf(accepted).id
  const report = (partyId: PartyId | null) => ({ kind: 'report-expired', partyId }) as const
  const declined = act(coSellDeal(), answer(partyOf(coSellDeal()), 'declined'))
  const notPending = (status: string | null) => [{ code: 'PARTY_NOT_PENDING', params: { status }, fix: null }]
  expect(refusals(accepted, report(null), now)).toEqual([
    { code: 'NOT_RECEIVED', params: { status: 'accepted' }, fix: null },
  ])
  expect(refusals(accepted, report(sender), now)).toEqual(notPending('accepted'))
  expect(refusals(declined, report(partyOf(declined).id), now)).toEqual(notPending('declined'))
  expect(refusals(receivedDeal(), report('party-9' as PartyId), now)).toEqual(notPending(null))
  expect(refusals(wonDeal(), report(null), now)).toEqual([
    { code: 'DEAL_TERMINAL', params: { status: 'won' }, fix: { action: 'copy' } },
  ])
})

const external: External = { engagementId: 'E-1', referralId: 'R-1', extra: { Tag: 'blue' } }
const noted = { kind: 'note-external', external } as const

test('B11: it is kept word for word, and noted once', () => {
  const deal = after(privateDeal(), noted, DEADLINE)!
  expect(deal.external).toEqual(external)
  expect(decideSystem(deal, noted, LONG_AFTER)).toEqual({ ok: true, value: [] })
  const more = { ...external, extra: { Tag: 'red' } }
  expect(after(deal, { kind: 'note-external', external: more }, DEADLINE)!.external).toEqual(more)
})

test('B7: not on a closed deal, unless it says nothing new', () => {
  expect(refusals(wonDeal(), noted, DEADLINE)).toEqual([
    { code: 'DEAL_TERMINAL', params: { status: 'won' }, fix: { action: 'copy' } },
  ])
  const won = act(after(privateDeal(), noted, DEADLINE), WIN)
  expect(refusals(won, noted, DEADLINE)).toEqual([])
})

test.each(['sample', 'imported'] as const)(
  'a deal that a %s brought is taken out, open or closed',
  (origin) => {
    expect(after({ ...privateDeal(), origin }, { kind: 'remove' }, DEADLINE)).toBeNull()
    expect(after({ ...wonDeal(), origin }, { kind: 'remove' }, DEADLINE)).toBeNull()
  },
)

test.each(['created', 'received'] as const)('a deal of our own (%s) stays', (origin) => {
  expect(refusals({ ...privateDeal(), origin }, { kind: 'remove' }, DEADLINE)).toEqual([
    { code: 'FIELD_LOCKED', params: { field: 'deal', why: 'own-deal' }, fix: null },
  ])
})

test('CONTRACT imports: a deal taken over is as the file says, closed ones as history', () => {
  const { id: _id, version: _version, rulebook: _rulebook, updatedAt: _at, ...known } = wonDeal()
  const start = { ...known, origin: 'imported' as const, consent: false, sourceDealId: null, value: eur(3) }
  const decision = decideSystem(null, { kind: 'adopt', start }, LONG_AFTER)
  expect(decision.ok && decision.value.map(({ kind }) => kind)).toEqual(['imported'])
  const { deal } = enact(null, decision.ok ? decision.value : [], LONG_AFTER, factsFor(null))
  expect(deal).toMatchObject({ origin: 'imported', status: 'won', stage: 'won', value: eur(3), version: 1 })
})
