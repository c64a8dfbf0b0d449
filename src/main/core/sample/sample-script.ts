import type { HelpType, Reason } from '#shared/domain/deal.ts'
import type { Incentive, SolutionKind } from '#shared/domain/company.ts'
import type { Person } from '#shared/domain/person.ts'
import type { ReviewOutcome } from '#shared/domain/registration.ts'
import type { AnyStage } from '#shared/domain/stages.ts'
import pipeline from '#resources/sample-pipeline.json' with { type: 'json' }

/** First name, last name, phone, e-mail. */
type PersonTuple = readonly [string, string, string, string]

export interface SamplePartnerInvite {
  readonly partner: string
  /** Their share, in whole units of the deal's currency. */
  readonly share: number
  readonly solutions: readonly string[]
  readonly help: HelpType
}

/** One thing that happened to a sample deal, so many days ago. */
export type SampleStep = { readonly daysAgo: number } & (
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline' | 'lose'; readonly reason: Reason; readonly notes?: string }
  | { readonly kind: 'win' }
  | { readonly kind: 'mark-stage'; readonly stage: AnyStage }
  | { readonly kind: 'set-favorite'; readonly favorite: boolean }
  | {
      readonly kind: 'edit'
      /** The close date counts from today. */
      readonly changes: { readonly amount: number; readonly closeInDays?: number }
    }
  | ({ readonly kind: 'invite-partner' } & SamplePartnerInvite)
  | {
      readonly kind: 'record-answer'
      /** "microsoft" or the key of a partner. */
      readonly party: string
      readonly answer: 'accepted' | 'declined' | 'won' | 'lost'
      readonly reason?: Reason
      readonly notes?: string
      readonly sellers?: readonly PersonTuple[]
    }
  | {
      readonly kind: 'register' | 'resubmit'
      /** The value of the solution, in whole units of the deal's currency; the total is the deal's value. */
      readonly part: number
      readonly months: number
    }
  | {
      readonly kind: 'record-review'
      readonly outcome: ReviewOutcome
      readonly errors?: readonly string[]
      readonly notes?: string
    }
)

export interface SampleDeal {
  readonly customer: string
  readonly name: string
  readonly currency: string
  readonly amount: number
  readonly closeInDays: number
  readonly begunDaysAgo: number
  readonly direction: 'inbound' | 'outbound'
  readonly from?: string
  readonly solutions: readonly string[]
  readonly team: readonly number[]
  readonly contact?: PersonTuple
  readonly crmId?: string
  readonly campaignId?: string
  readonly notes?: string
  readonly microsoft?: HelpType
  readonly partners?: readonly SamplePartnerInvite[]
  readonly assessment?: { readonly solution: string; readonly location: string }
  readonly steps: readonly SampleStep[]
}

/** The sample pipeline as it is written down: 60 invented deals and what they name. */
export interface SampleScript {
  readonly people: readonly PersonTuple[]
  readonly partners: readonly {
    readonly key: string
    readonly name: string
    readonly partnerId: string
    readonly country: string
  }[]
  readonly solutions: readonly {
    readonly key: string
    readonly name: string
    readonly kind: SolutionKind
    readonly publisher: string
    readonly externalId: string
    readonly incentive: Incentive | null
  }[]
  readonly locations: readonly { readonly key: string; readonly name: string; readonly country: string }[]
  readonly customers: readonly {
    readonly key: string
    readonly name: string
    readonly addressLine1: string
    readonly city: string
    readonly postalCode: string
    readonly country: string
    readonly duns: string | null
  }[]
  readonly deals: readonly SampleDeal[]
}

export const SAMPLE = pipeline as unknown as SampleScript

export const personFrom = ([firstName, lastName, phone, email]: PersonTuple): Person => ({
  firstName,
  lastName,
  phone,
  email,
})
