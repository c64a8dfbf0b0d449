import type { Reason } from '#shared/domain/deal.ts'
import { tidyPerson } from '#shared/domain/person.ts'
import type { Refusal } from '#shared/errors.ts'
import { checkDetails, checkTeam } from '../checks.ts'
import { refusal } from '../refusal.ts'
import { type Decider, textOrNull, unless } from './decider.ts'

/** A reason, and words with "Others" (RULEBOOK B4, 7.1). */
export function reasonRefusals(reason: Reason | null, notes: string | null | undefined): readonly Refusal[] {
  if (!reason) return [refusal('REASON_REQUIRED', {}, { field: 'reason' })]
  return reason === 'other' && !textOrNull(notes)
    ? [refusal('NOTES_REQUIRED', { reason }, { field: 'notes' })]
    : []
}

/** Accept (D3): the form's values become the deal's, the stage is accepted. */
export const decideAccept: Decider<'accept'> = (deal, command) => {
  const value = command.value ?? deal.value
  const closeDate = command.closeDate ?? deal.closeDate
  const team = command.team ?? deal.team
  const reasons = [...checkDetails({ name: command.name, value, closeDate }, null), ...checkTeam(team, false)]
  return unless(reasons, () => [
    {
      kind: 'accepted',
      body: {
        name: command.name.trim(),
        value,
        closeDate,
        notes: command.notes === undefined ? deal.notes : textOrNull(command.notes),
        crmId: command.crmId === undefined ? deal.crmId : textOrNull(command.crmId),
        campaignId: command.campaignId === undefined ? deal.campaignId : textOrNull(command.campaignId),
        team: command.team ? command.team.map(tidyPerson) : deal.team,
      },
    },
  ])
}

/** Decline (D4): with a reason, final. */
export const decideDecline: Decider<'decline'> = (_deal, command) =>
  unless(reasonRefusals(command.reason, command.notes), () => [
    { kind: 'declined', body: { reason: command.reason!, notes: textOrNull(command.notes) } },
  ])
