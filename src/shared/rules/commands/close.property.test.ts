import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STAGES } from '#shared/domain/stages.ts'
import { WIN, lose, markStage } from '../testing/commands.ts'
import { act, assessmentDeal, codesOf, markedDeal, privateDeal } from '../testing/deals.ts'
import { CHANGING } from '../testing/situations.ts'

const SA_STAGES = ['secure-customer-loe', 'collect-data', 'prepare-report', 'present-to-customer'] as const

test('B3: an assessment is won exactly when its four stages are marked, in whatever way it came there', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SA_STAGES), { maxLength: 20 }), (asked) => {
      let deal = assessmentDeal()
      for (const stage of asked) {
        if (codesOf(deal, markStage(stage)).length === 0) deal = act(deal, markStage(stage))
      }
      const complete = deal.stageMarks.length === 5
      expect(codesOf(deal, WIN)).toEqual(complete ? [] : ['ASSESSMENT_STAGES_OPEN'])
      expect(codesOf(deal, lose())).toEqual([])
    }),
  )
})

test('B4: won and lost are for ever, whatever is asked after them', () => {
  const stage = fc.constantFrom(...STAGES.slice(2, 6))
  fc.assert(
    fc.property(stage, fc.boolean(), fc.constantFrom(...CHANGING), (marked, won, command) => {
      const closed = act(markedDeal(privateDeal(), marked), won ? WIN : lose())
      expect(codesOf(closed, command)).toEqual(['DEAL_TERMINAL'])
      expect(closed.stage).toBe(won ? 'won' : marked)
    }),
  )
})
