import { addCivilDays, type CivilDate } from '#shared/domain/time.ts'
import type { Person } from '#shared/domain/person.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { DraftForm } from '#shared/ipc/contract/drafts.ts'
import { NO_MONEY, typedMoney } from '../../../ui/form/typed-money.ts'
import { NO_CUSTOMER } from '../form/customer-choice.ts'
import { BLANK_PERSON, isCompletePerson } from '../form/person-fault.ts'

/** Everything the page of a new deal holds: what a draft keeps. */
export type WholeForm = Required<DraftForm>

/** A form nobody has written anything into: its team is whoever writes, once they are known by name and number. */
export const blankForm = (me: Person | null = null): WholeForm => ({
  step: 'customer',
  name: '',
  customer: NO_CUSTOMER,
  contact: { ...BLANK_PERSON },
  value: NO_MONEY,
  closeDate: null,
  closeDateParts: null,
  crmId: '',
  campaignId: '',
  notes: '',
  team: me && isCompletePerson(me) ? [{ ...me }] : [],
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
  return {
    ...blankForm(),
    customer: { ...NO_CUSTOMER, picked: deal.customer },
    value: typedMoney(deal.value),
    team: [...deal.team],
    solutions: deal.solutions.map(
      ({ price: _price, quantity: _quantity, currency: _currency, ...one }) => one,
    ),
    name: deal.name,
    closeDate: deal.closeDate >= today ? deal.closeDate : addCivilDays(today, DAYS_TO_CLOSE),
    crmId: deal.crmId ?? '',
    campaignId: deal.campaignId ?? '',
    notes: deal.notes ?? '',
    contact: { ...(deal.contact ?? BLANK_PERSON) },
    sourceDealId: deal.id,
  }
}
