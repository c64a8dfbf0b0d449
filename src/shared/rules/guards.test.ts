import { describe, expect, test } from 'vitest'
import type { Deal } from '#shared/domain/deal.ts'
import type { RefusalCode } from '#shared/errors.ts'
import { answerRefusal } from './guards.ts'
import { accept, create, decline, invite, receive, setFavorite } from './testing/commands.ts'
import {
  acceptedDeal,
  act,
  codesOf,
  coSellDeal,
  declinedDeal,
  expiredDeal,
  lostDeal,
  partyOf,
  privateDeal,
  receivedDeal,
  refusalsOf,
  wonDeal,
} from './testing/deals.ts'
import { NOW, at } from './testing/facts.ts'
import { CHANGING, COMPLETE, firstPartyAccepts } from './testing/situations.ts'

const LATER = at('2026-03-20T00:00:00.000Z')
const CLOSED: readonly [string, () => Deal][] = [
  ['won', wonDeal],
  ['lost', lostDeal],
  ['declined', declinedDeal],
  ['expired', expiredDeal],
]

describe.each(CLOSED)('D11 and B7 on a deal %s', (status, deal) => {
  test.each(CHANGING.map((command) => [command.kind, command] as const))(
    `D11: %s is refused on a deal ${status}`,
    (kind, command) => {
      const answering = kind === 'accept' || kind === 'decline'
      const expected: RefusalCode[] =
        answering && status === 'expired' ? ['INVITATION_EXPIRED', 'DEAL_TERMINAL'] : ['DEAL_TERMINAL']
      expect(codesOf(deal(), command, LATER)).toEqual(expected)
    },
  )

  test(`B7: the favourite of a deal ${status} may still be set`, () => {
    expect(act(deal(), setFavorite(true), LATER).favorite).toBe(true)
  })
})

test('B7: another party may still answer on a closed deal', () => {
  const won = act(act(null, create({ partners: [invite()] })), COMPLETE.win)
  const answered = act(won, firstPartyAccepts(won))
  expect(partyOf(answered).status).toBe('accepted')
  expect(answered.status).toBe('won')
})

test('B7: an expired deal stays expired when the clock moves back before its deadline', () => {
  for (const command of [accept(), decline()]) {
    expect(codesOf(expiredDeal(), command, NOW)).toEqual(['INVITATION_EXPIRED', 'DEAL_TERMINAL'])
  }
})

test('D11: the refusal names the status and points to the copy, the remedy for a mistake (B12)', () => {
  const deal = expiredDeal()
  expect(codesOf(deal, accept())).toContain('DEAL_TERMINAL')
  expect(refusalsOf(deal, accept())).toEqual([
    {
      code: 'INVITATION_EXPIRED',
      params: { expiresAt: '2026-03-16T09:00:00.000Z' },
      fix: { action: 'copy' },
    },
    { code: 'DEAL_TERMINAL', params: { status: 'expired' }, fix: { action: 'copy' } },
  ])
})

// RULEBOOK 3.2, "not available": what a situation rules out before anything is closed.
const UNAVAILABLE: readonly [string, () => Deal, keyof typeof COMPLETE, readonly RefusalCode[]][] = [
  ['accept an accepted deal', acceptedDeal, 'accept', ['NOT_RECEIVED']],
  ['accept our own deal', privateDeal, 'accept', ['NOT_RECEIVED']],
  ['decline an accepted deal', acceptedDeal, 'decline', ['NOT_RECEIVED']],
  ['decline our own deal', privateDeal, 'decline', ['NOT_RECEIVED']],
  ['win a received deal', receivedDeal, 'win', ['NOT_ACTIVE']],
  ['lose a received deal', receivedDeal, 'lose', ['NOT_ACTIVE']],
  ['edit a received deal', receivedDeal, 'edit', ['NOT_ACTIVE']],
  ['set the team of a received deal', receivedDeal, 'set-team', ['NOT_ACTIVE']],
  ['set the solutions of a received deal', receivedDeal, 'set-solutions', ['NOT_ACTIVE']],
  ['mark a stage of a received deal', receivedDeal, 'mark-stage', ['NOT_ACTIVE']],
  ['correct a stage of a received deal', receivedDeal, 'correct-stage', ['NOT_ACTIVE']],
]
test.each(UNAVAILABLE)('3.2: nobody can %s', (_what, deal, kind, codes) => {
  expect(codesOf(deal(), COMPLETE[kind])).toEqual(codes)
})

