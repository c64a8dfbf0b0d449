import { expect, test } from 'vitest'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import { allowed, blocked, dealRow, receivedRow, refusal } from '../../../testing/deals.ts'
import { columnOf, columnVerdicts } from './column-verdicts.ts'

const TERMINAL = refusal('DEAL_TERMINAL')
const AHEAD = refusal('STAGE_NOT_AHEAD')

test.each([
  ['received', null, 'received'],
  ['accepted', null, 'created'],
  ['accepted', 'created', 'created'],
  ['accepted', 'accepted', 'created'],
  ['accepted', 'proposed', 'proposed'],
  ['accepted', 'collect-data', 'collect-data'],
  ['won', 'won', 'won'],
  ['lost', 'developed', 'lost'],
  ['declined', null, null],
  ['expired', null, null],
] as const)('a deal %s on %s stands in %s', (status, stage, column) => {
  expect(columnOf({ status, stage })).toBe(column)
})

/** Verdicts in one word per column, as a person would read the board from left to right. */
const board = (
  deal: DealRow,
  actions: readonly VerdictView[],
  family: 'standard' | 'assessment' = 'standard',
) =>
  Object.entries(columnVerdicts(deal, family, actions)).map(([column, verdict]) => [
    column,
    verdict.kind === 'refused'
      ? (verdict.board ?? verdict.reasons.map(({ code }) => code).join(' '))
      : verdict.kind,
  ])

test('a running deal is marked ahead, corrected back, won or lost, and never received again', () => {
  const actions = [
    allowed('correct-stage', 'created'),
    allowed('correct-stage', 'qualified'),
    allowed('mark-stage', 'proposed'),
    blocked('mark-stage', 'negotiated', AHEAD),
    allowed('win'),
    allowed('lose'),
  ]
  expect(board(dealRow({ stage: 'developed' }), actions)).toEqual([
    ['received', 'noWayBack'],
    ['created', 'correct'],
    ['qualified', 'correct'],
    ['developed', 'home'],
    ['proposed', 'mark'],
    ['negotiated', 'STAGE_NOT_AHEAD'],
    ['won', 'win'],
    ['lost', 'lose'],
  ])
})

test('a received deal can only be accepted; elsewhere the board says what to do instead', () => {
  expect(board(receivedRow(), [allowed('accept'), allowed('decline')])).toEqual([
    ['received', 'home'],
    ['created', 'accept'],
    ['qualified', 'answerFirst'],
    ['developed', 'answerFirst'],
    ['proposed', 'answerFirst'],
    ['negotiated', 'answerFirst'],
    ['won', 'answerFirst'],
    ['lost', 'declineInstead'],
  ])
})

test('a received deal whose time is over is refused for the reason the rulebook gives', () => {
  const verdicts = columnVerdicts(receivedRow(), 'standard', [
    blocked('accept', null, refusal('INVITATION_EXPIRED')),
  ])
  expect(verdicts['created']).toEqual({
    kind: 'refused',
    reasons: [{ code: 'INVITATION_EXPIRED', params: {}, fix: null }],
    board: null,
  })
})

test.each([
  ['outbound', 'created'],
  ['inbound', 'accepted'],
] as const)('back to the first column, an %s deal is corrected to %s', (direction, stage) => {
  const deal = dealRow({ direction, stage: 'qualified' })
  const verdicts = columnVerdicts(deal, 'standard', [allowed('correct-stage', stage)])
  expect(verdicts['created']).toEqual({ kind: 'correct', stage })
})

test('an assessment has the columns of its own ladder and takes one step at a time', () => {
  const next = refusal('STAGE_NOT_NEXT')
  const behind = refusal('STAGE_NOT_BEHIND')
  const open = refusal('ASSESSMENT_STAGES_OPEN')
  const actions = [
    blocked('correct-stage', 'created', behind),
    allowed('correct-stage', 'secure-customer-loe'),
    allowed('mark-stage', 'prepare-report'),
    blocked('mark-stage', 'present-to-customer', next),
    blocked('win', null, open),
    allowed('lose'),
  ]
  expect(board(dealRow({ stage: 'collect-data' }), actions, 'assessment')).toEqual([
    ['received', 'noWayBack'],
    ['created', 'STAGE_NOT_BEHIND'],
    ['secure-customer-loe', 'correct'],
    ['collect-data', 'home'],
    ['prepare-report', 'mark'],
    ['present-to-customer', 'STAGE_NOT_NEXT'],
    ['won', 'ASSESSMENT_STAGES_OPEN'],
    ['lost', 'lose'],
  ])
})

test('a won deal goes nowhere', () => {
  const actions = [blocked('win', null, TERMINAL), blocked('lose', null, TERMINAL)]
  const verdicts = columnVerdicts(dealRow({ status: 'won', stage: 'won' }), 'standard', actions)
  expect(verdicts['won']).toEqual({ kind: 'home' })
  expect(verdicts['lost']).toEqual({ kind: 'refused', reasons: [TERMINAL], board: null })
  expect(verdicts['negotiated']?.kind).toBe('refused')
})

test('an action nobody judged is refused, not offered', () => {
  expect(Object.values(columnVerdicts(dealRow(), 'standard', [])).map(({ kind }) => kind)).toEqual([
    'refused',
    'home',
    'refused',
    'refused',
    'refused',
    'refused',
    'refused',
    'refused',
  ])
})
