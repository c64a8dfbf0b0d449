import type { Customer, Partner, Profile, Solution } from '#shared/domain/company.ts'
import type { DealId, PartnerId, PartyId, PersonId, SolutionId } from '#shared/domain/ids.ts'
import type { CivilDate } from '#shared/domain/time.ts'

/** What a decision may know besides the deal, the command and the clock. Gathered before, read here. */
export interface Facts {
  /** Id of the deal, also of one about to be created. */
  readonly dealId: DealId
  /** The calendar day where the person is. */
  readonly today: CivilDate
  readonly actor: PersonId | null
  readonly profile: Pick<Profile, 'partnerId' | 'invitationDays' | 'assessmentEligible' | 'locations'>
  /** Directory entries of every solution the deal or the command names. */
  readonly solutions: ReadonlyMap<SolutionId, Solution>
  readonly partners: ReadonlyMap<PartnerId, Partner>
  /** The customer the command names, resolved. */
  readonly customer: Customer | null
  /** Fresh ids, one for each party the command may add. */
  readonly partyIds: readonly PartyId[]
}
