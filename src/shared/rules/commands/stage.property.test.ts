import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnyStage } from '#shared/domain/stages.ts'
import { correctStage, markStage } from '../testing/commands.ts'
import { act, codesOf, eventsOf, privateDeal } from '../testing/deals.ts'

const LADDER: readonly AnyStage[] = ['created', 'qualified', 'developed', 'proposed', 'negotiated']
const moves = fc.array(fc.nat(4), { maxLength: 12 })

test('B2: any sequence of moves ends where the last one led, each a single event', () => {
  fc.assert(
    fc.property(moves, (places) => {
      let deal = privateDeal()
      let at = 0
      for (const to of places) {
        const command = to > at ? markStage(LADDER[to]!) : correctStage(LADDER[to]!)
        if (to === at) {
          expect(codesOf(deal, command)).toEqual(['STAGE_NOT_BEHIND'])
          continue
        }
        expect(eventsOf(deal, command)).toHaveLength(1)
        deal = act(deal, command)
        at = to
        expect(deal.stage).toBe(LADDER[at])
      }
    }),
  )
})

test('B2: the marks are always the stages from the first to the current one', () => {
  fc.assert(
    fc.property(moves, (places) => {
      let deal = privateDeal()
      for (const to of places) {
        const stage = LADDER[to]!
        for (const command of [markStage(stage), correctStage(stage)]) {
          if (codesOf(deal, command).length === 0) deal = act(deal, command)
        }
      }
      const reached = LADDER.indexOf(deal.stage!)
      expect(deal.stageMarks.map(({ stage }) => stage)).toEqual(LADDER.slice(0, reached + 1))
    }),
  )
})
