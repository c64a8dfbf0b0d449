import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { ASSESSMENT_STAGES } from '#shared/domain/stages.ts'
import type { Format } from '../format.ts'
import type { Tell, TellKey } from '../tell.ts'
import type { Milestone } from './milestone.ts'

type Kind = Exclude<Milestone['what']['kind'], 'stage'>

const NAMES: Readonly<Record<Kind, TellKey>> = {
  received: 'labels.status.received',
  declined: 'labels.status.declined',
  expired: 'labels.status.expired',
  won: 'labels.status.won',
  lost: 'labels.status.lost',
  answer: 'dealPage.life.answer',
  'won-or-lost': 'dealPage.life.wonOrLost',
  closed: 'dealPage.life.closed',
  register: 'registration.life.register',
  registered: 'registration.life.registered',
  review: 'registration.life.review',
  'action-required': 'registration.life.actionRequired',
  resubmit: 'registration.life.correct',
  record: 'registration.life.record',
  validation: 'registration.life.validation',
  approved: 'registration.life.approved',
  rejected: 'registration.life.rejected',
}

/** The name of a milestone. */
export const milestoneName = (t: Tell, { what }: Milestone): string =>
  what.kind === 'stage' ? t(`labels.stage.${what.stage}`) : t(NAMES[what.kind])

/** What the button of the next step says. */
export function stepName(t: Tell, deal: DealView, { what }: Milestone): string {
  switch (what.kind) {
    case 'answer':
      return t('dealPage.actions.accept')
    case 'stage': {
      const stage = t(`labels.stage.${what.stage}`)
      const complete = deal.type === 'solution-assessment'
      return t(`dealPage.actions.${complete ? 'markComplete' : 'markStage'}`, { stage })
    }
    case 'register':
      return t('registration.life.registerNow')
    default:
      return t(NAMES[what.kind])
  }
}

/** How many stages an assessment has still to mark before it can be won (RULEBOOK 4.2). */
function openStages(deal: DealView): number {
  if (deal.type !== 'solution-assessment' || deal.status !== 'accepted') return 0
  const marked = new Set(deal.stageMarks.map(({ stage }) => stage))
  return ASSESSMENT_STAGES.slice(2, -1).filter((stage) => !marked.has(stage)).length
}

const conditionsMet = (deal: DealView): number => deal.eligibility.filter(({ holds }) => holds).length

/** The small line under a milestone: when, how far, or what it waits for. */
export function milestoneNote(t: Tell, format: Format, deal: DealView, node: Milestone): string {
  const { what, at, state } = node
  const date = at ? format.day(at) : ''
  switch (what.kind) {
    case 'stage':
      return [`${what.percent} %`, date].filter(Boolean).join(t('common.comma'))
    case 'answer':
      return deal.expiresAt ? t('dealPage.life.until', { date: format.day(deal.expiresAt) }) : ''
    case 'won-or-lost': {
      const count = openStages(deal)
      return count > 0 ? t('dealPage.life.missing', { count }) : t('dealPage.life.endsDeal')
    }
    case 'closed':
      return state === 'done' ? '' : date
    case 'register':
      return state === 'soft' ? t('registration.life.afterWonMet', { count: conditionsMet(deal) }) : ''
    case 'resubmit':
      return t('registration.life.toReview')
    case 'record':
      return ''
    case 'review':
    case 'validation':
    case 'action-required':
      return at
        ? t('registration.life.since', { date })
        : state === 'soft'
          ? t('registration.life.ipOnly')
          : ''
    default:
      return date
  }
}
