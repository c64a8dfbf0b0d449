import type { CustomerInput } from '#shared/domain/company.ts'
import type { Direction, Help, HelpType, PartyStatus, Reason, Status } from '#shared/domain/deal.ts'
import type { Money } from '#shared/domain/money.ts'
import type { Person } from '#shared/domain/person.ts'
import type { CivilDate, Instant } from '#shared/domain/time.ts'

/** A solution as a cell names it. */
export interface RowSolution {
  readonly externalId: string
  readonly currency: string | null
  readonly price: string | null
  readonly quantity: string | null
}

/** Solutions and team members as their parts, in the order of the cells that would hold them. */
export interface Parts {
  readonly solutions: readonly (readonly string[])[]
  readonly team: readonly (readonly string[])[]
}

/** A partner's side of an engagement as its record tells it. Its number or its name is known, mostly both. */
export interface KnownPartner {
  readonly number: string | null
  readonly name: string | null
  readonly status: PartyStatus
  readonly reason: Reason | null
  readonly value: Money | null
  readonly closeDate: CivilDate | null
  readonly notes: string | null
  readonly help: HelpType | null
  readonly invitedAt: Instant | null
  readonly expiresAt: Instant | null
}

/** What a record of the API says and a line of the CSV cannot. Moments are null where it does not say them either. */
export interface Known {
  readonly direction: Direction
  readonly createdAt: Instant | null
  readonly acceptedAt: Instant | null
  readonly closedAt: Instant | null
  readonly expiresAt: Instant | null
  readonly microsoftExpiresAt: Instant | null
  /** The partner that sent it; null where Microsoft or we ourselves did. */
  readonly sender: string | null
  readonly favorite: boolean
  /** Why it was declined or lost in the words of the record, also where they are no reason of ours. */
  readonly statusReason: string | null
  /** The partners that were invited. */
  readonly partners: readonly KnownPartner[]
  /** The records as they came, ours first: JSON text. */
  readonly referrals: readonly string[]
}

/** One deal as Partner Center's file tells it, in our own terms. */
export interface PartnerCenterRow {
  readonly line: number
  readonly referralId: string
  readonly engagementId: string | null
  readonly name: string
  readonly customer: CustomerInput
  readonly contact: Person | null
  readonly status: Status
  readonly microsoft: PartyStatus | null
  readonly reason: Reason | null
  readonly stage: string
  readonly value: Money
  readonly closeDate: CivilDate
  readonly crmId: string | null
  readonly campaignId: string | null
  readonly notes: string | null
  readonly help: Help | null
  readonly consent: boolean
  readonly solutions: readonly RowSolution[]
  readonly team: readonly Person[]
  readonly extra: { readonly [column: string]: string }
  /** Null for a line of a CSV. */
  readonly known: Known | null
}
