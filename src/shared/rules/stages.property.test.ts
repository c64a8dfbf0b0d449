import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnyStage, STAGES } from '#shared/domain/stages.ts'
import { percentOf, stageCorrectionRefusal, stageMarkRefusal } from './stages.ts'
import { correctStage, markStage } from './testing/commands.ts'
import { act, assessmentDeal, markedDeal, privateDeal } from './testing/deals.ts'

const LADDER: readonly AnyStage[] = ['created', 'qualified', 'developed', 'proposed', 'negotiated']
const ASSESSMENT: readonly AnyStage[] = [
  'created',
  'secure-customer-loe',
  'collect-data',
  'prepare-report',
  'present-to-customer',
]
const place = fc.nat(4)

test('B2: on a standard deal any stage ahead can be marked and any behind corrected to, nothing else', () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      const deal = { ...privateDeal(), stage: LADDER[from]! }
      expect(stageMarkRefusal(deal, LADDER[to]!) === null).toBe(to > from)
      expect(stageCorrectionRefusal(deal, LADDER[to]!) === null).toBe(to < from)
    }),
  )
})

test('B3: on an assessment only the next stage can be marked and only the last one taken back', () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      const deal = { ...assessmentDeal(), stage: ASSESSMENT[from]! }
      expect(stageMarkRefusal(deal, ASSESSMENT[to]!) === null).toBe(to === from + 1)
      expect(stageCorrectionRefusal(deal, ASSESSMENT[to]!) === null).toBe(to === from - 1)
    }),
  )
})

test('4.1: a stage of the other ladder, accepted apart, can be neither marked nor corrected to', () => {
  const foreign = fc.constantFrom<AnyStage>(...STAGES.slice(2, 6))
  fc.assert(
    fc.property(place, foreign, (from, stage) => {
      const deal = { ...assessmentDeal(), stage: ASSESSMENT[from]! }
      expect(stageMarkRefusal(deal, stage)?.code).toBe('STAGE_NOT_NEXT')
      expect(stageCorrectionRefusal(deal, stage)?.code).toBe('STAGE_NOT_BEHIND')
    }),
  )
})

test('B2: marking ahead and correcting back leads to the percent and the marks of before', () => {
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 4 }), (from, ahead) => {
      const to = Math.min(from + ahead, 4)
      fc.pre(to > from)
      const before = from === 0 ? privateDeal() : markedDeal(privateDeal(), LADDER[from]!)
      const there = act(before, markStage(LADDER[to]!))
      const back = act(there, correctStage(LADDER[from]!))
      expect(percentOf(there)).toBeGreaterThan(percentOf(before))
      expect([back.stage, percentOf(back), back.stageMarks]).toEqual([
        before.stage,
        percentOf(before),
        before.stageMarks,
      ])
    }),
  )
})
