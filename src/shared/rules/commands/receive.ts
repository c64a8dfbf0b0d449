import type { CommandOf } from '#shared/domain/command.ts'
import type { DealStart } from '#shared/domain/event.ts'
import { tidyPerson } from '#shared/domain/person.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Refusal } from '#shared/errors.ts'
import { checkContact, checkDetails, isBlank } from '../checks.ts'
import { assessmentAmong } from '../deal-type.ts'
import type { Facts } from '../facts.ts'
import { dealSolution, deadlineOf, senderParty } from '../parties.ts'
import { refusal } from '../refusal.ts'
import { type Decision, textOrNull, unless } from './decider.ts'

type Receive = CommandOf<'receive'>

/** What an inbound deal must bring. Its close date is the sender's affair, so a past one is taken as it is. */
export function receiveRefusals(command: Receive, facts: Facts): readonly Refusal[] {
  return [
    ...(facts.customer ? [] : [refusal('CUSTOMER_REQUIRED', {}, { field: 'customer' })]),
    ...checkContact(command.contact, false),
    ...checkDetails(command, null),
  ]
}

/** Inbound deal arrives (D2): received, with the clock running from its arrival or the file's own deadline (B6). */
export function decideReceive(command: Receive, now: Instant, facts: Facts): Decision {
  return unless(receiveRefusals(command, facts), () => {
    const receivedAt = command.receivedAt ?? now
    const solutions = command.solutions.map(dealSolution)
    const offer = { value: command.value!, closeDate: command.closeDate!, solutions }
    const start: DealStart = {
      origin: 'received',
      direction: 'inbound',
      status: 'received',
      stage: null,
      stageSince: receivedAt,
      stageMarks: [],
      name: command.name.trim(),
      ...offer,
      customer: facts.customer!,
      contact: isBlank(command.contact) ? null : tidyPerson(command.contact!),
      consent: false,
      location: null,
      crmId: null,
      campaignId: null,
      notes: textOrNull(command.notes),
      help: null,
      team: [],
      assessment: assessmentAmong(command.solutions, (id) => facts.solutions.get(id)?.kind),
      parties: [senderParty(command.from, offer, facts.partyIds[0]!, receivedAt)],
      favorite: false,
      closedReason: null,
      createdAt: receivedAt,
      acceptedAt: null,
      closedAt: null,
      expiresAt: command.expiresAt ?? deadlineOf(receivedAt, facts),
      external: command.externalId ? { engagementId: null, referralId: command.externalId, extra: {} } : null,
      sourceDealId: null,
    }
    return [{ kind: 'received', body: start }]
  })
}