test('3.2: what a received deal waits for is the mend of everything else', () => {
  expect(refusalsOf(receivedDeal(), COMPLETE.win)).toEqual([
    { code: 'NOT_ACTIVE', params: { status: 'received' }, fix: { action: 'accept' } },
  ])
  expect(refusalsOf(acceptedDeal(), COMPLETE.accept)[0]!.params).toEqual({ status: 'accepted' })
})

// Received 2026-03-02T09:00Z, so the deadline is 2026-03-16T09:00Z.
test.each([
  ['at once', '2026-03-02T09:00:00.000Z', []],
  ['one millisecond before the deadline', '2026-03-16T08:59:59.999Z', []],
  ['exactly at the deadline', '2026-03-16T09:00:00.000Z', ['INVITATION_EXPIRED']],
  ['one millisecond after it', '2026-03-16T09:00:00.001Z', ['INVITATION_EXPIRED']],
  ['400 days later', '2027-04-06T09:00:00.000Z', ['INVITATION_EXPIRED']],
])('B6: %s, also where nothing has swept yet', (_when, now, codes) => {
  expect(codesOf(receivedDeal(), accept(), at(now))).toEqual(codes)
  expect(codesOf(receivedDeal(), decline(), at(now))).toEqual(codes)
})

test('B6: a deadline the sender named wins over the 14 days', () => {
  const deal = act(null, receive('microsoft', { expiresAt: at('2026-03-04T00:00:00.000Z') }))
  expect(codesOf(deal, accept(), at('2026-03-03T23:59:59.999Z'))).toEqual([])
  expect(codesOf(deal, accept(), at('2026-03-04T00:00:00.000Z'))).toEqual(['INVITATION_EXPIRED'])
})

const pending = partyOf(coSellDeal())
// Status of the party, answer: the code against it.
test.each([
  ['pending', 'accepted', null],
  ['pending', 'declined', null],
  ['pending', 'won', 'PARTY_NOT_ACCEPTED'],
  ['pending', 'lost', 'PARTY_NOT_ACCEPTED'],
  ['accepted', 'accepted', 'PARTY_NOT_PENDING'],
  ['accepted', 'declined', 'PARTY_NOT_PENDING'],
  ['accepted', 'won', null],
  ['accepted', 'lost', null],
  ['declined', 'accepted', 'PARTY_NOT_PENDING'],
  ['declined', 'won', 'PARTY_NOT_ACCEPTED'],
  ['expired', 'accepted', 'PARTY_NOT_PENDING'],
  ['expired', 'declined', 'PARTY_NOT_PENDING'],
  ['expired', 'lost', 'PARTY_NOT_ACCEPTED'],
  ['won', 'accepted', 'PARTY_NOT_PENDING'],
  ['won', 'lost', 'PARTY_NOT_ACCEPTED'],
  ['lost', 'declined', 'PARTY_NOT_PENDING'],
  ['lost', 'won', 'PARTY_NOT_ACCEPTED'],
] as const)('3.3: a party %s that answers %s: %s', (status, given, code) => {
  const reason = answerRefusal({ ...pending, status }, given, NOW)
  expect(reason?.code ?? null).toBe(code)
  if (reason) expect(reason.params).toEqual({ status })
})

test('P6: a party that is not there answers nothing', () => {
  expect(answerRefusal(null, 'accepted', NOW)?.code).toBe('PARTY_NOT_PENDING')
  expect(answerRefusal(null, 'won', NOW)?.code).toBe('PARTY_NOT_ACCEPTED')
})

test('P4: a pending party answers until its deadline, whether or not anything has swept', () => {
  const [before, deadline] = [at('2026-03-16T08:59:59.999Z'), at('2026-03-16T09:00:00.000Z')]
  expect(answerRefusal(pending, 'accepted', before)).toBeNull()
  for (const given of ['accepted', 'declined'] as const) {
    expect(answerRefusal(pending, given, deadline)).toEqual({
      code: 'PARTY_NOT_PENDING',
      params: { status: 'expired' },
      fix: null,
    })
  }
})
