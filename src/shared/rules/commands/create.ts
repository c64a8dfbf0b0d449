import type { CommandOf } from '#shared/domain/command.ts'
import type { Party } from '#shared/domain/deal.ts'
import type { DealStart } from '#shared/domain/event.ts'
import { tidyPerson } from '#shared/domain/person.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Refusal } from '#shared/errors.ts'
import {
  checkAssessment,
  checkContact,
  checkDetails,
  checkInvite,
  checkSolutions,
  checkTeam,
  isBlank,
} from '../checks.ts'
import type { Facts } from '../facts.ts'
import { dealSolution, invitedMicrosoft, invitedPartner } from '../parties.ts'
import { refusal } from '../refusal.ts'
import { type Decision, textOrNull, unless } from './decider.ts'

type Create = CommandOf<'create'>

const wantsAssessment = (command: Create, facts: Facts): boolean =>
  Boolean(command.assessment) ||
  command.solutions.some(({ id }) => facts.solutions.get(id)?.kind === 'assessment')

/** Everything still missing before a deal can be created (RULEBOOK 6), all at once. */
export function createRefusals(command: Create, facts: Facts): readonly Refusal[] {
  const assessment = wantsAssessment(command, facts)
  const microsoft = Boolean(command.microsoft)
  const reasons: Refusal[] = []
  if (!facts.customer) reasons.push(refusal('CUSTOMER_REQUIRED', {}, { step: 'customer', field: 'customer' }))
  reasons.push(...checkContact(command.contact, microsoft))
  reasons.push(...checkDetails(command, facts.today))
  reasons.push(...checkTeam(command.team, true))
  reasons.push(...(assessment ? checkAssessment(command, facts) : checkSolutions(command.solutions, facts)))
  for (const [index, invite] of (command.partners ?? []).entries()) {
    reasons.push(...checkInvite(invite, [], facts, `partners.${index}.`))
    const earlier = command.partners!.slice(0, index)
    const { partnerId } = invite
    if (partnerId !== null && earlier.some((other) => other.partnerId === partnerId)) {
      const partner = facts.partners.get(partnerId)?.name ?? ''
      const fix = { step: 'partners', field: `partners.${index}.partnerId` }
      reasons.push(refusal('PARTNER_ALREADY_INVITED', { partner }, fix))
    }
  }
  if ((microsoft || assessment) && command.consent !== true) {
    reasons.push(refusal('CONSENT_REQUIRED', {}, { step: 'review', field: 'consent' }))
  }
  return reasons
}

/** Every invitation that goes out with a creation, Microsoft first (P1). */
function invitations(
  command: Create,
  own: Parameters<typeof invitedMicrosoft>[0],
  now: Instant,
  facts: Facts,
): readonly Party[] {
  const ids = [...facts.partyIds]
  const microsoft = command.microsoft
    ? [invitedMicrosoft(own, command.microsoft, ids.shift()!, now, facts)]
    : []
  const partners = command.partners ?? []
  return [...microsoft, ...partners.map((invite) => invitedPartner(invite, ids.shift()!, now, facts))]
}

/** Create (D1): our own deal is accepted at once, on stage created, with every invitation sent now (P1). */
export function decideCreate(command: Create, now: Instant, facts: Facts): Decision {
  return unless(createRefusals(command, facts), () => {
    const assessment = command.assessment ?? null
    const location = facts.profile.locations.find(({ id }) => id === assessment?.locationId) ?? null
    const solutions = (assessment ? [{ id: assessment.solutionId }] : command.solutions).map(dealSolution)
    const team = command.team.map(tidyPerson)
    const own = { team, solutions, value: command.value!, closeDate: command.closeDate! }
    const start: DealStart = {
      origin: 'created',
      direction: 'outbound',
      status: 'accepted',
      stage: 'created',
      stageSince: now,
      stageMarks: [{ stage: 'created', at: now, by: facts.actor }],
      name: command.name.trim(),
      ...own,
      customer: facts.customer!,
      contact: isBlank(command.contact) ? null : tidyPerson(command.contact!),
      consent: command.consent === true,
      location,
      crmId: textOrNull(command.crmId),
      campaignId: textOrNull(command.campaignId),
      notes: textOrNull(command.notes),
      help: command.microsoft
        ? { type: command.microsoft.help, notes: textOrNull(command.microsoft.notes) }
        : null,
      assessment,
      parties: invitations(command, own, now, facts),
      favorite: false,
      closedReason: null,
      createdAt: now,
      acceptedAt: now,
      closedAt: null,
      expiresAt: null,
      external: null,
      sourceDealId: command.sourceDealId ?? null,
    }
    return [{ kind: 'created', body: start }]
  })
}
