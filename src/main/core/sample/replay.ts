import type { Command, CommandOf } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { DealEvent, Decided } from '#shared/domain/event.ts'
import type { CommandId, DealId, PartyId, PersonId } from '#shared/domain/ids.ts'
import { type Currency, type Money, minorDigits } from '#shared/domain/money.ts'
import type { RegistrationForm } from '#shared/domain/registration.ts'
import { type CivilDate, DAY_MS, type Instant, addCivilDays, addMs, utcDateOf } from '#shared/domain/time.ts'
import { INVITATION_DAYS } from '#shared/domain/company.ts'
import { expiriesDue } from '#shared/rules/commands/system.ts'
import { decide } from '#shared/rules/decide.ts'
import type { Facts } from '#shared/rules/facts.ts'
import type { Authorship } from '../context.ts'
import { type Recorded, enact } from '../deals/record.ts'
import type { SampleDirectory } from './sample-directory.ts'
import {
  SAMPLE,
  type SampleDeal,
  type SamplePartnerInvite,
  type SampleStep,
  personFrom,
} from './sample-script.ts'

export interface Replay {
  readonly directory: SampleDirectory
  readonly commandId: CommandId
  /** The people of the sample's teams, in the order of the script. */
  readonly actors: readonly PersonId[]
  readonly now: Instant
  readonly today: CivilDate
  readonly newId: () => string
}

const moneyOf = (units: number, currency: string): Money => ({
  amount: Math.round(units * 10 ** minorDigits(currency as Currency)),
  currency: currency as Currency,
})

const teamOf = (deal: SampleDeal) => deal.team.map((index) => personFrom(SAMPLE.people[index]!))

function inviteOf(invite: SamplePartnerInvite, deal: SampleDeal, replay: Replay) {
  const { directory, today } = replay
  return {
    partnerId: directory.partners.get(invite.partner)!.id,
    closeDate: addCivilDays(today, Math.max(1, deal.closeInDays - 7)),
    value: moneyOf(invite.share, deal.currency),
    team: teamOf(deal),
    solutions: invite.solutions.map((key) => ({ id: directory.solutions.get(key)!.id })),
    help: invite.help,
  }
}

/** How a sample deal began. */
function beginning(deal: SampleDeal, replay: Replay): CommandOf<'create'> | CommandOf<'receive'> {
  const { directory, today } = replay
  const contact = deal.contact ? personFrom(deal.contact) : null
  const common = {
    customer: { id: directory.customers.get(deal.customer)!.id },
    contact,
    name: deal.name,
    value: moneyOf(deal.amount, deal.currency),
    closeDate: addCivilDays(today, deal.closeInDays),
    notes: deal.notes ?? null,
    solutions: deal.solutions.map((key) => ({ id: directory.solutions.get(key)!.id })),
  }
  if (deal.direction === 'inbound') {
    const from =
      deal.from === 'microsoft'
        ? ({ kind: 'microsoft', organization: 'Microsoft' } as const)
        : ({ kind: 'partner', organization: deal.from! } as const)
    return { kind: 'receive', from, ...common }
  }
  const { assessment } = deal
  return {
    kind: 'create',
    ...common,
    consent: true,
    crmId: deal.crmId ?? null,
    campaignId: deal.campaignId ?? null,
    team: teamOf(deal),
    assessment: assessment
      ? {
          solutionId: directory.solutions.get(assessment.solution)!.id,
          locationId: directory.locations.get(assessment.location)!.id,
        }
      : null,
    microsoft: deal.microsoft ? { help: deal.microsoft } : null,
    partners: (deal.partners ?? []).map((invite) => inviteOf(invite, deal, replay)),
  }
}

/** A registration as it was sent: the contract was signed the day before, and runs from that day. */
function formOf(
  step: Extract<SampleStep, { readonly months: number }>,
  script: SampleDeal,
  deal: Deal,
  at: Instant,
  { directory }: Replay,
): RegistrationForm {
  const signedDate = addCivilDays(utcDateOf(at), -1)
  const earning = deal.solutions.find(({ id }) =>
    [...directory.solutions.values()].some((solution) => solution.id === id && solution.incentive !== null),
  )
  return {
    solutionId: earning?.id ?? null,
    contractType: 'new',
    totalValue: deal.value,
    solutionValue: moneyOf(step.part, script.currency),
    deployedOn: 'azure',
    tenant: 'customer',
    signedDate,
    startDate: signedDate,
    endDate: addCivilDays(signedDate, step.months * 30),
    contact: teamOf(script)[0]!,
    attested: true,
  }
}

