import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { opensWhenWon } from './opens.ts'
import type { Milestone, RegistrationMilestone } from './milestone.ts'

/**
 * Whether a running deal can still come to be registered: Microsoft has not said no, or can still be invited; once such
 * a deal is won it is too late, so the step is shown before.
 */
const mayCome = (deal: DealView): boolean =>
  deal.status === 'accepted' &&
  deal.type !== 'solution-assessment' &&
  deal.eligibility.length > 0 &&
  (deal.microsoft === null
    ? deal.direction === 'outbound'
    : deal.microsoft === 'pending' || deal.microsoft === 'accepted' || deal.microsoft === 'won')

/** Whether a registration goes through review and validation: only IP co-sell does. */
const isReviewed = (deal: DealView): boolean =>
  deal.registrationRecord
    ? deal.registrationRecord.incentive === 'ip-co-sell'
    : deal.solutions.some(({ incentive }) => incentive === 'ip-co-sell')

/** Whether something of the registration is still to come: then the deal is not over yet (RULEBOOK 13, row 33). */
export function closedIsOpen(deal: DealView): boolean {
  const state = deal.registrationRecord?.state
  if (state === undefined) return deal.status === 'won' && opensWhenWon(deal)
  return state === 'deal-review' || state === 'action-required' || state === 'final-validation'
}

/** What the bar shows between the end of a deal and its being closed; nothing where none is possible. */
export function registrationMilestones(deal: DealView): readonly Milestone[] {
  const record = deal.registrationRecord
  const node = (
    kind: RegistrationMilestone,
    state: Milestone['state'],
    at: Milestone['at'] = null,
  ): Milestone => ({ key: kind, what: { kind }, state, at })
  if (!record) {
    const begins = deal.status === 'won' && opensWhenWon(deal)
    if (!begins && !mayCome(deal)) return []
    const review =
      deal.microsoft !== null && isReviewed(deal) ? [node('review', 'soft'), node('validation', 'soft')] : []
    return [node('register', begins ? 'next' : 'soft'), ...review]
  }
  const registered = node('registered', 'done', record.submittedAt)
  const reviewed = node('review', 'done')
  switch (record.state) {
    case 'deal-review':
      return [
        registered,
        node('review', 'now', record.submittedAt),
        node('record', 'next'),
        node('validation', 'soft'),
      ]
    case 'action-required':
      return [
        registered,
        node('action-required', 'bad', record.reviewedAt),
        node('resubmit', 'next'),
        node('validation', 'soft'),
      ]
    case 'final-validation':
      return [registered, reviewed, node('validation', 'now', record.reviewedAt), node('record', 'next')]
    case 'approved':
      return [registered, reviewed, node('approved', 'won', record.reviewedAt)]
    case 'rejected':
      return [registered, node('rejected', 'over', record.reviewedAt)]
    default:
      return [registered]
  }
}
