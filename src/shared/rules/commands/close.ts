import { ok } from '#shared/result.ts'
import { reasonRefusals } from './answer.ts'
import { type Decider, textOrNull, unless } from './decider.ts'

/** Won (D9): final. The guards have checked that an assessment is complete (B3). */
export const decideWin: Decider<'win'> = () => ok([{ kind: 'won', body: {} }])

/** Lost (D10): final, with a reason. */
export const decideLose: Decider<'lose'> = (_deal, command) =>
  unless(reasonRefusals(command.reason, command.notes), () => [
    { kind: 'lost', body: { reason: command.reason!, notes: textOrNull(command.notes) } },
  ])
