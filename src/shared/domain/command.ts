import type { CustomerInput } from './company.ts'
import type { HelpType, PartyKind, Reason } from './deal.ts'
import type { CustomerId, DealId, LocationId, PartnerId, PartyId, SolutionId } from './ids.ts'
import type { Money } from './money.ts'
import type { Person } from './person.ts'
import type { RegistrationForm, ReviewOutcome } from './registration.ts'
import type { AnyStage } from './stages.ts'
import type { CivilDate, Instant } from './time.ts'

/** A solution named by id; price, quantity and currency only for Microsoft SKUs (RULEBOOK 6.5). */
export interface SolutionRef {
  readonly id: SolutionId
  readonly price?: string | null
  readonly quantity?: string | null
  readonly currency?: string | null
}

/** What one partner is asked for (RULEBOOK 6.7). Incomplete forms are welcome: the rules say what is missing. */
export interface PartnerInvite {
  readonly partnerId: PartnerId | null
  readonly closeDate: CivilDate | null
  readonly value: Money | null
  readonly notes?: string | null
  readonly team: readonly Person[]
  readonly solutions: readonly SolutionRef[]
  readonly help: HelpType | null
}

/** The fields of a deal that `edit` can change (RULEBOOK 2.4). */
export interface DealChanges {
  readonly name?: string
  readonly value?: Money
  readonly closeDate?: CivilDate
  readonly crmId?: string | null
  readonly campaignId?: string | null
  readonly notes?: string | null
  readonly contact?: Person | null
}
export type EditableField = keyof DealChanges

/** What a person can ask of a deal, one shape per kind (CONTRACT, "Commands"). Nulls are judged by the rules. */
export interface Commands {
  create: {
    readonly customer: { readonly id: CustomerId } | CustomerInput | null
    readonly contact?: Person | null
    readonly consent?: boolean
    readonly name: string
    readonly value: Money | null
    readonly closeDate: CivilDate | null
    readonly crmId?: string | null
    readonly campaignId?: string | null
    readonly notes?: string | null
    readonly team: readonly Person[]
    readonly solutions: readonly SolutionRef[]
    readonly assessment?: { readonly solutionId: SolutionId; readonly locationId: LocationId | null } | null
    readonly microsoft?: { readonly help: HelpType; readonly notes?: string | null } | null
    readonly partners?: readonly PartnerInvite[]
    readonly sourceDealId?: DealId | null
  }
  receive: {
    readonly from: { readonly kind: PartyKind; readonly organization: string }
    readonly receivedAt?: Instant
    readonly expiresAt?: Instant
    readonly customer: { readonly id: CustomerId } | CustomerInput | null
    readonly contact?: Person | null
    readonly name: string
    readonly value: Money | null
    readonly closeDate: CivilDate | null
    readonly notes?: string | null
    readonly solutions: readonly SolutionRef[]
    readonly externalId?: string | null
  }
  accept: {
    readonly name: string
    readonly value?: Money
    readonly closeDate?: CivilDate
    readonly notes?: string | null
    readonly crmId?: string | null
    readonly campaignId?: string | null
    readonly team?: readonly Person[]
  }
  decline: { readonly reason: Reason | null; readonly notes?: string | null }
  edit: { readonly changes: DealChanges }
  'set-team': { readonly team: readonly Person[] }
  'set-solutions': { readonly solutions: readonly SolutionRef[] }
  'invite-microsoft': {
    readonly help: HelpType
    readonly notes?: string | null
    readonly contact?: Person | null
    readonly consent?: boolean
  }
  'invite-partner': { readonly invite: PartnerInvite }
  'record-answer': {
    readonly partyId: PartyId
    readonly answer: 'accepted' | 'declined' | 'won' | 'lost'
    readonly reason?: Reason | null
    readonly notes?: string | null
    readonly sellers?: readonly Person[]
    readonly answeredAt?: Instant
  }
  'mark-stage': { readonly stage: AnyStage }
  'correct-stage': { readonly stage: AnyStage; readonly note?: string | null }
  win: Record<never, never>
  lose: { readonly reason: Reason | null; readonly notes?: string | null }
  register: { readonly form: RegistrationForm }
  'record-review': {
    readonly outcome: ReviewOutcome
    readonly errors?: readonly string[]
    readonly notes?: string | null
  }
  resubmit: { readonly form: RegistrationForm }
  'set-favorite': { readonly favorite: boolean }
}

export type CommandKind = keyof Commands
export type CommandOf<K extends CommandKind> = { readonly kind: K } & Commands[K]
export type Command = { [K in CommandKind]: CommandOf<K> }[CommandKind]

/** All kinds, in the order the screens list them. */
export const COMMAND_KINDS = [
  'create',
  'receive',
  'accept',
  'decline',
  'edit',
  'set-team',
  'set-solutions',
  'invite-microsoft',
  'invite-partner',
  'record-answer',
  'mark-stage',
  'correct-stage',
  'win',
  'lose',
  'register',
  'record-review',
  'resubmit',
  'set-favorite',
] as const satisfies readonly CommandKind[]
