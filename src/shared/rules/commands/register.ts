import type { Deal } from '#shared/domain/deal.ts'
import { tidyPerson } from '#shared/domain/person.ts'
import type { RegistrationForm, RegistrationState } from '#shared/domain/registration.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import type { Refusal } from '#shared/errors.ts'
import { isBlank, missingOf } from '../checks.ts'
import type { Facts } from '../facts.ts'
import { refusal } from '../refusal.ts'
import {
  type Incentives,
  incentiveSolutions,
  registerRefusals,
  reviewsFor,
  wrongState,
} from '../registration.ts'
import { type Decider, textOrNull, unless } from './decider.ts'

/** The incentives of the directory's entries among the facts. */
export const taggedIn = (facts: Pick<Facts, 'solutions'>): Incentives =>
  new Map(
    [...facts.solutions.values()].flatMap(({ id, incentive }) =>
      incentive ? [[id, incentive] as const] : [],
    ),
  )

const at = (field: string) => ({ step: 'register', field: `form.${field}` })

function valueRefusals({ totalValue, solutionValue }: RegistrationForm): readonly Refusal[] {
  const reasons: Refusal[] = []
  if (!totalValue || totalValue.amount <= 0)
    reasons.push(refusal('VALUE_REQUIRED', { field: 'totalValue' }, at('totalValue')))
  if (!solutionValue || solutionValue.amount <= 0)
    reasons.push(refusal('VALUE_REQUIRED', { field: 'solutionValue' }, at('solutionValue')))
  const comparable = totalValue && solutionValue && totalValue.currency === solutionValue.currency
  if (reasons.length === 0 && comparable && solutionValue.amount > totalValue.amount)
    reasons.push(refusal('CONTRACT_VALUE', {}, at('solutionValue')))
  return reasons
}

/** Signed not in the future, start not before it, end not before the start; a perpetual contract has no end. */
function dateRefusals(
  { signedDate, startDate, endDate }: RegistrationForm,
  today: CivilDate,
): readonly Refusal[] {
  const wrong = (why: string, field: string) => refusal('CONTRACT_DATES', { why, field }, at(field))
  const missing = Object.entries({ signedDate, startDate, endDate }).flatMap(([field, date]) =>
    date === null ? [wrong('missing', field)] : [],
  )
  const reasons: Refusal[] = [...missing]
  if (signedDate && signedDate > today) reasons.push(wrong('signed-in-the-future', 'signedDate'))
  if (signedDate && startDate && startDate < signedDate)
    reasons.push(wrong('starts-before-signed', 'startDate'))
  if (startDate && endDate && endDate !== 'perpetual' && endDate < startDate)
    reasons.push(wrong('ends-before-start', 'endDate'))
  return reasons
}

function contactRefusals({ contact }: RegistrationForm): readonly Refusal[] {
  if (!contact || isBlank(contact)) return [refusal('CONTACT_REQUIRED', {}, at('contact'))]
  const missing = missingOf(contact)
  return missing.length === 0
    ? []
    : [refusal('CONTACT_INCOMPLETE', { missing: [...missing] }, at(`contact.${missing[0]}`))]
}

/** Everything a form lacks or says wrongly, at once (RULEBOOK 8.3). */
function formRefusals(deal: Deal, form: RegistrationForm, facts: Facts): readonly Refusal[] {
  const earning = incentiveSolutions(deal, taggedIn(facts))
  const chosen = earning.some(({ solutionId }) => solutionId === form.solutionId)
  return [
    ...(chosen ? [] : [refusal('NO_INCENTIVE_SOLUTION', {}, at('solutionId'))]),
    ...valueRefusals(form),
    ...dateRefusals(form, facts.today),
    ...contactRefusals(form),
    ...(form.attested ? [] : [refusal('ATTESTATION_REQUIRED', {}, at('attested'))]),
  ]
}

const tidy = (form: RegistrationForm): RegistrationForm => ({
  ...form,
  contact: form.contact && tidyPerson(form.contact),
})

const stateOf = (deal: Deal): RegistrationState | null => deal.registration?.state ?? null

/** Submit the registration of a won deal; IP co-sell goes to review, the others are done with it (RULEBOOK 8.3). */
export const decideRegister: Decider<'register'> = (deal, { form }, _now, facts) => {
  const situation = registerRefusals(deal, taggedIn(facts))
  const reasons = situation.length > 0 ? situation : formRefusals(deal, form, facts)
  return unless(reasons, () => {
    const earning = incentiveSolutions(deal, taggedIn(facts))
    const { incentive } = earning.find(({ solutionId }) => solutionId === form.solutionId)!
    return [{ kind: 'registered', body: { form: tidy(form), incentive } }]
  })
}

/** What Partner Center says of the registration, written down by a person or brought by a file (RULEBOOK 8.3). */
export const decideRecordReview: Decider<'record-review'> = (deal, command) => {
  const errors = (command.errors ?? []).map((error) => error.trim()).filter((error) => error !== '')
  const notes = textOrNull(command.notes)
  const state = stateOf(deal)
  const silent = command.outcome === 'action-required' && errors.length === 0 && notes === null
  const reasons = !reviewsFor(state).includes(command.outcome)
    ? [wrongState(state)]
    : silent
      ? [refusal('NOTES_REQUIRED', { outcome: command.outcome }, { step: 'register', field: 'errors' })]
      : []
  return unless(reasons, () => [
    { kind: 'registration-reviewed', body: { outcome: command.outcome, errors, notes } },
  ])
}

/** Send the corrected form: back to review (RULEBOOK 8.3). */
export const decideResubmit: Decider<'resubmit'> = (deal, { form }, _now, facts) => {
  const state = stateOf(deal)
  const reasons = state === 'action-required' ? formRefusals(deal, form, facts) : [wrongState(state)]
  return unless(reasons, () => [{ kind: 'registration-resubmitted', body: { form: tidy(form) } }])
}
