import { addCivilDays, type CivilDate } from '#shared/domain/time.ts'
import type { Person } from '#shared/domain/person.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { DraftForm } from '#shared/ipc/contract/drafts.ts'
import { NO_MONEY } from '../../../ui/form/typed-money.ts'
import { NO_CUSTOMER } from '../form/customer-choice.ts'
import { inviteTo } from '../form/invite-entry.ts'

/** Everything the page of a new deal holds: what a draft keeps. */
export type WholeForm = Required<DraftForm>

const blank = (): Person => ({ firstName: '', lastName: '', phone: '', email: '' })

/** A form nobody has written anything into. */
export const blankForm = (): WholeForm => ({
  name: '',
  customer: NO_CUSTOMER,
  contact: blank(),
  value: NO_MONEY,
  closeDate: null,
  crmId: '',
  campaignId: '',
  notes: '',
  team: [],
  solutions: [],
  locationId: '',
  help: null,
  helpNotes: '',
  partners: [],
  consent: false,
  sourceDealId: null,
})

const DAYS_TO_CLOSE = 30

/** A form that begins with what another deal had (B12): all but what belongs to its own life. */
export function copyOf(deal: DealView, today: CivilDate): WholeForm {
  const { value, team, solutions } = inviteTo(deal)
  return {
    ...blankForm(),
    customer: { ...NO_CUSTOMER, picked: deal.customer },
    value,
    team,
    solutions,
    name: deal.name,
    closeDate: deal.closeDate >= today ? deal.closeDate : addCivilDays(today, DAYS_TO_CLOSE),
    crmId: deal.crmId ?? '',
    campaignId: deal.campaignId ?? '',
    notes: deal.notes ?? '',
    contact: { ...(deal.contact ?? blank()) },
    sourceDealId: deal.id,
  }
}
