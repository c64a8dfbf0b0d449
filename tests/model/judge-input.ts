import {
  type ModelDeal,
  type ModelParty,
  type ModelPerson,
  type Of,
  type Surroundings,
  earningOf,
} from './model-deal.ts'

type Amount = { readonly amount: number } | null | undefined
type Form = Of<'register'>['form']
type Invite = Of<'invite-partner'>['invite']
type Refs = readonly { readonly id: string }[]

const MOST = 50

const partsOf = ({ firstName, lastName, phone, email }: ModelPerson): string[] => [
  firstName,
  lastName,
  phone,
  email,
]

const isWhole = (person: ModelPerson): boolean =>
  partsOf(person).every((part) => part.trim() !== '') && /.@.+\../.test(person.email)

/** All four or none; all four where Microsoft is asked (2.3, 6.1). */
export function faultsOfContact(contact: ModelPerson | null | undefined, required: boolean): string[] {
  if (!contact || partsOf(contact).every((part) => part.trim() === ''))
    return required ? ['CONTACT_REQUIRED'] : []
  return isWhole(contact) ? [] : ['CONTACT_INCOMPLETE']
}

/** 6.3. Without `today` a past day is fine: only creation and invitations look at it. */
export function faultsOfDetails(
  details: { readonly name?: string; readonly value?: Amount; readonly closeDate?: string | null },
  today: string | null,
): string[] {
  const codes: string[] = []
  if (details.name?.trim() === '') codes.push('NAME_REQUIRED')
  if (!details.value || details.value.amount <= 0) codes.push('VALUE_REQUIRED')
  if (!details.closeDate) codes.push('CLOSE_DATE_REQUIRED')
  else if (today !== null && details.closeDate < today) codes.push('CLOSE_DATE_PAST')
  return codes
}

/** 6.4. */
export function faultsOfTeam(team: readonly ModelPerson[], required: boolean): string[] {
  if (team.length > MOST) return ['TOO_MANY']
  if (team.length === 0) return required ? ['TEAM_REQUIRED'] : []
  return team.every(isWhole) ? [] : ['TEAM_MEMBER_INCOMPLETE']
}

/** 6.5, without a solution assessment. */
export function faultsOfSolutions(refs: Refs, { solutions }: Surroundings): string[] {
  if (refs.length === 0) return ['SOLUTION_REQUIRED']
  if (refs.length > MOST) return ['TOO_MANY']
  return refs.some(({ id }) => solutions.get(id)?.assessment) ? ['ASSESSMENT_EXCLUDES_OTHERS'] : []
}

/** B4, 7.1. */
export function faultsOfReason({
  reason,
  notes,
}: {
  reason?: string | null
  notes?: string | null
}): string[] {
  if (!reason) return ['REASON_REQUIRED']
  return reason === 'other' && !notes?.trim() ? ['NOTES_REQUIRED'] : []
}

/** 6.7, and the rows of 5.2 about the same partner and ourselves. */
export function faultsOfInvite(
  invite: Invite,
  parties: readonly Pick<ModelParty, 'partner' | 'status'>[],
  around: Surroundings,
): string[] {
  const stands = parties.some(
    ({ partner, status }) =>
      partner !== null && partner === invite.partnerId && status !== 'declined' && status !== 'expired',
  )
  return [
    ...(invite.partnerId === null ? ['PARTNER_REQUIRED'] : []),
    ...(invite.help === null ? ['HELP_REQUIRED'] : []),
    ...(invite.partnerId === around.self ? ['PARTNER_IS_SELF'] : []),
    ...(stands ? ['PARTNER_ALREADY_INVITED'] : []),
    ...faultsOfDetails({ value: invite.value, closeDate: invite.closeDate }, around.today),
    ...faultsOfTeam(invite.team ?? [], true),
    ...faultsOfSolutions(invite.solutions ?? [], around),
  ]
}

/** A vetted company, exactly one assessment, nothing beside it, a location, nobody invited (6.5, 5.2). */
function faultsOfAssessment(command: Of<'create'>, around: Surroundings): string[] {
  const isAssessment = (id: string) => around.solutions.get(id)?.assessment === true
  const beside = (command.solutions ?? []).map(({ id }) => id)
  const chosen = new Set(beside.filter(isAssessment))
  if (command.assessment) chosen.add(command.assessment.solutionId)
  const location = command.assessment?.locationId
  const codes: string[] = []
  if (!around.vetted) codes.push('NOT_ELIGIBLE_FOR_ASSESSMENT')
  if (chosen.size !== 1 || ![...chosen].every(isAssessment)) codes.push('ASSESSMENT_EXACTLY_ONE')
  if (beside.some((id) => !isAssessment(id))) codes.push('ASSESSMENT_EXCLUDES_OTHERS')
  if (!location || !around.locations.has(location)) codes.push('LOCATION_REQUIRED')
  if (command.microsoft || (command.partners ?? []).length > 0) codes.push('SA_NO_INVITATIONS')
  return codes
}

/** The whole wizard at once (6.1 to 6.7, B8). */
export function faultsOfCreate(command: Of<'create'>, around: Surroundings): string[] {
  const { solutions = [], partners = [] } = command
  const assessment =
    Boolean(command.assessment) || solutions.some(({ id }) => around.solutions.get(id)?.assessment)
  const asked = Boolean(command.microsoft)
  return [
    ...(command.customer ? [] : ['CUSTOMER_REQUIRED']),
    ...faultsOfContact(command.contact, asked),
    ...faultsOfDetails(
      { name: command.name ?? '', value: command.value, closeDate: command.closeDate },
      around.today,
    ),
    ...faultsOfTeam(command.team ?? [], true),
    ...(assessment ? faultsOfAssessment(command, around) : faultsOfSolutions(solutions, around)),
    ...partners.flatMap((invite, index) =>
      faultsOfInvite(
        invite,
        partners.slice(0, index).map(({ partnerId }) => ({ partner: partnerId, status: 'pending' as const })),
        around,
      ),
    ),
    ...((asked || assessment) && command.consent !== true ? ['CONSENT_REQUIRED'] : []),
  ]
}

/** 8.3, "Form" and what v1 enforces. */
export function faultsOfForm(deal: ModelDeal, form: Form, around: Surroundings): string[] {
  const codes: string[] = []
  if (!form.solutionId || !earningOf(deal, around).includes(form.solutionId))
    codes.push('NO_INCENTIVE_SOLUTION')
  const { totalValue: total, solutionValue: part, signedDate, startDate, endDate } = form
  const priced = total && part && total.amount > 0 && part.amount > 0
  if (!priced) codes.push('VALUE_REQUIRED')
  else if (total.currency === part.currency && part.amount > total.amount) codes.push('CONTRACT_VALUE')
  const complete = signedDate && startDate && endDate
  const futureSignature = signedDate && signedDate > around.today
  const early = signedDate && startDate && startDate < signedDate
  const backwards = startDate && endDate && endDate !== 'perpetual' && endDate < startDate
  if (!complete || futureSignature || early || backwards) codes.push('CONTRACT_DATES')
  codes.push(...faultsOfContact(form.contact, true))
  if (form.attested !== true) codes.push('ATTESTATION_REQUIRED')
  return codes
}
