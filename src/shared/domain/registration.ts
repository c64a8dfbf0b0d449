import type { Incentive } from './company.ts'
import type { SolutionId } from './ids.ts'
import type { Money } from './money.ts'
import type { Person } from './person.ts'
import type { CivilDate, Instant } from './time.ts'

export const REGISTRATION_STATES = [
  'not-registered',
  'deal-review',
  'action-required',
  'final-validation',
  'approved',
  'rejected',
  'closed',
] as const
export type RegistrationState = (typeof REGISTRATION_STATES)[number]

export const CONTRACT_TYPES = ['new', 'renewal'] as const
export type ContractType = (typeof CONTRACT_TYPES)[number]
export const DEPLOYMENTS = ['azure', 'other'] as const
export type Deployment = (typeof DEPLOYMENTS)[number]
export const TENANTS = ['customer', 'partner'] as const
export type Tenant = (typeof TENANTS)[number]
export const REVIEW_OUTCOMES = ['action-required', 'final-validation', 'approved', 'rejected'] as const
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

/** What a registration asks (RULEBOOK 8.3). Nulls are judged by the rules. */
export interface RegistrationForm {
  readonly solutionId: SolutionId | null
  readonly contractType: ContractType
  readonly totalValue: Money | null
  readonly solutionValue: Money | null
  readonly deployedOn: Deployment
  readonly tenant: Tenant
  readonly signedDate: CivilDate | null
  readonly startDate: CivilDate | null
  readonly endDate: CivilDate | 'perpetual' | null
  readonly contact: Person | null
  /** The contract names both our company and the solution. */
  readonly attested: boolean
}

/** A registration that was submitted, and where it stands. */
export interface Registration {
  readonly state: RegistrationState
  /** IP co-sell is reviewed and validated; the others finish on submission. */
  readonly incentive: Incentive
  readonly form: RegistrationForm
  readonly submittedAt: Instant
  /** When somebody last wrote down what Partner Center says of it; null before. */
  readonly reviewedAt: Instant | null
  /** What has to be corrected, while action is required. */
  readonly errors: readonly string[]
  readonly notes: string | null
}

/** A solution of a deal that earns an incentive. */
export interface IncentiveSolution {
  readonly solutionId: SolutionId
  readonly incentive: Incentive
}

/** The conditions of eligibility, in the order of RULEBOOK 8.3. */
export const ELIGIBILITY = ['E0', 'E1', 'E2', 'E3', 'E4', 'E5'] as const
export type EligibilityCondition = (typeof ELIGIBILITY)[number]
