import { expect, test } from 'vitest'
import type { Decided } from '#shared/domain/event.ts'
import type { PartyId, PersonId } from '#shared/domain/ids.ts'
import { evolve, fold } from './evolve.ts'
import { WIN, accept, create, edit, markStage, receive, setFavorite } from './testing/commands.ts'
import {
  acceptedDeal,
  act,
  coSellDeal,
  enact,
  eventsOf,
  markedDeal,
  partyOf,
  privateDeal,
  wonDeal,
} from './testing/deals.ts'
import { ACTOR, NOW, at, factsFor } from './testing/facts.ts'

const LATER = at('2026-03-10T10:00:00.000Z')

/** A deal after one event put on record just so, whatever the rules would say. */
const after = (deal: ReturnType<typeof privateDeal>, decided: Decided, over = {}) =>
  enact(deal, [decided], LATER, factsFor(deal, over)).deal!

test('a deal is the fold of its events and of nothing else', () => {
  const first = enact(null, eventsOf(null, receive()), NOW, factsFor(null))
  const second = enact(first.deal, eventsOf(first.deal, accept()), LATER, factsFor(first.deal))
  const third = enact(
    second.deal,
    eventsOf(second.deal, markStage('developed')),
    LATER,
    factsFor(second.deal),
  )
  const events = [...first.events, ...second.events, ...third.events]
  expect(fold(events)).toEqual(third.deal)
  expect(fold(events.slice(0, 1))).toEqual(first.deal)
  expect(events.map(({ version }) => version)).toEqual([1, 2, 3])
})

test('a deal without events, or one that was taken out, is none', () => {
  expect(fold([])).toBeNull()
  const { events } = enact(privateDeal(), [{ kind: 'removed', body: {} }], LATER, factsFor(privateDeal()))
  expect(evolve(privateDeal(), events[0]!)).toBeNull()
})

test('an event before the deal began is a broken log, and says so', () => {
  const { events } = enact(
    privateDeal(),
    [{ kind: 'won', body: { incentives: [] } }],
    LATER,
    factsFor(privateDeal()),
  )
  expect(() => evolve(null, events[0]!)).toThrow('evolve: won before the deal began')
})

test('B2: a mark says who set it and when, the ones between included', () => {
  const actor = 'person-2' as PersonId
  const deal = act(privateDeal(), markStage('developed'), LATER, { actor })
  expect(deal.stageMarks).toEqual([
    { stage: 'created', at: NOW, by: ACTOR },
    { stage: 'qualified', at: LATER, by: actor },
    { stage: 'developed', at: LATER, by: actor },
  ])
})

test('6.2: a consent says who recorded it and when, unknown where nobody is named', () => {
  const nobody = act(null, create({ consent: true }), LATER, { actor: null })
  expect(nobody.consent).toEqual({ at: LATER, by: null })
})

test('B6: an expiry took effect at its deadline, not when it was recorded', () => {
  const decided = { kind: 'expired', at: at('2026-03-09T00:00:00.000Z'), body: {} } as const
  const deal = after(act(null, receive()), decided)
  expect([deal.closedAt, deal.updatedAt]).toEqual([decided.at, decided.at])
})

test('2.4: a favourite is no change of the deal', () => {
  const before = privateDeal()
  const liked = act(before, setFavorite(true), LATER)
  expect(liked).toEqual({ ...before, favorite: true, version: 2 })
})

test('B7: an answer moves the moment of the last change only while the deal is open', () => {
  const answer = (id: PartyId): Decided => ({
    kind: 'party-answered',
    body: { partyId: id, answer: 'accepted', answeredAt: LATER, reason: null, notes: null, sellers: [] },
  })
  const open = coSellDeal()
  const closed = act(open, WIN)
  expect(after(open, answer(partyOf(open).id)).updatedAt).toBe(LATER)
  expect(after(closed, answer(partyOf(closed).id)).updatedAt).toBe(NOW)
  expect(after(closed, { kind: 'party-expired', body: { partyId: partyOf(closed).id } }).updatedAt).toBe(NOW)
})

test('D6: an edit moves it', () => {
  expect(act(privateDeal(), edit({ name: 'Renamed' }), LATER).updatedAt).toBe(LATER)
})

test('3.3: an event of a party that is not there changes no other', () => {
  const deal = coSellDeal()
  const event: Decided = { kind: 'party-expired', body: { partyId: 'party-9' as PartyId } }
  expect(after(deal, event).parties).toEqual(deal.parties)
})

test('4.1: won keeps the marks that were set', () => {
  const marked = markedDeal(acceptedDeal(), 'developed')
  expect(act(marked, WIN).stageMarks).toEqual(marked.stageMarks)
})

test('B11: what a file knows is noted, and moves the moment of the last change', () => {
  const external = { engagementId: 'E', referralId: 'R', extra: {} }
  const deal = after(privateDeal(), { kind: 'external-noted', body: { external } })
  expect([deal.external, deal.updatedAt]).toEqual([external, LATER])
})

test('evolve is total: every kind of event has an effect on a deal, and none throws', () => {
  const party = { ...partyOf(coSellDeal()), id: 'party-5' as PartyId }
  const bodies: readonly Decided[] = [
    { kind: 'declined', body: { reason: 'budget', notes: null } },
    { kind: 'team-set', body: { team: [] } },
    { kind: 'solutions-set', body: { solutions: [] } },
    { kind: 'partner-invited', body: { party } },
    {
      kind: 'microsoft-invited',
      body: { party, help: { type: 'general', notes: null }, contact: null, consent: false },
    },
    { kind: 'stage-corrected', body: { stage: 'created', note: null } },
    { kind: 'lost', body: { reason: 'budget', notes: 'Price' } },
  ]
  const deals = bodies.map((body) => after(wonDeal(), body))
  expect(deals.map(({ version }) => version)).toEqual(bodies.map(() => 3))
  expect(deals[4]).toMatchObject({ help: { type: 'general' }, contact: null, consent: null })
})

test('the version of a deal is that of its last event', () => {
  const event = {
    ...enact(privateDeal(), eventsOf(privateDeal(), WIN), NOW, factsFor(privateDeal())).events[0]!,
  }
  expect(evolve(privateDeal(), { ...event, version: 17 })!.version).toBe(17)
})
