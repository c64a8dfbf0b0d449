import { expect, test } from 'vitest'
import type { AnyStage } from '#shared/domain/stages.ts'
import { correctStage, markStage } from '../testing/commands.ts'
import {
  acceptedDeal,
  act,
  assessmentDeal,
  codesOf,
  eventsOf,
  markedDeal,
  privateDeal,
} from '../testing/deals.ts'
import { ACTOR, NOW, at } from '../testing/facts.ts'

const LATER = at('2026-03-05T08:00:00.000Z')
const SA_STAGES = ['secure-customer-loe', 'collect-data', 'prepare-report', 'present-to-customer'] as const
const stagesOf = (marks: readonly { readonly stage: AnyStage }[]) => marks.map(({ stage }) => stage)

test('B2: skipping ahead marks the ones between, in one event at one moment', () => {
  expect(eventsOf(privateDeal(), markStage('proposed'))).toEqual([
    { kind: 'stage-marked', body: { stage: 'proposed' } },
  ])
  const deal = act(privateDeal(), markStage('proposed'), LATER)
  expect(deal).toMatchObject({ stage: 'proposed', stageSince: LATER, updatedAt: LATER, version: 2 })
  expect(deal.stageMarks).toEqual([
    { stage: 'created', at: NOW, by: ACTOR },
    { stage: 'qualified', at: LATER, by: ACTOR },
    { stage: 'developed', at: LATER, by: ACTOR },
    { stage: 'proposed', at: LATER, by: ACTOR },
  ])
})

test('B2: stages marked before keep their own moment', () => {
  const deal = act(markedDeal(privateDeal(), 'qualified'), markStage('developed'), LATER)
  expect(deal.stageMarks.map((mark) => [mark.stage, mark.at])).toEqual([
    ['created', NOW],
    ['qualified', NOW],
    ['developed', LATER],
  ])
})

test('D7: an inbound deal climbs from accepted', () => {
  const deal = act(acceptedDeal(), markStage('qualified'))
  expect(stagesOf(deal.stageMarks)).toEqual(['accepted', 'qualified'])
})

test('B2: the current stage and those behind are refused, and so are won and other ladders', () => {
  const deal = markedDeal(privateDeal(), 'developed')
  expect(codesOf(deal, markStage('developed'))).toEqual(['STAGE_NOT_AHEAD'])
  expect(codesOf(deal, markStage('created'))).toEqual(['STAGE_NOT_AHEAD'])
  expect(codesOf(deal, markStage('won'))).toEqual(['STAGE_NOT_NEXT'])
  expect(codesOf(deal, markStage('prepare-report'))).toEqual(['STAGE_NOT_NEXT'])
})

test('B2: going back is one event of its own kind that keeps its note', () => {
  const deal = markedDeal(privateDeal(), 'negotiated')
  expect(eventsOf(deal, correctStage('qualified', ' Wrong card '))).toEqual([
    { kind: 'stage-corrected', body: { stage: 'qualified', note: 'Wrong card' } },
  ])
  const back = act(deal, correctStage('qualified'), LATER)
  expect(back).toMatchObject({ stage: 'qualified', stageSince: LATER })
  expect(stagesOf(back.stageMarks)).toEqual(['created', 'qualified'])
})

test('B2: back to 10 percent is the stage the deal began with, whichever of the two is named', () => {
  for (const named of ['created', 'accepted'] as const) {
    const ours = act(markedDeal(privateDeal(), 'developed'), correctStage(named))
    expect([ours.stage, stagesOf(ours.stageMarks)]).toEqual(['created', ['created']])
    const inbound = act(markedDeal(acceptedDeal(), 'developed'), correctStage(named))
    expect([inbound.stage, stagesOf(inbound.stageMarks)]).toEqual(['accepted', ['accepted']])
  }
})

test('B2: what was corrected can be marked again, with a new moment', () => {
  const back = act(markedDeal(privateDeal(), 'developed'), correctStage('created'))
  const again = act(back, markStage('qualified'), LATER)
  expect(again.stageMarks[1]).toEqual({ stage: 'qualified', at: LATER, by: ACTOR })
})

test('B2: the current stage and those ahead are no correction', () => {
  const deal = markedDeal(privateDeal(), 'developed')
  expect(codesOf(deal, correctStage('developed'))).toEqual(['STAGE_NOT_BEHIND'])
  expect(codesOf(deal, correctStage('proposed'))).toEqual(['STAGE_NOT_BEHIND'])
  expect(codesOf(privateDeal(), correctStage('created'))).toEqual(['STAGE_NOT_BEHIND'])
})

test('B3: they are marked strictly one after the other', () => {
  let deal = assessmentDeal()
  for (const [index, stage] of SA_STAGES.entries()) {
    for (const later of SA_STAGES.slice(index + 1)) {
      expect(codesOf(deal, markStage(later))).toEqual(['STAGE_NOT_NEXT'])
    }
    deal = act(deal, markStage(stage))
  }
  expect(stagesOf(deal.stageMarks)).toEqual(['created', ...SA_STAGES])
})

test('B3: correcting un-marks the last one only', () => {
  const deal = markedDeal(assessmentDeal(), ...SA_STAGES.slice(0, 3))
  expect(codesOf(deal, correctStage('secure-customer-loe'))).toEqual(['STAGE_NOT_BEHIND'])
  expect(codesOf(deal, correctStage('created'))).toEqual(['STAGE_NOT_BEHIND'])
  const back = act(deal, correctStage('collect-data'))
  expect(stagesOf(back.stageMarks)).toEqual(['created', 'secure-customer-loe', 'collect-data'])
  expect(act(act(back, correctStage('secure-customer-loe')), correctStage('created')).stage).toBe('created')
})
