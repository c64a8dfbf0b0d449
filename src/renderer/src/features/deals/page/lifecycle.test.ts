import { expect, test } from 'vitest'
import type { AnyStage } from '#shared/domain/stages.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { at, dealView, receivedView } from '../../../testing/deals.ts'
import { milestones } from '#shared/telling/deals/lifecycle.ts'

const marks = (...stages: AnyStage[]): Pick<DealView, 'stageMarks'> => ({
  stageMarks: stages.map((stage, index) => ({
    stage,
    at: at(`2026-02-0${index + 1}T00:00:00.000Z`),
    by: null,
  })),
})
const CLOSED = { closedAt: at('2026-03-01T09:00:00.000Z') }

/** The bar from left to right, each milestone as "key state". */
const bar = (deal: DealView): string =>
  milestones(deal)
    .map(({ key, state }) => `${key} ${state}`)
    .join(', ')

test.each<[string, DealView, string]>([
  [
    'just created',
    dealView(marks('created')),
    'created now, qualified next, developed open, proposed open, negotiated open, won-or-lost open, closed open',
  ],
  [
    'received, where the answer comes first',
    receivedView(),
    'received now, answer next, qualified soft, developed soft, proposed soft, negotiated soft, won-or-lost open, closed open',
  ],
  [
    'accepted',
    dealView({ direction: 'inbound', ...marks('accepted') }),
    'received done, accepted now, qualified next, developed open, proposed open, negotiated open, won-or-lost open, closed open',
  ],
  [
    'half way',
    dealView(marks('created', 'qualified', 'developed')),
    'created done, qualified done, developed now, proposed next, negotiated open, won-or-lost open, closed open',
  ],
  [
    'at the last stage, where nothing is left to mark',
    dealView(marks('created', 'qualified', 'developed', 'proposed', 'negotiated')),
    'created done, qualified done, developed done, proposed done, negotiated now, won-or-lost open, closed open',
  ],
  [
    'an assessment, on its own ladder',
    dealView({ type: 'solution-assessment', ...marks('created', 'secure-customer-loe') }),
    'created done, secure-customer-loe now, collect-data next, prepare-report open, present-to-customer open, won-or-lost open, closed open',
  ],
  [
    'won early: what it never reached is left out',
    dealView({ status: 'won', ...marks('created', 'qualified'), ...CLOSED }),
    'created done, qualified done, won won, closed done',
  ],
  [
    'lost',
    dealView({ status: 'lost', direction: 'inbound', ...marks('accepted'), ...CLOSED }),
    'received done, accepted done, lost over, closed done',
  ],
  ['declined', receivedView({ status: 'declined', ...CLOSED }), 'received done, declined over, closed done'],
  ['expired', receivedView({ status: 'expired', ...CLOSED }), 'received done, expired over, closed done'],
])('the bar of a deal %s', (_what, deal, expected) => {
  expect(bar(deal)).toBe(expected)
})

test('every milestone passed carries its day, the end the day it is expected', () => {
  const deal = dealView(marks('created', 'qualified'))
  expect(milestones(deal).map(({ at: when, expectedAt }) => when ?? expectedAt ?? null)).toEqual([
    '2026-02-01T00:00:00.000Z',
    '2026-02-02T00:00:00.000Z',
    null,
    null,
    null,
    '2026-06-30',
    null,
  ])
})

test('the end of a closed deal carries the moment it closed', () => {
  const deal = dealView({ status: 'won', ...marks('created'), ...CLOSED })
  expect(milestones(deal).slice(-2)).toEqual([
    { key: 'won', what: { kind: 'won' }, state: 'won', at: '2026-03-01T09:00:00.000Z' },
    { key: 'closed', what: { kind: 'closed' }, state: 'done', at: '2026-03-01T09:00:00.000Z' },
  ])
})

test('stages say their percent, on both ladders', () => {
  const percents = (deal: DealView) =>
    milestones(deal).flatMap(({ what }) => (what.kind === 'stage' ? [`${what.stage} ${what.percent}`] : []))
  expect(percents(dealView())).toEqual([
    'created 10',
    'qualified 20',
    'developed 40',
    'proposed 60',
    'negotiated 80',
  ])
  expect(percents(dealView({ type: 'solution-assessment' }))).toEqual([
    'created 10',
    'secure-customer-loe 20',
    'collect-data 40',
    'prepare-report 60',
    'present-to-customer 80',
  ])
})
