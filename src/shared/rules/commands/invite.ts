import { tidyPerson } from '#shared/domain/person.ts'
import type { Refusal } from '#shared/errors.ts'
import { checkContact, checkInvite, checkTeam, isBlank } from '../checks.ts'
import { answerRefusal } from '../guards.ts'
import { hasRunOut, invitedMicrosoft, invitedPartner } from '../parties.ts'
import { refusal } from '../refusal.ts'
import { type Decider, textOrNull, unless } from './decider.ts'

/** Ask Microsoft for help later (RULEBOOK 5.2, B8): needs the whole contact and the customer's consent. */
export const decideInviteMicrosoft: Decider<'invite-microsoft'> = (deal, command, now, facts) => {
  const contact = isBlank(command.contact) ? deal.contact : tidyPerson(command.contact!)
  const consent = deal.consent !== null || command.consent === true
  const reasons: Refusal[] = [...checkContact(contact, true)]
  if (!consent) reasons.push(refusal('CONSENT_REQUIRED', {}, { field: 'consent' }))
  return unless(reasons, () => [
    {
      kind: 'microsoft-invited',
      body: {
        party: invitedMicrosoft(deal, command, facts.partyIds[0]!, now, facts),
        help: { type: command.help, notes: textOrNull(command.notes) },
        contact,
        consent: deal.consent === null,
      },
    },
  ])
}

/** Invite one partner with a clock of its own, again once an earlier one has run out (RULEBOOK 5.2, 6.7). */
export const decideInvitePartner: Decider<'invite-partner'> = (deal, command, now, facts) => {
  const already = deal.parties.filter((party) => party.status !== 'pending' || !hasRunOut(party, now))
  return unless(checkInvite(command.invite, already, facts, 'invite.'), () => [
    {
      kind: 'partner-invited',
      body: { party: invitedPartner(command.invite, facts.partyIds[0]!, now, facts) },
    },
  ])
}

/** What another party answered, written down by a person or brought by a file (B5, P2, P3, P5). */
export const decideRecordAnswer: Decider<'record-answer'> = (deal, command, now) => {
  const party = deal.parties.find(({ id }) => id === command.partyId) ?? null
  const situation = answerRefusal(party, command.answer, now)
  const sellers = command.answer === 'accepted' ? (command.sellers ?? []) : []
  const reasons = situation ? [situation] : checkTeam(sellers, false, 'sellers')
  return unless(reasons, () => [
    {
      kind: 'party-answered',
      body: {
        partyId: command.partyId,
        answer: command.answer,
        answeredAt: command.answeredAt ?? now,
        reason: command.reason ?? null,
        notes: textOrNull(command.notes),
        sellers: sellers.map(tidyPerson),
      },
    },
  ])
}