/** A step as the command a person would have given. */
function commandOf(step: SampleStep, script: SampleDeal, deal: Deal, at: Instant, replay: Replay): Command {
  switch (step.kind) {
    case 'accept':
      return { kind: 'accept', name: deal.name, team: teamOf(script), crmId: script.crmId ?? null }
    case 'decline':
    case 'lose':
      return { kind: step.kind, reason: step.reason, notes: step.notes ?? null }
    case 'edit': {
      const { amount, closeInDays } = step.changes
      const closeDate =
        closeInDays === undefined ? {} : { closeDate: addCivilDays(replay.today, closeInDays) }
      return { kind: 'edit', changes: { value: moneyOf(amount, script.currency), ...closeDate } }
    }
    case 'invite-partner':
      return { kind: 'invite-partner', invite: inviteOf(step, script, replay) }
    case 'record-answer': {
      const { answer, reason = null, notes = null, sellers = [] } = step
      const partnerId = replay.directory.partners.get(step.party)?.id ?? null
      const party = deal.parties.find((candidate) => candidate.partnerId === partnerId)!
      return {
        kind: 'record-answer',
        partyId: party.id,
        answer,
        reason,
        notes,
        sellers: sellers.map(personFrom),
      }
    }
    case 'mark-stage':
      return { kind: 'mark-stage', stage: step.stage }
    case 'set-favorite':
      return { kind: 'set-favorite', favorite: step.favorite }
    case 'win':
      return { kind: 'win' }
    case 'register':
    case 'resubmit':
      return { kind: step.kind, form: formOf(step, script, deal, at, replay) }
    case 'record-review': {
      const { outcome, errors = [], notes = null } = step
      return { kind: 'record-review', outcome, errors: [...errors], notes }
    }
  }
}

function factsAt(at: Instant, dealId: DealId, script: SampleDeal, replay: Replay): Facts {
  const { directory, newId } = replay
  return {
    dealId,
    today: utcDateOf(at),
    actor: actorOf(script, replay),
    profile: {
      partnerId: '',
      invitationDays: INVITATION_DAYS,
      assessmentEligible: true,
      locations: [...directory.locations.values()],
    },
    solutions: new Map([...directory.solutions.values()].map((solution) => [solution.id, solution])),
    partners: new Map([...directory.partners.values()].map((partner) => [partner.id, partner])),
    customer: directory.customers.get(script.customer)!,
    partyIds: Array.from({ length: 1 + (script.partners?.length ?? 0) }, () => newId() as PartyId),
  }
}

/** Who works on a sample deal: the first of its team. */
const actorOf = (script: SampleDeal, { actors }: Replay): PersonId | null => actors[script.team[0]!] ?? null

const ofSample = (decided: Decided): Decided =>
  decided.kind === 'created' || decided.kind === 'received'
    ? { ...decided, body: { ...decided.body, origin: 'sample' } }
    : decided

/** Lives through the history of one sample deal by the rules themselves, deadlines included. */
export function replayDeal(script: SampleDeal, replay: Replay): Recorded {
  const { now, newId, commandId } = replay
  const author: Authorship = { origin: 'sample', actor: actorOf(script, replay), commandId }
  const dealId = newId() as DealId
  const ago = (days: number): Instant => addMs(now, -Math.round(days * DAY_MS))
  const events: DealEvent[] = []
  let deal: Deal | null = null
  const take = (decided: readonly Decided[], command: string, at: Instant) => {
    const step = enact(dealId, deal, decided.map(ofSample), command, author, at, { now, newId })
    deal = step.after
    events.push(...step.events)
  }
  const obey = (command: Command, at: Instant) => {
    const decision = decide(deal, command, at, factsAt(at, dealId, script, replay))
    if (!decision.ok) {
      const codes = decision.error.map(({ code }) => code).join(', ')
      throw new Error(`sample deal "${script.name}": ${command.kind} refused: ${codes}`)
    }
    take(decision.value, command.kind, at)
  }
  const begun = ago(script.begunDaysAgo)
  obey(beginning(script, replay), begun)
  for (const step of script.steps) {
    const at = ago(step.daysAgo)
    take(expiriesDue(deal!, at), 'expire', at)
    obey(commandOf(step, script, deal!, at, replay), at)
  }
  take(expiriesDue(deal!, now), 'expire', now)
  return { before: null, after: deal, events }
}
