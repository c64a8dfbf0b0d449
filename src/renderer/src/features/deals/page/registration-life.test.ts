import { expect, test } from 'vitest'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { at, dealView, eligibility, refusal, registration, wonView } from '../../../testing/deals.ts'
import { milestones } from '#shared/telling/deals/lifecycle.ts'

const REVIEWED = { reviewedAt: at('2026-03-01T09:00:00.000Z') }
const withRecord = (over: Parameters<typeof registration>[0]) =>
  wonView({ registrationRecord: registration(over) })

/** What comes after Won, each milestone as "key state". */
const afterWon = (deal: DealView): string =>
  milestones(deal)
    .slice(milestones(deal).findIndex(({ key }) => key === 'won') + 1)
    .map(({ key, state }) => `${key} ${state}`)
    .join(', ')

test.each<[string, DealView, string]>([
  ['IP co-sell, not registered', wonView(), 'register next, review soft, validation soft, closed open'],
  [
    'business application, not registered: no review',
    wonView({ solutions: wonView().solutions.map((one) => ({ ...one, incentive: 'business-apps' })) }),
    'register next, closed open',
  ],
  ['under review', withRecord({}), 'registered done, review now, record next, validation soft, closed open'],
  [
    'action required',
    withRecord({ state: 'action-required', ...REVIEWED }),
    'registered done, action-required bad, resubmit next, validation soft, closed open',
  ],
  [
    'final validation',
    withRecord({ state: 'final-validation', ...REVIEWED }),
    'registered done, review done, validation now, record next, closed open',
  ],
  [
    'approved: the last node lights',
    withRecord({ state: 'approved', ...REVIEWED }),
    'registered done, review done, approved won, closed done',
  ],
  ['rejected', withRecord({ state: 'rejected', ...REVIEWED }), 'registered done, rejected over, closed done'],
  [
    'business application, complete with its submission',
    withRecord({ state: 'closed', incentive: 'business-apps' }),
    'registered done, closed done',
  ],
  [
    'not eligible: no registration at all',
    wonView({ eligibility: eligibility({ E1: refusal('MICROSOFT_NOT_INVITED') }) }),
    'closed done',
  ],
])('after Won, %s', (_what, deal, expected) => {
  expect(afterWon(deal)).toBe(expected)
})

test('a running deal that lacks nothing but being won shows what would come', () => {
  const keys = (deal: DealView) => milestones(deal).map(({ key, state }) => `${key} ${state}`)
  const running = wonView({
    status: 'accepted',
    closedAt: null,
    eligibility: eligibility({ E0: refusal('NOT_WON') }),
  })
  expect(keys(running).slice(-5)).toEqual([
    'won-or-lost open',
    'register soft',
    'review soft',
    'validation soft',
    'closed open',
  ])
  const privately = dealView({
    type: 'private',
    microsoft: null,
    eligibility: eligibility({ E0: refusal('NOT_WON'), E1: refusal('MICROSOFT_NOT_INVITED') }),
  })
  expect(keys(privately).slice(-3)).toEqual(['won-or-lost open', 'register soft', 'closed open'])
  expect(keys({ ...privately, microsoft: 'declined' }).slice(-2)).toEqual(['won-or-lost open', 'closed open'])
  expect(keys({ ...privately, direction: 'inbound' }).slice(-2)).toEqual(['won-or-lost open', 'closed open'])
})

test('where a registration follows, the stages between the first and the last give way', () => {
  const stageMarks = (['created', 'qualified', 'proposed'] as const).map((stage) => ({
    stage,
    at: at('2026-02-01T09:00:00.000Z'),
    by: null,
  }))
  const passing = (deal: DealView) => milestones(deal).flatMap((node) => (node.passing ? [node.key] : []))
  expect(passing(wonView({ stageMarks }))).toEqual(['qualified'])
  expect(passing(dealView({ stageMarks, status: 'won' }))).toEqual([])
})
