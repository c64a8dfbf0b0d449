import { describe, expect, test } from 'vitest'
import type { Command } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { DealEvent, Origin } from '#shared/domain/event.ts'
import type { Instant } from '#shared/domain/time.ts'
import { expiriesDue } from './commands/system.ts'
import { evolve } from './evolve.ts'
import { noticesOf, warningBands, warningOf } from './notifications.ts'
import {
  WIN,
  answer,
  create,
  createCoSell,
  decline,
  edit,
  invite,
  inviteMicrosoft,
  invitePartner,
  lose,
  markStage,
  receive,
  register,
  resubmit,
  review,
  setFavorite,
  setTeam,
} from './testing/commands.ts'
import {
  act,
  coSellDeal,
  enact,
  eventsOf,
  partnerDeal,
  partyOf,
  privateDeal,
  receivedDeal,
} from './testing/deals.ts'
import { CONTACT, NOW, PARTNER, SOLUTION, at, factsFor } from './testing/facts.ts'

const DEADLINE = '2026-03-16T09:00:00.000Z'
const LATER = at('2026-04-01T09:00:00.000Z')

function toldBy(deal: Deal | null, events: readonly DealEvent[]) {
  let current = deal
  return events.flatMap((event) => {
    current = evolve(current, event)
    return noticesOf(event, current)
  })
}

/** What a command tells, as if somebody or something else had given it. */
function told(deal: Deal | null, command: Command, origin: Origin = 'person', now: Instant = NOW) {
  const { events } = enact(deal, eventsOf(deal, command, now), now, factsFor(deal))
  return toldBy(
    deal,
    events.map((event) => ({ ...event, origin })),
  )
}

/** What the sweep tells of a deal whose clocks have run out. */
const toldBySweep = (deal: Deal) =>
  toldBy(deal, enact(deal, expiriesDue(deal, LATER), LATER, factsFor(deal)).events)

const accepted = (): Deal => {
  const deal = act(null, createCoSell({ solutions: [SOLUTION.ipCoSell] }))
  return act(deal, answer(partyOf(deal), 'accepted'))
}
const won = (): Deal => act(accepted(), WIN)
const registered = (): Deal => act(won(), register())
const asked = { errors: ['Contract is not signed'] }

describe('RULEBOOK 9, row by row', () => {
  test.each(['microsoft', 'partner'] as const)('new inbound from %s', (from) => {
    const [notice, ...rest] = told(null, receive(from))
    expect(rest).toEqual([])
    expect(notice).toEqual({
      kind: 'deal-received',
      key: 'deal-received:deal-1',
      dealId: 'deal-1',
      partyId: 'party-0',
      params: { expiresAt: DEADLINE },
    })
  })

  test('inbound about to expire: a warning for each number of days, told once under its key', () => {
    const deal = receivedDeal()
    const clock = { dealId: deal.id, partyId: null, expiresAt: deal.expiresAt! }
    expect(warningOf(clock, 3)).toEqual({
      kind: 'deal-expiring',
      key: 'deal-expiring:deal-1:3',
      dealId: 'deal-1',
      partyId: null,
      params: { days: 3, expiresAt: DEADLINE },
    })
  })

  test('inbound expired: the sender hears of it far away, and we do here', () => {
    expect(toldBySweep(receivedDeal())).toEqual([
      {
        kind: 'deal-expired',
        key: 'deal-expired:deal-1',
        dealId: 'deal-1',
        partyId: 'party-0',
        params: { expiresAt: DEADLINE },
      },
    ])
  })

  test('we declined: the sender is told, not we', () => {
    expect(told(receivedDeal(), decline())).toEqual([])
  })

  test.each([
    ['with the deal, Microsoft', null, createCoSell()],
    ['with the deal, a partner', null, create({ partners: [invite()] })],
    ['later, Microsoft', privateDeal(), inviteMicrosoft({ contact: CONTACT, consent: true })],
    ['later, a partner', privateDeal(), invitePartner()],
  ])('our invitation sent %s: acknowledged with the day the answer is due', (_how, deal, command) => {
    expect(told(deal, command)).toEqual([
      {
        kind: 'invitation-sent',
        key: 'invitation-sent:party-0',
        dealId: 'deal-1',
        partyId: 'party-0',
        params: { expiresAt: DEADLINE },
      },
    ])
  })

  test('each party of a creation is acknowledged by itself', () => {
    const partners = [invite(PARTNER.nordwind), invite(PARTNER.southgate)]
    expect(told(null, createCoSell({ partners })).map(({ key }) => key)).toEqual([
      'invitation-sent:party-0',
      'invitation-sent:party-1',
      'invitation-sent:party-2',
    ])
  })

  test('a partner who is invited anew is another party, and told again', () => {
    const deal = partnerDeal()
    const declined = act(deal, answer(partyOf(deal), 'declined'))
    expect(told(declined, invitePartner()).map(({ key }) => key)).toEqual(['invitation-sent:party-1'])
  })

  test.each([
    ['accepted', 'invitation-accepted'],
    ['declined', 'invitation-declined'],
  ] as const)('our invitation %s', (said, kind) => {
    const deal = coSellDeal()
    expect(told(deal, answer(partyOf(deal), said))).toEqual([
      {
        kind,
        key: `${kind}:party-0`,
        dealId: 'deal-1',
        partyId: 'party-0',
        params: { answeredAt: NOW, reason: null },
      },
    ])
  })

  test('our invitation expired, each by its own clock', () => {
    expect(toldBySweep(act(coSellDeal(), invitePartner())).map(({ key }) => key)).toEqual([
      'invitation-expired:party-0',
      'invitation-expired:party-1',
    ])
  })

  test.each(['won', 'lost'] as const)('another party marks its side %s (3.3, P5)', (said) => {
    const deal = coSellDeal()
    const there = act(deal, answer(partyOf(deal), 'accepted'))
    const [notice] = told(there, answer(partyOf(there), said))
    expect(notice).toMatchObject({ kind: `party-${said}`, key: `party-${said}:party-0` })
  })

  test('registration action required', () => {
    const [notice] = told(registered(), review('action-required', asked))
    expect(notice).toMatchObject({ kind: 'registration-action-required', partyId: null, params: {} })
  })

  test('registration picked for review: with its submission, and again once it was corrected', () => {
    expect(told(won(), register()).map(({ kind }) => kind)).toEqual(['registration-picked'])
    const corrected = act(registered(), review('action-required', asked))
    expect(told(corrected, resubmit()).map(({ kind }) => kind)).toEqual(['registration-picked'])
  })

  test('registration failed review, at either step; passed it; approved', () => {
    const kinds = (deal: Deal, outcome: Parameters<typeof review>[0]) =>
      told(deal, review(outcome)).map(({ kind }) => kind)
    const validated = act(registered(), review('final-validation'))
    expect(kinds(registered(), 'rejected')).toEqual(['registration-rejected'])
    expect(kinds(registered(), 'final-validation')).toEqual(['registration-final-validation'])
    expect(kinds(validated, 'rejected')).toEqual(['registration-rejected'])
    expect(kinds(validated, 'approved')).toEqual(['registration-approved'])
  })

  test('a review that says the same thing a second time is told a second time', () => {
    const first = act(registered(), review('action-required', asked))
    const again = act(first, resubmit())
    const keys = [
      told(registered(), review('action-required', asked)),
      told(again, review('action-required', asked)),
    ]
    expect(new Set(keys.flat().map(({ key }) => key)).size).toBe(2)
  })

  test('a registration that is complete with its submission tells nothing', () => {
    const deal = act(null, createCoSell({ solutions: [SOLUTION.businessApp] }))
    const closed = act(act(deal, answer(partyOf(deal), 'accepted')), WIN)
    expect(told(closed, register({ solutionId: SOLUTION.businessApp.id }))).toEqual([])
  })
})

