import type { Customer, Incentive, Location } from './company.ts'
import type { DealChanges } from './command.ts'
import type {
  Deal,
  DealOrigin,
  DealSolution,
  Direction,
  External,
  Help,
  Party,
  Reason,
  StageMark,
  Status,
} from './deal.ts'
import type { BatchId, CommandId, DealId, EventId, LocationId, PartyId, PersonId, SolutionId } from './ids.ts'
import type { Money } from './money.ts'
import type { Person } from './person.ts'
import type { IncentiveSolution, RegistrationForm, ReviewOutcome } from './registration.ts'
import type { AnyStage } from './stages.ts'
import type { CivilDate, Instant } from './time.ts'

/** Everything a deal starts with, whichever way it came to us. */
export interface DealStart {
  readonly origin: DealOrigin
  readonly direction: Direction
  readonly status: Status
  readonly stage: AnyStage | null
  readonly stageSince: Instant
  readonly stageMarks: readonly StageMark[]
  readonly name: string
  readonly value: Money
  readonly closeDate: CivilDate
  readonly customer: Customer
  readonly contact: Person | null
  readonly consent: boolean
  readonly location: Location | null
  readonly crmId: string | null
  readonly campaignId: string | null
  readonly notes: string | null
  readonly help: Help | null
  readonly team: readonly Person[]
  readonly solutions: readonly DealSolution[]
  readonly assessment: { readonly solutionId: SolutionId; readonly locationId: LocationId | null } | null
  readonly parties: readonly Party[]
  readonly favorite: boolean
  readonly closedReason: Reason | null
  readonly createdAt: Instant
  readonly acceptedAt: Instant | null
  readonly closedAt: Instant | null
  readonly expiresAt: Instant | null
  readonly external: External | null
  readonly sourceDealId: DealId | null
}

/** Fields of a deal that an undo gives back, with their values from before. */
export type Restored = { readonly [F in Exclude<keyof Deal, 'id' | 'version'>]?: Deal[F] }

/** What happened to a deal, in the past tense: the bodies of the event log, one shape per kind. */
export interface EventBodies {
  created: DealStart
  received: DealStart
  imported: DealStart
  accepted: {
    readonly name: string
    readonly value: Money
    readonly closeDate: CivilDate
    readonly notes: string | null
    readonly crmId: string | null
    readonly campaignId: string | null
    readonly team: readonly Person[]
  }
  declined: { readonly reason: Reason; readonly notes: string | null }
  expired: Record<never, never>
  edited: { readonly changes: DealChanges }
  'team-set': { readonly team: readonly Person[] }
  'solutions-set': { readonly solutions: readonly DealSolution[] }
  'microsoft-invited': {
    readonly party: Party
    readonly help: Help
    readonly contact: Person | null
    readonly consent: boolean
  }
  'partner-invited': { readonly party: Party }
  'party-answered': {
    readonly partyId: PartyId
    readonly answer: 'accepted' | 'declined' | 'won' | 'lost'
    readonly answeredAt: Instant
    readonly reason: Reason | null
    readonly notes: string | null
    readonly sellers: readonly Person[]
  }
  'party-expired': { readonly partyId: PartyId }
  'stage-marked': { readonly stage: AnyStage }
  'stage-corrected': { readonly stage: AnyStage; readonly note: string | null }
  won: { readonly incentives: readonly IncentiveSolution[] }
  lost: { readonly reason: Reason; readonly notes: string | null }
  registered: { readonly form: RegistrationForm; readonly incentive: Incentive }
  'registration-reviewed': {
    readonly outcome: ReviewOutcome
    readonly errors: readonly string[]
    readonly notes: string | null
  }
  'registration-resubmitted': { readonly form: RegistrationForm }
  'favorite-set': { readonly favorite: boolean }
  'external-noted': { readonly external: External }
  /** An earlier event of the deal was taken back; `kind` is that event's. Undoing this one brings it back. */
  undone: { readonly of: EventId; readonly kind: EventKind; readonly restored: Restored }
  /**
   * The deal leaves the pipeline again: what a sample or an import brought (CONTRACT sample.clear), and what a person
   * began and took back before anything else happened to it.
   */
  removed: Record<never, never>
}

export type EventKind = keyof EventBodies
export type EventOf<K extends EventKind> = { readonly kind: K; readonly body: EventBodies[K] }

/** What a decision yields: an event without its envelope. `at` only where it differs from the command's now. */
export type Decided = { [K in EventKind]: EventOf<K> & { readonly at?: Instant } }[EventKind]

/** Who or what asked for a change. */
export type Origin = 'person' | 'schedule' | 'sample' | `import:${BatchId}` | `bulk:${BatchId}`

/** An event as the log keeps it. */
export type DealEvent = {
  [K in EventKind]: EventOf<K> & {
    readonly id: EventId
    readonly dealId: DealId
    /** Version of the deal after this event, counting from 1. */
    readonly version: number
    /** When it took effect: the one `now` of its command, or the deadline for an expiry. */
    readonly at: Instant
    /** When this laptop wrote it down. */
    readonly recordedAt: Instant
    /** The person at the laptop; null for the scheduler, or while the profile has no name. */
    readonly actor: PersonId | null
    readonly origin: Origin
    readonly rulebook: string
    readonly commandId: CommandId
    readonly command: string
  }
}[EventKind]
