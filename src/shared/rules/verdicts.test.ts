import { expect, test } from 'vitest'
import type { Deal } from '#shared/domain/deal.ts'
import { answer } from './testing/commands.ts'
import {
  DEALS,
  acceptedDeal,
  act,
  assessmentDeal,
  coSellDeal,
  markedDeal,
  partyOf,
  privateDeal,
  receivedDeal,
  refusalsOf,
} from './testing/deals.ts'
import { NOW, at } from './testing/facts.ts'
import { COMPLETE, type OnDeal } from './testing/situations.ts'
import { verdicts } from './verdicts.ts'

/** Actions a deal offers, each once. */
const offered = (deal: Deal, now = NOW) => [
  ...new Set(verdicts(deal, now).flatMap(({ action, allowed }) => (allowed ? [action] : []))),
]
const of = (deal: Deal, action: OnDeal, now = NOW) =>
  verdicts(deal, now).filter((one) => one.action === action)

const RUNNING = 'edit set-team set-solutions'
const INVITING = 'invite-microsoft invite-partner'
// RULEBOOK 3.2, 5.2 and B7: what a deal of each state offers.
test.each([
  ['received from Microsoft', 'accept decline record-answer set-favorite'],
  ['received from a partner', 'accept decline record-answer set-favorite'],
  ['accepted from Microsoft', `${RUNNING} record-answer mark-stage win lose set-favorite`],
  ['accepted from a partner', `${RUNNING} record-answer mark-stage win lose set-favorite`],
  ['private', `${RUNNING} ${INVITING} mark-stage win lose set-favorite`],
  ['co-sell', `${RUNNING} invite-partner record-answer mark-stage win lose set-favorite`],
  ['partner to partner', `${RUNNING} ${INVITING} record-answer mark-stage win lose set-favorite`],
  ['solution assessment', 'edit set-team mark-stage lose set-favorite'],
  ['won', 'set-favorite'],
  ['lost', 'set-favorite'],
  ['declined', 'record-answer set-favorite'],
  ['expired', 'record-answer set-favorite'],
])('3.2 and 5.2: a deal %s offers: %s', (state, actions) => {
  expect(offered(DEALS[state]!()).join(' ')).toBe(actions)
})

test('B6: at its deadline a received deal no longer offers to be answered', () => {
  const codes = (now: string) => of(receivedDeal(), 'accept', at(now))[0]!.reasons.map(({ code }) => code)
  expect(codes('2026-03-16T08:59:59.999Z')).toEqual([])
  expect(codes('2026-03-16T09:00:00.000Z')).toEqual(['INVITATION_EXPIRED'])
})

const targets = (deal: Deal, action: OnDeal) =>
  of(deal, action).map(({ target, allowed }) => [target, allowed])

test('B2: a standard deal offers every stage ahead, and every one behind as a correction', () => {
  const deal = markedDeal(privateDeal(), 'developed')
  expect(targets(deal, 'mark-stage')).toEqual([
    ['qualified', false],
    ['developed', false],
    ['proposed', true],
    ['negotiated', true],
  ])
  expect(targets(deal, 'correct-stage')).toEqual([
    ['created', true],
    ['qualified', true],
    ['developed', false],
    ['proposed', false],
    ['negotiated', false],
  ])
})

test('B2: an inbound deal is corrected back to accepted, where it began', () => {
  expect(targets(markedDeal(acceptedDeal(), 'qualified'), 'correct-stage')[0]).toEqual(['accepted', true])
})

test('B3: an assessment offers the next stage only, and won not before the last', () => {
  const deal = markedDeal(assessmentDeal(), 'secure-customer-loe')
  expect(targets(deal, 'mark-stage')).toEqual([
    ['secure-customer-loe', false],
    ['collect-data', true],
    ['prepare-report', false],
    ['present-to-customer', false],
  ])
  expect(of(deal, 'win')[0]).toMatchObject({
    allowed: false,
    reasons: [{ code: 'ASSESSMENT_STAGES_OPEN' }],
  })
})

test('3.3: each party has a verdict of its own, for the answer it owes next', () => {
  const pending = coSellDeal()
  const party = partyOf(pending).id
  expect(of(pending, 'record-answer')).toEqual([
    { action: 'record-answer', target: party, allowed: true, reasons: [] },
  ])
  const accepted = act(pending, answer(partyOf(pending), 'accepted'))
  expect(of(accepted, 'record-answer')[0]!.allowed).toBe(true)
  const closed = act(accepted, answer(partyOf(accepted), 'won'))
  expect(of(closed, 'record-answer')[0]).toMatchObject({
    allowed: false,
    reasons: [{ code: 'PARTY_NOT_PENDING', params: { status: 'won' } }],
  })
  expect(of(pending, 'record-answer', at('2026-03-16T09:00:00.000Z'))[0]!.allowed).toBe(false)
  expect(of(privateDeal(), 'record-answer')).toEqual([])
})

test.each(Object.entries(DEALS))(
  'a deal %s: the verdict and the handler give the same reasons',
  (_state, make) => {
    const deal = make()
    for (const [action, command] of Object.entries(COMPLETE)) {
      const target = command.kind === 'mark-stage' || command.kind === 'correct-stage' ? command.stage : null
      const [verdict] = of(deal, action as OnDeal).filter((one) => one.target === target)
      if (verdict) expect(verdict.reasons).toEqual(refusalsOf(deal, command))
    }
  },
)

test('the verdicts name every action on a deal, and neither of those that begin one', () => {
  const actions = new Set(verdicts(coSellDeal(), NOW).map(({ action }) => action))
  expect([...actions].sort()).toEqual([...Object.keys(COMPLETE), 'record-answer'].sort())
})
