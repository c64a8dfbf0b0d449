import type { Commands, PartnerInvite, SolutionRef } from '#shared/domain/command.ts'
import type { Party } from '#shared/domain/deal.ts'
import type { Money } from '#shared/domain/money.ts'
import { PERSON_FIELDS, type Person, isEmail } from '#shared/domain/person.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import type { Refusal } from '#shared/errors.ts'
import type { Facts } from './facts.ts'
import { refusal } from './refusal.ts'
import { MOST_SOLUTIONS, MOST_TEAM_MEMBERS } from './rulebook.ts'

/** Fields of a person that are empty or, for the e-mail, not an address. */
export const missingOf = (person: Person): readonly (keyof Person)[] =>
  PERSON_FIELDS.filter((field) =>
    field === 'email' ? !isEmail(person.email.trim()) : person[field].trim() === '',
  )

/** Whether nothing at all was filled in: the same as no contact. */
export const isBlank = (person: Person | null | undefined): boolean =>
  !person || PERSON_FIELDS.every((field) => person[field].trim() === '')

/** Deal name, value and close date (RULEBOOK 6.3). `path` prefixes the field a fix points to. */
export function checkDetails(
  details: { name?: string; value: Money | null; closeDate: CivilDate | null },
  today: CivilDate | null,
  path = '',
  params: { readonly [key: string]: string | number } = {},
): readonly Refusal[] {
  const reasons: Refusal[] = []
  const at = (field: string) => ({ step: path ? 'partners' : 'details', field: path + field })
  if (details.name !== undefined && details.name.trim() === '') {
    reasons.push(refusal('NAME_REQUIRED', params, at('name')))
  }
  if (!details.value || details.value.amount <= 0)
    reasons.push(refusal('VALUE_REQUIRED', params, at('value')))
  if (!details.closeDate) reasons.push(refusal('CLOSE_DATE_REQUIRED', params, at('closeDate')))
  else if (today && details.closeDate < today) {
    reasons.push(
      refusal('CLOSE_DATE_PAST', { ...params, closeDate: details.closeDate, today }, at('closeDate')),
    )
  }
  return reasons
}

/** Every member complete, at least one where asked, at most 50 (RULEBOOK 6.4). */
export function checkTeam(team: readonly Person[], atLeastOne: boolean, path = 'team'): readonly Refusal[] {
  const step = path === 'team' ? 'team' : 'partners'
  if (team.length > MOST_TEAM_MEMBERS) {
    return [refusal('TOO_MANY', { field: path, limit: MOST_TEAM_MEMBERS }, { step, field: path })]
  }
  if (team.length === 0) return atLeastOne ? [refusal('TEAM_REQUIRED', {}, { step, field: path })] : []
  return team.flatMap((member, index) => {
    const missing = missingOf(member)
    if (missing.length === 0) return []
    return [
      refusal(
        'TEAM_MEMBER_INCOMPLETE',
        { index, missing: [...missing] },
        { step, field: `${path}.${index}.${missing[0]}` },
      ),
    ]
  })
}

/** Contact: all four or none (RULEBOOK 2.3); all four where Microsoft is asked (6.1). */
export function checkContact(contact: Person | null | undefined, required: boolean): readonly Refusal[] {
  if (!contact || isBlank(contact)) {
    return required ? [refusal('CONTACT_REQUIRED', {}, { step: 'customer', field: 'contact' })] : []
  }
  const missing = missingOf(contact)
  return missing.length === 0
    ? []
    : [
        refusal(
          'CONTACT_INCOMPLETE',
          { missing: [...missing] },
          { step: 'customer', field: `contact.${missing[0]}` },
        ),
      ]
}

