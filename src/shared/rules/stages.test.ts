import { expect, test } from 'vitest'
import type { Deal, Status } from '#shared/domain/deal.ts'
import type { AnyStage } from '#shared/domain/stages.ts'
import {
  baseStage,
  boardColumnOf,
  nextStage,
  openAssessmentStages,
  percentOf,
  stageCorrectionRefusal,
  stageMarkRefusal,
  stageOrder,
} from './stages.ts'
import { assessmentDeal, privateDeal } from './testing/deals.ts'

const standard = (stage: AnyStage | null, over: Partial<Deal> = {}): Deal => ({
  ...privateDeal(),
  stage,
  ...over,
})
const assessment = (stage: AnyStage | null): Deal => ({ ...assessmentDeal(), stage })

// Ladder, current stage: order, percent, the next stage a person marks, what is open before Won.
test.each([
  ['standard', null, 0, 0, 'qualified', []],
  ['standard', 'created', 0, 10, 'qualified', []],
  ['standard', 'accepted', 0, 10, 'qualified', []],
  ['standard', 'qualified', 1, 20, 'developed', []],
  ['standard', 'developed', 2, 40, 'proposed', []],
  ['standard', 'proposed', 3, 60, 'negotiated', []],
  ['standard', 'negotiated', 4, 80, null, []],
  ['standard', 'won', 5, 100, null, []],
  [
    'assessment',
    'created',
    0,
    10,
    'secure-customer-loe',
    ['secure-customer-loe', 'collect-data', 'prepare-report', 'present-to-customer'],
  ],
  [
    'assessment',
    'secure-customer-loe',
    1,
    20,
    'collect-data',
    ['collect-data', 'prepare-report', 'present-to-customer'],
  ],
  ['assessment', 'collect-data', 2, 40, 'prepare-report', ['prepare-report', 'present-to-customer']],
  ['assessment', 'prepare-report', 3, 60, 'present-to-customer', ['present-to-customer']],
  ['assessment', 'present-to-customer', 4, 80, null, []],
] as const)(
  '4.1 and 4.2: a %s deal on %s has order %d and %d percent, next %s, open before Won: %j',
  (family, stage, order, percent, next, open) => {
    const deal = family === 'standard' ? standard(stage) : assessment(stage)
    expect([stageOrder(deal), percentOf(deal), nextStage(deal)?.stage ?? null]).toEqual([
      order,
      percent,
      next,
    ])
    expect(openAssessmentStages(deal)).toEqual(open)
  },
)

test('4.1: our own deals begin as created, those that came to us as accepted', () => {
  expect([baseStage({ direction: 'outbound' }), baseStage({ direction: 'inbound' })]).toEqual([
    'created',
    'accepted',
  ])
})

// From, to, code against marking it, code against correcting back to it (B2).
test.each([
  ['created', 'qualified', null, 'STAGE_NOT_BEHIND'],
  ['created', 'negotiated', null, 'STAGE_NOT_BEHIND'],
  ['created', 'created', 'STAGE_NOT_AHEAD', 'STAGE_NOT_BEHIND'],
  ['developed', 'negotiated', null, 'STAGE_NOT_BEHIND'],
  ['developed', 'developed', 'STAGE_NOT_AHEAD', 'STAGE_NOT_BEHIND'],
  ['developed', 'qualified', 'STAGE_NOT_AHEAD', null],
  ['developed', 'created', 'STAGE_NOT_AHEAD', null],
  ['negotiated', 'created', 'STAGE_NOT_AHEAD', null],
  ['negotiated', 'won', 'STAGE_NOT_NEXT', 'STAGE_NOT_BEHIND'],
  ['developed', 'prepare-report', 'STAGE_NOT_NEXT', 'STAGE_NOT_BEHIND'],
] as const)('B2: on a standard deal, from %s to %s: mark %s, correct %s', (from, to, mark, correct) => {
  expect(stageMarkRefusal(standard(from), to)?.code ?? null).toBe(mark)
  expect(stageCorrectionRefusal(standard(from), to)?.code ?? null).toBe(correct)
})

// The same on an assessment (B3).
test.each([
  ['created', 'secure-customer-loe', null, 'STAGE_NOT_BEHIND'],
  ['created', 'collect-data', 'STAGE_NOT_NEXT', 'STAGE_NOT_BEHIND'],
  ['created', 'created', 'STAGE_NOT_AHEAD', 'STAGE_NOT_BEHIND'],
  ['secure-customer-loe', 'created', 'STAGE_NOT_AHEAD', null],
  ['secure-customer-loe', 'collect-data', null, 'STAGE_NOT_BEHIND'],
  ['secure-customer-loe', 'present-to-customer', 'STAGE_NOT_NEXT', 'STAGE_NOT_BEHIND'],
  ['prepare-report', 'collect-data', 'STAGE_NOT_AHEAD', null],
  ['prepare-report', 'secure-customer-loe', 'STAGE_NOT_AHEAD', 'STAGE_NOT_BEHIND'],
  ['prepare-report', 'created', 'STAGE_NOT_AHEAD', 'STAGE_NOT_BEHIND'],
  ['present-to-customer', 'won', 'STAGE_NOT_NEXT', 'STAGE_NOT_BEHIND'],
  ['secure-customer-loe', 'developed', 'STAGE_NOT_NEXT', 'STAGE_NOT_BEHIND'],
] as const)('B3: on an assessment, from %s to %s: mark %s, correct %s', (from, to, mark, correct) => {
  expect(stageMarkRefusal(assessment(from), to)?.code ?? null).toBe(mark)
  expect(stageCorrectionRefusal(assessment(from), to)?.code ?? null).toBe(correct)
})

test('B3: a refused stage names the next one, and Won where none is left', () => {
  expect(stageMarkRefusal(assessment('created'), 'prepare-report')).toEqual({
    code: 'STAGE_NOT_NEXT',
    params: { stage: 'prepare-report', next: 'secure-customer-loe' },
    fix: { action: 'mark-stage' },
  })
  expect(stageMarkRefusal(standard('negotiated'), 'won')).toEqual({
    code: 'STAGE_NOT_NEXT',
    params: { stage: 'won', next: null },
    fix: { action: 'win' },
  })
})

test('B2: a stage already passed names the current one, and the correction that leads back', () => {
  expect(stageMarkRefusal(standard('developed'), 'qualified')).toEqual({
    code: 'STAGE_NOT_AHEAD',
    params: { stage: 'qualified', current: 'developed' },
    fix: { action: 'correct-stage' },
  })
  expect(stageCorrectionRefusal(standard('developed'), 'proposed')?.params).toEqual({
    stage: 'proposed',
    current: 'developed',
  })
})

// Status, direction, stage: the column of the board (CONTRACT deals.board).
test.each([
  ['received', 'inbound', null, 'received'],
  ['accepted', 'outbound', 'created', 'created'],
  ['accepted', 'inbound', 'accepted', 'created'],
  ['accepted', 'inbound', 'proposed', 'proposed'],
  ['won', 'outbound', 'won', 'won'],
  ['lost', 'outbound', 'developed', 'lost'],
  ['declined', 'inbound', null, null],
  ['expired', 'inbound', null, null],
] as const)(
  'CONTRACT deals.board: a deal %s, %s, on %s stands in column %s',
  (status: Status, direction, stage, column) => {
    expect(boardColumnOf(standard(stage, { status, direction }))).toBe(column)
  },
)

test('CONTRACT deals.board: an assessment stands in the column of its own stage', () => {
  expect(boardColumnOf(assessment('collect-data'))).toBe('collect-data')
})
