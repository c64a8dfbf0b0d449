import type { Rate } from './conversion.ts'
import type { CustomerId, LocationId, PartnerId, SolutionId } from './ids.ts'
import type { Currency } from './money.ts'
import type { Person } from './person.ts'
import type { AnyStage } from './stages.ts'

/** The organisation a deal is with (RULEBOOK 2.3). `duns`: nine digits as text, leading zeros kept. */
export interface CustomerInput {
  readonly name: string
  readonly addressLine1: string
  readonly addressLine2: string | null
  readonly city: string
  readonly state: string | null
  readonly postalCode: string | null
  readonly country: string
  readonly duns: string | null
}
export interface Customer extends CustomerInput {
  readonly id: CustomerId
}

/** A partner company of the ecosystem that can be invited. `partnerId` is its Partner Center number. */
export interface Partner {
  readonly id: PartnerId
  readonly name: string
  readonly partnerId: string
  readonly country: string
  readonly contact: Person | null
}

export const SOLUTION_KINDS = ['own', 'microsoft', 'third-party', 'assessment'] as const
export type SolutionKind = (typeof SOLUTION_KINDS)[number]

export const INCENTIVES = ['ip-co-sell', 'business-apps'] as const
export type Incentive = (typeof INCENTIVES)[number]

/** An entry of the solution directory (RULEBOOK 6.5). `externalId` is Partner Center's, shape unchecked. */
export interface Solution {
  readonly id: SolutionId
  readonly name: string
  readonly kind: SolutionKind
  readonly publisher: string | null
  readonly externalId: string | null
  readonly incentive: Incentive | null
}

/** A location of our own company. */
export interface Location {
  readonly id: LocationId
  readonly name: string
  readonly country: string
}

/** Our own company and the person at this laptop. */
export interface Profile {
  readonly companyName: string
  readonly partnerId: string
  readonly homeCurrency: Currency
  /** Days an invitation may be answered; changes only clocks started later (RULEBOOK B6). */
  readonly invitationDays: number
  readonly assessmentEligible: boolean
  readonly locations: readonly Location[]
  readonly user: Person
  /** Company names for stages, mapped to the standard ones (RULEBOOK 4.3). */
  readonly stageMapping: readonly { readonly name: string; readonly stage: AnyStage }[]
  /** How many units of a currency one unit of the home currency buys, and since when. */
  readonly rates: readonly Rate[]
}

/** Days an invitation may be answered when the profile says nothing else (RULEBOOK B6). */
export const INVITATION_DAYS = 14
