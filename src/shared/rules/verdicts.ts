import { type CommandKind, COMMAND_KINDS } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import { LADDERS, markable } from '#shared/domain/stages.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Refusal } from '#shared/errors.ts'
import { familyOf } from './deal-type.ts'
import { REVIEW_OUTCOMES } from '#shared/domain/registration.ts'
import { answerRefusal, situationRefusals } from './guards.ts'
import { type Incentives, registerRefusals, reviewsFor, wrongState } from './registration.ts'
import { baseStage } from './stages.ts'

/** Whether an action is possible on a deal now; `target`: the stage or party it aims at. */
export interface Verdict {
  readonly action: CommandKind
  readonly target: string | null
  readonly allowed: boolean
  readonly reasons: readonly Refusal[]
}

const verdict = (action: CommandKind, target: string | null, reasons: readonly Refusal[]): Verdict => ({
  action,
  target,
  allowed: reasons.length === 0,
  reasons,
})

/**
 * Every action of a deal, allowed or blocked with all its reasons: the guards `decide` itself applies.
 * What a form still lacks is not a reason here; `deals.check` tells that. `tagged`: incentives of the directory.
 */
export function verdicts(deal: Deal, now: Instant, tagged: Incentives = new Map()): readonly Verdict[] {
  const none = { deal, now, stage: null }
  return COMMAND_KINDS.flatMap((action): readonly Verdict[] => {
    switch (action) {
      case 'create':
      case 'receive':
        return []
      case 'mark-stage':
        return markable(familyOf(deal)).map(({ stage }) =>
          verdict(action, stage, situationRefusals(action, { ...none, stage })),
        )
      case 'correct-stage':
        return LADDERS[familyOf(deal)]
          .filter((rung) => rung.order > 0 || rung.stage === baseStage(deal))
          .filter((rung) => rung.order < 5)
          .map(({ stage }) => verdict(action, stage, situationRefusals(action, { ...none, stage })))
      case 'record-answer':
        return deal.parties.map((party) => {
          const reason = answerRefusal(party, party.status === 'accepted' ? 'won' : 'accepted', now)
          return verdict(action, party.id, reason ? [reason] : [])
        })
      case 'register':
        return [verdict(action, null, registerRefusals(deal, tagged))]
      case 'record-review':
        return REVIEW_OUTCOMES.map((outcome) => {
          const possible = reviewsFor(deal.registration?.state ?? null).includes(outcome)
          return verdict(action, outcome, possible ? [] : [wrongState(deal.registration?.state ?? null)])
        })
      case 'resubmit': {
        const state = deal.registration?.state ?? null
        return [verdict(action, null, state === 'action-required' ? [] : [wrongState(state)])]
      }
      default:
        return [verdict(action, null, situationRefusals(action, none))]
    }
  })
}