/** Standard solutions: at least one, at most 50, none of kind assessment (RULEBOOK 6.5). */
export function checkSolutions(
  solutions: readonly SolutionRef[],
  facts: Facts,
  path = 'solutions',
): readonly Refusal[] {
  const fix = { step: path === 'solutions' ? 'solutions' : 'partners', field: path }
  if (solutions.length === 0) return [refusal('SOLUTION_REQUIRED', {}, fix)]
  if (solutions.length > MOST_SOLUTIONS)
    return [refusal('TOO_MANY', { field: path, limit: MOST_SOLUTIONS }, fix)]
  const isAssessment = ({ id }: SolutionRef) => facts.solutions.get(id)?.kind === 'assessment'
  return solutions.some(isAssessment) ? [refusal('ASSESSMENT_EXCLUDES_OTHERS', {}, fix)] : []
}

/** A solution assessment: vetted company, exactly one, nothing beside it, a location, consent (RULEBOOK 6.2, 6.5). */
export function checkAssessment(command: Commands['create'], facts: Facts): readonly Refusal[] {
  const step = 'solutions'
  const chosen = new Set(command.assessment ? [command.assessment.solutionId] : [])
  const others = command.solutions.filter(({ id }) => facts.solutions.get(id)?.kind !== 'assessment')
  for (const { id } of command.solutions) if (facts.solutions.get(id)?.kind === 'assessment') chosen.add(id)
  const reasons: Refusal[] = []
  if (!facts.profile.assessmentEligible) reasons.push(refusal('NOT_ELIGIBLE_FOR_ASSESSMENT', {}, { step }))
  const kinds = [...chosen].map((id) => facts.solutions.get(id)?.kind)
  if (chosen.size !== 1 || kinds[0] !== 'assessment') {
    reasons.push(refusal('ASSESSMENT_EXACTLY_ONE', { chosen: chosen.size }, { step, field: 'assessment' }))
  }
  if (others.length > 0) reasons.push(refusal('ASSESSMENT_EXCLUDES_OTHERS', {}, { step, field: 'solutions' }))
  const location = command.assessment?.locationId ?? null
  if (!location || !facts.profile.locations.some(({ id }) => id === location)) {
    reasons.push(refusal('LOCATION_REQUIRED', {}, { step, field: 'assessment.locationId' }))
  }
  if (command.microsoft || (command.partners ?? []).length > 0) {
    reasons.push(refusal('SA_NO_INVITATIONS', {}, { step: 'partners' }))
  }
  return reasons
}

/** The partner an invitation names; none while nobody is chosen. */
const partnerOf = ({ partnerId }: PartnerInvite, facts: Facts) =>
  partnerId === null ? undefined : facts.partners.get(partnerId)

/** One partner's invitation (RULEBOOK 6.7), against those already on the deal. */
export function checkInvite(
  invite: PartnerInvite,
  already: readonly Party[],
  facts: Facts,
  path: string,
): readonly Refusal[] {
  const partner = partnerOf(invite, facts)
  const name = partner?.name ?? ''
  const reasons: Refusal[] = []
  if (invite.partnerId === null) {
    reasons.push(refusal('PARTNER_REQUIRED', {}, { step: 'partners', field: `${path}partnerId` }))
  }
  if (partner && facts.profile.partnerId !== '' && partner.partnerId === facts.profile.partnerId) {
    reasons.push(
      refusal('PARTNER_IS_SELF', { partner: name }, { step: 'partners', field: `${path}partnerId` }),
    )
  }
  // Only a refusal or a lapse frees the way for another invitation; a side that was won or lost is over.
  const stands = (party: Party) =>
    party.kind === 'partner' &&
    invite.partnerId !== null &&
    party.partnerId === invite.partnerId &&
    party.status !== 'declined' &&
    party.status !== 'expired'
  if (already.some(stands)) {
    reasons.push(
      refusal('PARTNER_ALREADY_INVITED', { partner: name }, { step: 'partners', field: `${path}partnerId` }),
    )
  }
  if (invite.help === null) {
    reasons.push(refusal('HELP_REQUIRED', { partner: name }, { step: 'partners', field: `${path}help` }))
  }
  reasons.push(...checkDetails(invite, facts.today, path, { partner: name }))
  reasons.push(...checkTeam(invite.team, true, `${path}team`))
  reasons.push(...checkSolutions(invite.solutions, facts, `${path}solutions`))
  return reasons
}
