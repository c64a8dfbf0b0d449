import type { PartnerInvite, SolutionRef } from '#shared/domain/command.ts'
import type { Deal, DealSolution, Party, PartyKind } from '#shared/domain/deal.ts'
import type { PartyId } from '#shared/domain/ids.ts'
import { tidyPerson } from '#shared/domain/person.ts'
import { type Instant, addDays } from '#shared/domain/time.ts'
import { textOrNull } from './commands/decider.ts'
import type { Facts } from './facts.ts'

/** When an invitation sent or received at an instant stops being answerable (RULEBOOK B6). */
export const deadlineOf = (from: Instant, facts: Facts): Instant =>
  addDays(from, facts.profile.invitationDays)

/** Whether a clock of a deal or party has run out: exactly from its deadline on (RULEBOOK B6). */
export const hasRunOut = (clock: { readonly expiresAt: Instant | null }, now: Instant): boolean =>
  clock.expiresAt !== null && now >= clock.expiresAt

/** The party record of a partner invited now (P1). */
export function invitedPartner(invite: PartnerInvite, partyId: PartyId, now: Instant, facts: Facts): Party {
  return {
    id: partyId,
    kind: 'partner',
    organization: facts.partners.get(invite.partnerId!)?.name ?? '',
    partnerId: invite.partnerId,
    status: 'pending',
    invitedAt: now,
    expiresAt: deadlineOf(now, facts),
    answeredAt: null,
    closeDate: invite.closeDate,
    value: invite.value,
    notes: textOrNull(invite.notes),
    help: invite.help,
    solutions: invite.solutions.map(({ id }) => ({ id })),
    team: invite.team.map(tidyPerson),
    sellers: [],
    reason: null,
    answerNotes: null,
  }
}

/** The Microsoft party of a deal that asks for help now (P1), naming our team to it. */
export function invitedMicrosoft(
  deal: Pick<Deal, 'team' | 'solutions' | 'value' | 'closeDate'>,
  help: { help: Party['help']; notes?: string | null },
  partyId: PartyId,
  now: Instant,
  facts: Facts,
): Party {
  return {
    id: partyId,
    kind: 'microsoft',
    organization: 'Microsoft',
    partnerId: null,
    status: 'pending',
    invitedAt: now,
    expiresAt: deadlineOf(now, facts),
    answeredAt: null,
    closeDate: deal.closeDate,
    value: deal.value,
    notes: textOrNull(help.notes),
    help: help.help,
    solutions: deal.solutions.map(({ id }) => ({ id })),
    team: deal.team,
    sellers: [],
    reason: null,
    answerNotes: null,
  }
}

/** The party that sent us a deal: it has accepted by sending (CONTRACT, inbound deals). */
export function senderParty(
  from: { readonly kind: PartyKind; readonly organization: string },
  deal: Pick<Deal, 'value' | 'closeDate' | 'solutions'>,
  partyId: PartyId,
  receivedAt: Instant,
): Party {
  return {
    id: partyId,
    kind: from.kind,
    organization: from.organization,
    partnerId: null,
    status: 'accepted',
    invitedAt: receivedAt,
    expiresAt: null,
    answeredAt: receivedAt,
    closeDate: deal.closeDate,
    value: deal.value,
    notes: null,
    help: null,
    solutions: deal.solutions.map(({ id }) => ({ id })),
    team: [],
    sellers: [],
    reason: null,
    answerNotes: null,
  }
}

/** A solution as the deal keeps it. */
export const dealSolution = (ref: SolutionRef): DealSolution => ({
  id: ref.id,
  price: ref.price ?? null,
  quantity: ref.quantity ?? null,
  currency: ref.currency ?? null,
})
