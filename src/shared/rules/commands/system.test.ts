import { describe, expect, test } from 'vitest'
import type { Deal, External } from '#shared/domain/deal.ts'
import type { PartyId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { WIN, create, createCoSell, edit, invite, invitePartner, setFavorite } from '../testing/commands.ts'
import {
  act,
  coSellDeal,
  enact,
  partnerDeal,
  partyOf,
  privateDeal,
  receivedDeal,
  swept,
  wonDeal,
} from '../testing/deals.ts'
import { PARTNER, at, eur, factsFor } from '../testing/facts.ts'
import { type SystemCommand, decideSystem, expiriesDue } from './system.ts'

const DEADLINE = at('2026-03-16T09:00:00.000Z')
const BEFORE = at('2026-03-16T08:59:59.999Z')
const LONG_AFTER = at('2027-04-06T00:00:00.000Z')

/** The deal after a command of the application itself. Throws when it is refused. */
function after(deal: Deal, command: SystemCommand, now: Instant): Deal | null {
  const decision = decideSystem(deal, command, now)
  if (!decision.ok) throw new Error(decision.error[0]!.code)
  return enact(deal, decision.value, now, factsFor(deal)).deal
}
const codes = (deal: Deal, command: SystemCommand, now: Instant) => {
  const decision = decideSystem(deal, command, now)
  return decision.ok ? [] : decision.error.map(({ code }) => code)
}

describe('D5 and B6: a received deal expires', () => {
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
})

describe('P4: invitations expire', () => {
  const later = at('2026-03-05T10:00:00.000Z')
  const three = act(
    act(null, createCoSell({ partners: [invite()] })),
    invitePartner(PARTNER.southgate),
    later,
  )

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
    expect(expiriesDue(three, LONG_AFTER)).toEqual([
      expired('party-0', '2026-03-16T09:00:00.000Z'),
      expired('party-1', '2026-03-16T09:00:00.000Z'),
      expired('party-2', '2026-03-19T10:00:00.000Z'),
    ])
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
    const deal = after(answered, { kind: 'expire' }, LONG_AFTER)!
    expect(deal.parties.map(({ status }) => status)).toEqual(['accepted', 'expired', 'expired'])
    expect(deal.status).toBe('accepted')
  })

  test('B7: invitations of a closed deal still expire, and nothing else on it moves', () => {
    const won = act(partnerDeal(), WIN)
    const deal = swept(won, LONG_AFTER)
    expect(partyOf(deal).status).toBe('expired')
    expect({ ...deal, parties: [], version: 0 }).toEqual({ ...won, parties: [], version: 0 })
  })
})

describe('B5: Partner Center reports an expiry', () => {
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

  test('B5: what waits for no answer cannot expire', () => {
    const accepted = act(receivedDeal(), { kind: 'accept', name: 'Ours' })
    const sender = partyOf(accepted).id
    const report = (partyId: PartyId | null) => ({ kind: 'report-expired', partyId }) as const
    expect(codes(accepted, report(null), now)).toEqual(['PARTY_NOT_PENDING'])
    expect(codes(accepted, report(sender), now)).toEqual(['PARTY_NOT_PENDING'])
    expect(codes(receivedDeal(), report('party-9' as PartyId), now)).toEqual(['PARTY_NOT_PENDING'])
    expect(codes(wonDeal(), report(null), now)).toEqual(['PARTY_NOT_PENDING'])
  })
})

describe('B11: what a file knows beyond our model', () => {
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
    expect(codes(wonDeal(), noted, DEADLINE)).toEqual(['DEAL_TERMINAL'])
    const won = act(after(privateDeal(), noted, DEADLINE), WIN)
    expect(codes(won, noted, DEADLINE)).toEqual([])
  })
})

describe('CONTRACT sample.clear: taking a deal out again', () => {
  test.each(['sample', 'imported'] as const)(
    'a deal that a %s brought is taken out, open or closed',
    (origin) => {
      expect(after({ ...privateDeal(), origin }, { kind: 'remove' }, DEADLINE)).toBeNull()
      expect(after({ ...wonDeal(), origin }, { kind: 'remove' }, DEADLINE)).toBeNull()
    },
  )

  test.each(['created', 'received'] as const)('a deal of our own (%s) stays', (origin) => {
    expect(codes({ ...privateDeal(), origin }, { kind: 'remove' }, DEADLINE)).toEqual(['FIELD_LOCKED'])
  })
})

test('CONTRACT imports: a deal taken over is as the file says, closed ones as history', () => {
  const { id: _id, version: _version, rulebook: _rulebook, updatedAt: _at, ...known } = wonDeal()
  const start = { ...known, origin: 'imported' as const, consent: false, sourceDealId: null, value: eur(3) }
  const decision = decideSystem(null, { kind: 'adopt', start }, LONG_AFTER)
  expect(decision.ok && decision.value.map(({ kind }) => kind)).toEqual(['imported'])
  const { deal } = enact(null, decision.ok ? decision.value : [], LONG_AFTER, factsFor(null))
  expect(deal).toMatchObject({ origin: 'imported', status: 'won', stage: 'won', value: eur(3), version: 1 })
})

test('B6: there is nothing to expire where there is no deal', () => {
  expect(decideSystem(null, { kind: 'expire' }, LONG_AFTER)).toEqual({ ok: true, value: [] })
  expect(expiriesDue(act(null, create()), LONG_AFTER)).toEqual([])
  expect(act(privateDeal(), edit({ name: 'Renamed' })).expiresAt).toBeNull()
})
