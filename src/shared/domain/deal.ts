import type { Customer, Location } from './company.ts'
import type { DealId, LocationId, PartyId, PersonId, SolutionId } from './ids.ts'
import type { Money } from './money.ts'
import type { Person } from './person.ts'
import type { IncentiveSolution, Registration } from './registration.ts'
import type { AnyStage } from './stages.ts'
import type { CivilDate, Instant } from './time.ts'

export const DEAL_TYPES = ['co-sell', 'partner-to-partner', 'private', 'solution-assessment'] as const
export type DealType = (typeof DEAL_TYPES)[number]

export const DIRECTIONS = ['inbound', 'outbound'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Status of our own deal (RULEBOOK 3.2). The last four are terminal. */
export const STATUSES = ['received', 'accepted', 'won', 'lost', 'declined', 'expired'] as const
export type Status = (typeof STATUSES)[number]
export const TERMINAL_STATUSES = ['won', 'lost', 'declined', 'expired'] as const satisfies Status[]
export type TerminalStatus = (typeof TERMINAL_STATUSES)[number]

/** Status of another party's side of the deal (RULEBOOK 3.3). */
export const PARTY_STATUSES = ['pending', 'accepted', 'declined', 'expired', 'won', 'lost'] as const
export type PartyStatus = (typeof PARTY_STATUSES)[number]

/** Kinds of help asked from Microsoft or a partner (RULEBOOK 6.6), in the order of the CSV codes 1 to 6. */
export const HELP_TYPES = [
  'workload-value',
  'technical-architecture',
  'poc-demo',
  'quotes-licensing',
  'post-sales',
  'general',
] as const
export type HelpType = (typeof HELP_TYPES)[number]

/** Reasons for declining and losing (RULEBOOK 7.1), in the order of the CSV codes 1 to 8. */
export const REASONS = [
  'budget',
  'no-response',
  'other-vendor',
  'requirement-not-met',
  'not-a-customer',
  'timeline-too-short',
  'abuse',
  'other',
] as const
export type Reason = (typeof REASONS)[number]

export const PARTY_KINDS = ['microsoft', 'partner'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

/** Help asked for, with what to say about it. */
export interface Help {
  readonly type: HelpType
  readonly notes: string | null
}

/** A solution on a deal. Price, quantity and currency only where a file or a Microsoft SKU brought them. */
export interface DealSolution {
  readonly id: SolutionId
  readonly price: string | null
  readonly quantity: string | null
  readonly currency: string | null
}

/** Another participant of the engagement with a status and clock of its own (RULEBOOK 3.3). */
export interface Party {
  readonly id: PartyId
  readonly kind: PartyKind
  readonly organization: string
  readonly partnerId: string | null
  readonly status: PartyStatus
  readonly invitedAt: Instant
  /** Null for the party that sent us the deal: it has nothing to answer. */
  readonly expiresAt: Instant | null
  readonly answeredAt: Instant | null
  readonly closeDate: CivilDate | null
  readonly value: Money | null
  readonly notes: string | null
  readonly help: HelpType | null
  readonly solutions: readonly { readonly id: SolutionId }[]
  /** Our own people named to this party. */
  readonly team: readonly Person[]
  /** Their people, known only after they accepted. */
  readonly sellers: readonly Person[]
  readonly reason: Reason | null
  readonly answerNotes: string | null
}

/** A sales stage that was marked, when, and by whom (null: not known). */
export interface StageMark {
  readonly stage: AnyStage
  readonly at: Instant
  readonly by: PersonId | null
}

/** What Partner Center knows of a deal beyond our own model: kept verbatim, written back (RULEBOOK B11). */
export interface External {
  readonly engagementId: string | null
  readonly referralId: string | null
  /** Unmodelled columns by their header. */
  readonly extra: { readonly [column: string]: string }
  /** Records of Partner Center's API as they came, ours first: JSON text. Only where a file of such brought them. */
  readonly referrals?: readonly string[]
}

/** Where a deal came from. */
export const DEAL_ORIGINS = ['created', 'received', 'imported', 'sample'] as const
export type DealOrigin = (typeof DEAL_ORIGINS)[number]

/**
 * A deal as the rules see it: the fold of its events and nothing else.
 * Type, percent and the like are derived from it (rules/), never stored beside it.
 */
export interface Deal {
  readonly id: DealId
  readonly version: number
  readonly rulebook: string
  readonly origin: DealOrigin
  readonly direction: Direction
  readonly status: Status
  /** Null until an inbound deal is accepted. */
  readonly stage: AnyStage | null
  readonly stageSince: Instant
  readonly stageMarks: readonly StageMark[]
  readonly name: string
  readonly value: Money
  readonly closeDate: CivilDate
  readonly customer: Customer
  readonly contact: Person | null
  readonly consent: { readonly at: Instant; readonly by: PersonId | null } | null
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
  readonly closedNotes: string | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly acceptedAt: Instant | null
  readonly closedAt: Instant | null
  /** Only while received: the instant from which answering is refused (RULEBOOK B6). */
  readonly expiresAt: Instant | null
  readonly external: External | null
  /** Solutions that earned an incentive when the deal was won. */
  readonly incentives: readonly IncentiveSolution[]
  readonly registration: Registration | null
}

/** Whether a status allows nothing more on the deal itself (RULEBOOK B7). */
export const isTerminal = (status: Status): status is TerminalStatus =>
  (TERMINAL_STATUSES as readonly Status[]).includes(status)

/** The Microsoft party of a deal, whatever its status; null when Microsoft was never asked. */
export const microsoftParty = (deal: Pick<Deal, 'parties'>): Party | null =>
  deal.parties.find((party) => party.kind === 'microsoft') ?? null

/** The partner parties of a deal, whatever their status. */
export const partnerParties = (deal: Pick<Deal, 'parties'>): readonly Party[] =>
  deal.parties.filter((party) => party.kind === 'partner')
