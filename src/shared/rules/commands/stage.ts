import { ok } from '#shared/result.ts'
import { rungOf } from '#shared/domain/stages.ts'
import { baseStage } from '../stages.ts'
import { familyOf } from '../deal-type.ts'
import { type Decider, textOrNull } from './decider.ts'

/** Marks a stage (D7). The guards have checked that it lies ahead (B2) or is the next (B3). */
export const decideMarkStage: Decider<'mark-stage'> = (_deal, command) =>
  ok([{ kind: 'stage-marked', body: { stage: command.stage } }])

/** Corrects a stage back (B2, B3). Back to 10 % means the stage the deal began with. */
export const decideCorrectStage: Decider<'correct-stage'> = (deal, command) => {
  const order = rungOf(familyOf(deal), command.stage)!.order
  const stage = order === 0 ? baseStage(deal) : command.stage
  return ok([{ kind: 'stage-corrected', body: { stage, note: textOrNull(command.note) } }])
}
