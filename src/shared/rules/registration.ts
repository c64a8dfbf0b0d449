import { type Incentive } from '#shared/domain/company.ts'
import { type Deal, type Status, microsoftParty } from '#shared/domain/deal.ts'
import type { SolutionId } from '#shared/domain/ids.ts'
import {
  ELIGIBILITY,
  type EligibilityCondition,
  type IncentiveSolution,
  type RegistrationState,
  type ReviewOutcome,
} from '#shared/domain/registration.ts'
import type { Fix, Refusal } from '#shared/errors.ts'
import { dealTypeOf } from './deal-type.ts'
import { refusal } from './refusal.ts'

/** One line of the checklist: whether a condition holds, and what says so. */
export interface EligibilityLine {
  readonly condition: EligibilityCondition
  readonly holds: boolean
  /** Why it does not hold; null when it does. */
  readonly reason: Refusal | null
}

/** Which solutions of a deal earn an incentive, as the directory tags them. */
export type Incentives = ReadonlyMap<SolutionId, Incentive>

/** The solutions of a deal that earn an incentive: by the directory, or as noted when it was won. */
export function incentiveSolutions(
  deal: Pick<Deal, 'solutions' | 'incentives'>,
  tagged: Incentives,
): readonly IncentiveSolution[] {
  const noted = new Map(deal.incentives.map(({ solutionId, incentive }) => [solutionId, incentive]))
  return deal.solutions.flatMap(({ id }) => {
    const incentive = tagged.get(id) ?? noted.get(id)
    return incentive ? [{ solutionId: id, incentive }] : []
  })
}

/** What brings a deal nearer to being won; a closed one can only be begun anew. */
const NOT_YET: Record<Status, Fix> = {
  received: { action: 'accept' },
  accepted: { action: 'win' },
  won: {},
  lost: { action: 'copy' },
  declined: { action: 'copy' },
  expired: { action: 'copy' },
}

/** Every condition of eligibility with its reason (RULEBOOK 8.3, E0 to E5). E4 follows from E1 and is said as well. */
export function eligibility(deal: Deal, tagged: Incentives): readonly EligibilityLine[] {
  const microsoft = microsoftParty(deal)
  const { type } = dealTypeOf(deal)
  const running = deal.status === 'accepted' && deal.direction === 'outbound' && !deal.assessment
  const accepted = microsoft?.status === 'accepted' || microsoft?.status === 'won'
  const reasons: Record<EligibilityCondition, Refusal | null> = {
    E0: deal.status === 'won' ? null : refusal('NOT_WON', { status: deal.status }, NOT_YET[deal.status]),
    E1: microsoft
      ? null
      : refusal('MICROSOFT_NOT_INVITED', {}, { action: running ? 'invite-microsoft' : 'copy' }),
    E2: accepted
      ? null
      : refusal('MICROSOFT_NOT_ACCEPTED', { status: microsoft?.status ?? null }, { action: 'record-answer' }),
    E3:
      incentiveSolutions(deal, tagged).length > 0
        ? null
        : refusal('NO_INCENTIVE_SOLUTION', {}, { action: 'tag-solution' }),
    E4: type === 'private' ? refusal('PRIVATE_NOT_REGISTRABLE') : null,
    E5: type === 'solution-assessment' ? refusal('SA_NOT_REGISTRABLE') : null,
  }
  return ELIGIBILITY.map((condition) => ({
    condition,
    holds: reasons[condition] === null,
    reason: reasons[condition],
  }))
}

/**
 * In which order reasons are said: what can never hold first, then what has to hold before a deal is won, and winning
 * last, for nobody takes it back. A deal that has ended otherwise can only be begun anew, so that comes first.
 */
const saidOrder = ({ status }: Deal): readonly EligibilityCondition[] =>
  status === 'accepted' ? ['E5', 'E1', 'E2', 'E3', 'E4', 'E0'] : ['E0', 'E5', 'E1', 'E2', 'E3', 'E4']

/** Why a deal cannot be registered, every reason, the one to begin with first; empty when it can. */
export function ineligibility(deal: Deal, tagged: Incentives): readonly Refusal[] {
  const lines = new Map(eligibility(deal, tagged).map(({ condition, reason }) => [condition, reason]))
  return saidOrder(deal).flatMap((condition) => lines.get(condition) ?? [])
}

/** Why a registration cannot be begun: not eligible, or there is one already. */
export function registerRefusals(deal: Deal, tagged: Incentives): readonly Refusal[] {
  const reasons = ineligibility(deal, tagged)
  return reasons.length === 0 && deal.registration ? [wrongState(deal.registration.state)] : reasons
}

/** Where the registration of a deal stands; null where none is possible. */
export const registrationState = (deal: Deal, tagged: Incentives): RegistrationState | null =>
  deal.registration?.state ?? (ineligibility(deal, tagged).length === 0 ? 'not-registered' : null)

/** What a review may say in each state: only IP co-sell ever gets there (RULEBOOK 8.3). */
const REVIEWS: Partial<Record<RegistrationState, readonly ReviewOutcome[]>> = {
  'deal-review': ['action-required', 'final-validation', 'rejected'],
  'final-validation': ['action-required', 'approved', 'rejected'],
}

/** Outcomes that can be recorded now. */
export const reviewsFor = (state: RegistrationState | null): readonly ReviewOutcome[] =>
  (state && REVIEWS[state]) || []

/** A registration in another state than the action needs. */
export const wrongState = (state: RegistrationState | null): Refusal =>
  refusal('REGISTRATION_STATE', { state: state ?? 'not-registered' })
