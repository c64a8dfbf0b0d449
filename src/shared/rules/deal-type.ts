import type { SolutionKind } from '#shared/domain/company.ts'
import { type Deal, type DealType, microsoftParty, partnerParties } from '#shared/domain/deal.ts'
import type { SolutionId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'

/** Which fact makes a deal the type it is: what the screens explain. */
export type TypeReason = 'assessment-chosen' | 'microsoft-party' | 'partner-party' | 'nobody-else'

/** The derived type with the fact behind it; `at` and `organization` of the party that made it so. */
export interface TypeVerdict {
  readonly type: DealType
  readonly because: TypeReason
  readonly organization: string | null
  readonly at: Instant | null
}

/**
 * Derives the type of a deal from its facts (RULEBOOK B1, 5.1). It is never picked, and never goes back:
 * a party that declined or expired still counts.
 */
export function dealTypeOf(deal: Pick<Deal, 'assessment' | 'parties'>): TypeVerdict {
  if (deal.assessment) {
    return { type: 'solution-assessment', because: 'assessment-chosen', organization: null, at: null }
  }
  const microsoft = microsoftParty(deal)
  if (microsoft) {
    const { organization, invitedAt } = microsoft
    return { type: 'co-sell', because: 'microsoft-party', organization, at: invitedAt }
  }
  const first = partnerParties(deal)[0]
  if (first) {
    const { organization, invitedAt } = first
    return { type: 'partner-to-partner', because: 'partner-party', organization, at: invitedAt }
  }
  return { type: 'private', because: 'nobody-else', organization: null, at: null }
}

/** Whether a deal climbs the assessment ladder or the standard one. */
export const familyOf = (deal: Pick<Deal, 'assessment'>): 'standard' | 'assessment' =>
  deal.assessment ? 'assessment' : 'standard'

/**
 * The assessment among the solutions of a deal that others made, a sender or a file: one of that kind makes it an
 * assessment (RULEBOOK 5.1). Its location is theirs and not told; null where there is no assessment.
 */
export function assessmentAmong(
  solutions: readonly { readonly id: SolutionId }[],
  kindOf: (id: SolutionId) => SolutionKind | undefined,
): Deal['assessment'] {
  const assessment = solutions.find(({ id }) => kindOf(id) === 'assessment')
  return assessment ? { solutionId: assessment.id, locationId: null } : null
}
