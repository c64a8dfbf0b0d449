import type { AnyStage } from '#shared/domain/stages.ts'
import type { CivilDate, Instant } from '#shared/domain/time.ts'

/** The milestones a registration adds to the bar of a deal (RULEBOOK 8.3). */
export type RegistrationMilestone =
  'registered' | 'review' | 'action-required' | RegistrationStep | 'validation' | 'approved' | 'rejected'

/** The steps of a registration that a person takes. */
export type RegistrationStep = 'register' | 'resubmit' | 'record'

/** A milestone of the lifecycle bar (RULEBOOK 8.3). What it says is put in words by the bar. */
export interface Milestone {
  readonly key: string
  readonly what:
    | {
        readonly kind:
          | 'received'
          | 'declined'
          | 'expired'
          | 'closed'
          | 'won-or-lost'
          | 'won'
          | 'lost'
          | 'answer'
          | RegistrationMilestone
      }
    | { readonly kind: 'stage'; readonly stage: AnyStage; readonly percent: number }
  /** next: carries the one filled button of the page. soft: not yet available. bad: waits for a correction. */
  readonly state: 'done' | 'now' | 'next' | 'open' | 'won' | 'over' | 'soft' | 'bad'
  readonly at: Instant | null
  readonly expectedAt?: CivilDate
  /** A stage between the first and the last of a won deal that has more to come: the first to go where space is short. */
  readonly passing?: boolean
}
