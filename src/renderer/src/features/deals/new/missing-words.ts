import { fullName } from '#shared/domain/person.ts'
import type { Refusal, RefusalCode } from '#shared/errors.ts'
import { explainRefusal } from '../../../app/explain.ts'
import type { Format } from '../../../app/format.ts'
import type { Translate } from '../../../app/words/words.ts'
import { moneyOf, unreadableOf } from '../../../ui/form/typed-money.ts'
import { lacksCustomerCountry } from '../form/customer-choice.ts'
import { lacksCountry, partnerNameOf } from '../form/invite-entry.ts'
import { faultyFields } from '../form/person-fault.ts'
import type { WholeForm } from './draft-form.ts'

/** What is missing by its name alone: the list says already that it is missing. */
const PLAIN = [
  'CUSTOMER_REQUIRED',
  'CONTACT_REQUIRED',
  'CONSENT_REQUIRED',
  'NAME_REQUIRED',
  'VALUE_REQUIRED',
  'CLOSE_DATE_REQUIRED',
  'TEAM_REQUIRED',
  'SOLUTION_REQUIRED',
  'LOCATION_REQUIRED',
  'PARTNER_REQUIRED',
  'HELP_REQUIRED',
] as const satisfies readonly RefusalCode[]

/** Which of the invitations a reason speaks of; NaN for none. */
export const partnerIndexOf = ({ fix }: Refusal): number =>
  Number(/^partners\.(\d+)\./.exec(fix?.field ?? '')?.[1] ?? NaN)

/** What stands where an amount belongs and is none, or is nothing, is not called missing. */
export function amountFault(
  t: Translate,
  reason: Refusal,
  form: WholeForm,
): { title: string; text: string | null } | null {
  if (reason.code !== 'VALUE_REQUIRED') return null
  const typed = form.partners[partnerIndexOf(reason)]?.value ?? form.value
  const text = unreadableOf(typed)
  if (text !== null) {
    return { title: t('newDeal.value.unreadableTitle'), text: t('newDeal.value.unreadable', { text }) }
  }
  return moneyOf(typed) ? { title: t('newDeal.value.notPositive'), text: null } : null
}

/** The people a reason may speak of: of the invitation it names, or of the deal itself. */
function memberOf(t: Translate, { params }: Refusal, team: WholeForm['team']): string {
  const index = typeof params['index'] === 'number' ? params['index'] : 0
  const person = team[index]
  return (person && fullName(person)) || t('newDeal.team.member', { number: index + 1 })
}

const isOfCountry = (reason: Refusal, form: WholeForm): boolean => {
  const entry = form.partners[partnerIndexOf(reason)]
  return reason.code === 'PARTNER_REQUIRED' && entry !== undefined && lacksCountry(entry)
}

/** A new customer has its name, and lacks only its country. */
const isOfCustomerCountry = ({ code }: Refusal, { customer }: WholeForm): boolean =>
  code === 'CUSTOMER_REQUIRED' && lacksCustomerCountry(customer)

/** The field a reason waits for: the very one of a customer that is nearly whole. */
export const missingField = (reason: Refusal, form: WholeForm): string | null =>
  isOfCustomerCountry(reason, form) ? 'customer.country' : (reason.fix?.field ?? null)

/** One thing a new deal lacks, as a sentence of its own. */
export function missingTitle(t: Translate, format: Format, reason: Refusal, form: WholeForm): string {
  if (isOfCountry(reason, form)) return t('dialogs.invitePartner.countryMissing')
  if (isOfCustomerCountry(reason, form)) return t('newDeal.missing.customerCountryTitle')
  return amountFault(t, reason, form)?.title ?? explainRefusal(t, format, reason).title
}

function plainWords(t: Translate, format: Format, reason: Refusal, form: WholeForm): string {
  if (amountFault(t, reason, form)) return missingTitle(t, format, reason, form)
  if (isOfCountry(reason, form)) return t('newDeal.missing.country')
  if (isOfCustomerCountry(reason, form)) return t('newDeal.missing.customerCountry')
  const entry = form.partners[partnerIndexOf(reason)]
  const fields = format.list(faultyFields(reason).map((field) => t(`common.person.${field}`)))
  if (reason.code === 'CONTACT_INCOMPLETE') return t('newDeal.missing.ofContact', { fields })
  if (reason.code === 'TEAM_MEMBER_INCOMPLETE') {
    return t('newDeal.missing.of', { fields, name: memberOf(t, reason, entry?.team ?? form.team) })
  }
  const code = PLAIN.find((known) => known === reason.code)
  return code ? t(`newDeal.missing.what.${code}`) : explainRefusal(t, format, reason).title
}

/** One thing a new deal lacks, in a few words; of several partners it says which one lacks it. */
export function missingWords(t: Translate, format: Format, reason: Refusal, form: WholeForm): string {
  const words = plainWords(t, format, reason, form)
  const index = partnerIndexOf(reason)
  const entry = form.partners[index]
  if (!entry) return words
  const partner = partnerNameOf(entry) || t('newDeal.partners.numbered', { number: index + 1 })
  return t('newDeal.partners.line', { partner, words })
}