test('what we do to our own deal tells nothing', () => {
  const commands = [
    WIN,
    lose(),
    edit({ name: 'Renamed' }),
    setTeam('Bo'),
    markStage('proposed'),
    setFavorite(true),
  ]
  expect(commands.flatMap((command) => told(privateDeal(), command))).toEqual([])
  expect(told(null, create())).toEqual([])
})

describe('where an event comes from', () => {
  test('a sample lives through its history in silence', () => {
    const deal = coSellDeal()
    expect(told(null, receive(), 'sample')).toEqual([])
    expect(told(deal, answer(partyOf(deal), 'accepted'), 'sample')).toEqual([])
  })

  test('of a file the answers to our invitations are news, the invitations are not', () => {
    const batch = 'import:batch-1' as Origin
    const deal = coSellDeal()
    expect(told(privateDeal(), inviteMicrosoft({ contact: CONTACT, consent: true }), batch)).toEqual([])
    expect(told(deal, answer(partyOf(deal), 'accepted'), batch)).toHaveLength(1)
  })

  test('what is done to many deals at once tells like one by one', () => {
    expect(told(privateDeal(), invitePartner(), 'bulk:batch-1' as Origin)).toEqual(
      told(privateDeal(), invitePartner()),
    )
  })
})

describe('warnings', () => {
  const daysAt = (hoursLeft: number, daysBefore: readonly number[]) => {
    const deadline = new Date(Date.parse(NOW) + hoursLeft * 3_600_000).toISOString()
    return warningBands(NOW, daysBefore)
      .filter(({ after, until }) => after < deadline && deadline <= until)
      .map(({ days }) => days)
  }

  test.each([
    [7 * 24 + 0.001, []],
    [7 * 24, [7]],
    [3 * 24 + 0.001, [7]],
    [3 * 24, [3]],
    [24.001, [3]],
    [24, [1]],
    [0.001, [1]],
    [0, []],
    [-5, []],
  ])('with %d hours left the warning is of %j days: the newest, and only that', (hours, days) => {
    expect(daysAt(hours, [7, 3, 1])).toEqual(days)
  })

  test('the order and repetition of the setting do not matter; without days there is no warning', () => {
    expect(daysAt(30, [1, 3, 7, 3])).toEqual([3])
    expect(daysAt(30, [])).toEqual([])
  })
})
