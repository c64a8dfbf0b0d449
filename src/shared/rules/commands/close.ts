import { ok } from '#shared/result.ts'
import { incentiveSolutions } from '../registration.ts'
import { reasonRefusals } from './answer.ts'
import { type Decider, textOrNull, unless } from './decider.ts'
import { taggedIn } from './register.ts'

/**
 * Won (D9): final. The guards have checked that an assessment is complete (B3). Notes which solutions earn an
 * incentive: registration is judged from then on (8.3).
 */
export const decideWin: Decider<'win'> = (deal, _command, _now, facts) =>
  ok([{ kind: 'won', body: { incentives: incentiveSolutions(deal, taggedIn(facts)) } }])

/** Lost (D10): final, with a reason. */
export const decideLose: Decider<'lose'> = (_deal, command) =>
  unless(reasonRefusals(command.reason, command.notes), () => [
    { kind: 'lost', body: { reason: command.reason!, notes: textOrNull(command.notes) } },
  ])
