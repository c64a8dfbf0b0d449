import type { CommandInput } from '../support/deal-commands.ts'
import {
  DAY,
  type ModelDeal,
  type ModelParty,
  type ModelPerson,
  type Of,
  type Surroundings,
  isClosed,
  ladderOf,
} from './model-deal.ts'

/** What came of an allowed command: the deal, and the one event of it; null where nothing changed. */
export interface Happening {
  readonly deal: ModelDeal
  readonly event: string | null
}

/** Ids the application made, in the order it named them: a model makes none. */
export interface Named {
  readonly dealId: string
  readonly partyIds: readonly string[]
}

const textOf = (text: string | null | undefined): string | null => text?.trim() || null

const personOf = (person: ModelPerson | null | undefined): ModelPerson | null =>
  person && Object.values(person).some((part) => part.trim() !== '') ? person : null

/** An invitation going out now, with a clock of its own (P1, B6). */
const invited = (
  id: string,
  kind: ModelParty['kind'],
  partner: string | null,
  { now, days }: Surroundings,
): ModelParty => ({
  id,
  kind,
  partner,
  status: 'pending',
  invitedAt: now,
  expiresAt: now + days * DAY,
  answeredAt: null,
  sellers: 0,
})

/** A deal of our own begins accepted, on its first stage, with every invitation sent at once (D1, P1). */
function created(command: Of<'create'>, { dealId, partyIds }: Named, around: Surroundings): ModelDeal {
  const { now } = around
  const partners = (command.partners ?? []).map(({ partnerId }) => partnerId)
  const asked = [...(command.microsoft ? [null] : []), ...partners]
  return {
    id: dealId,
    version: 1,
    direction: 'outbound',
    status: 'accepted',
    marked: [],
    assessment: Boolean(command.assessment),
    name: command.name!.trim(),
    amount: command.value!.amount,
    currency: command.value!.currency,
    closeDate: command.closeDate!,
    notes: textOf(command.notes),
    crmId: textOf(command.crmId),
    campaignId: textOf(command.campaignId),
    contact: personOf(command.contact),
    consent: command.consent === true,
    team: command.team!,
    solutions: command.assessment ? [command.assessment.solutionId] : command.solutions!.map(({ id }) => id),
    parties: asked.map((partner, index) =>
      invited(partyIds[index]!, partner === null ? 'microsoft' : 'partner', partner, around),
    ),
    favorite: false,
    reason: null,
    registration: null,
    createdAt: now,
    updatedAt: now,
    stageSince: now,
    acceptedAt: now,
    closedAt: null,
    expiresAt: null,
  }
}

/** An inbound deal waits, its clock running since it arrived; a deadline of its own wins (D2, B6). */
function received(command: Of<'receive'>, { dealId, partyIds }: Named, around: Surroundings): ModelDeal {
  const at = command.receivedAt === undefined ? around.now : Date.parse(command.receivedAt)
  const given = command.expiresAt === undefined ? null : Date.parse(command.expiresAt)
  return {
    id: dealId,
    version: 1,
    direction: 'inbound',
    status: 'received',
    marked: [],
    assessment: (command.solutions ?? []).some(({ id }) => around.solutions.get(id)?.assessment),
    name: command.name!.trim(),
    amount: command.value!.amount,
    currency: command.value!.currency,
    closeDate: command.closeDate!,
    notes: textOf(command.notes),
    crmId: null,
    campaignId: null,
    contact: personOf(command.contact),
    consent: false,
    team: [],
    solutions: (command.solutions ?? []).map(({ id }) => id),
    parties: [
      {
        id: partyIds[0]!,
        kind: command.from.kind,
        partner: null,
        status: 'accepted',
        invitedAt: at,
        expiresAt: null,
        answeredAt: at,
        sellers: 0,
      },
    ],
    favorite: false,
    reason: null,
    registration: null,
    createdAt: at,
    updatedAt: around.now,
    stageSince: at,
    acceptedAt: null,
    closedAt: null,
    expiresAt: given ?? at + around.days * DAY,
  }
}

/** The deal an allowed command begins. */
export const begun = (command: CommandInput, named: Named, around: Surroundings): ModelDeal =>
  command.kind === 'create'
    ? created(command, named, around)
    : received(command as Of<'receive'>, named, around)

const changed = (deal: ModelDeal, event: string, now: number, changes: Partial<ModelDeal>): Happening => ({
  deal: { ...deal, ...changes, version: deal.version + 1, updatedAt: isClosed(deal) ? deal.updatedAt : now },
  event,
})

const asItWas = (deal: ModelDeal): Happening => ({ deal, event: null })
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function edited(deal: ModelDeal, { changes }: Of<'edit'>, now: number): Happening {
  const text = (field: 'notes' | 'crmId' | 'campaignId') =>
    changes[field] === undefined ? deal[field] : textOf(changes[field])
  const next = {
    name: changes.name?.trim() ?? deal.name,
    amount: changes.value?.amount ?? deal.amount,
    currency: changes.value?.currency ?? deal.currency,
    closeDate: changes.closeDate ?? deal.closeDate,
    notes: text('notes'),
    crmId: text('crmId'),
    campaignId: text('campaignId'),
    contact: changes.contact === undefined ? deal.contact : personOf(changes.contact),
  }
  return same({ ...deal, ...next }, deal) ? asItWas(deal) : changed(deal, 'edited', now, next)
}

/** P2, P3, P5. The moment of the first answer stays. */
function answered(deal: ModelDeal, command: Of<'record-answer'>, now: number): Happening {
  const answeredAt = command.answeredAt === undefined ? now : Date.parse(command.answeredAt)
  const parties = deal.parties.map((party) =>
    party.id === command.partyId
      ? {
          ...party,
          status: command.answer,
          answeredAt: party.answeredAt ?? answeredAt,
          sellers: command.answer === 'accepted' ? (command.sellers ?? []).length : party.sellers,
        }
      : party,
  )
  return changed(deal, 'party-answered', now, { parties })
}

/** Skipped stages count as passed now; a correction takes back everything above (B2, B3). */
function moved(deal: ModelDeal, stage: string, event: string, now: number): Happening {
  const ladder = ladderOf(deal)
  const marked = ladder
    .slice(0, ladder.indexOf(stage) + 1)
    .map((passed, place) => deal.marked[place] ?? { stage: passed, at: now })
  return changed(deal, event, now, { marked, stageSince: now })
}

/** Carries out a command the rulebook allows. */
export function happen(
  deal: ModelDeal,
  command: CommandInput,
  { partyIds }: Pick<Named, 'partyIds'>,
  around: Surroundings,
): Happening {
  const { now } = around
  const newParty = partyIds.at(-1)!
  switch (command.kind) {
    case 'create':
    case 'receive':
      throw new Error(`${command.kind} begins a deal`)
    case 'accept': {
      const text = (field: 'notes' | 'crmId' | 'campaignId') =>
        command[field] === undefined ? deal[field] : textOf(command[field])
      return changed(deal, 'accepted', now, {
        status: 'accepted',
        name: command.name!.trim(),
        amount: command.value?.amount ?? deal.amount,
        currency: command.value?.currency ?? deal.currency,
        closeDate: command.closeDate ?? deal.closeDate,
        notes: text('notes'),
        crmId: text('crmId'),
        campaignId: text('campaignId'),
        team: command.team ?? deal.team,
        acceptedAt: now,
        stageSince: now,
        expiresAt: null,
      })
    }
    case 'decline':
      return changed(deal, 'declined', now, {
        status: 'declined',
        reason: command.reason ?? null,
        closedAt: now,
        expiresAt: null,
      })
    case 'edit':
      return edited(deal, command, now)
    case 'set-team':
      return same(command.team, deal.team)
        ? asItWas(deal)
        : changed(deal, 'team-set', now, { team: command.team })
    case 'set-solutions': {
      const solutions = command.solutions.map(({ id }) => id)
      return same(solutions, deal.solutions)
        ? asItWas(deal)
        : changed(deal, 'solutions-set', now, { solutions })
    }
    case 'invite-microsoft':
      return changed(deal, 'microsoft-invited', now, {
        parties: [...deal.parties, invited(newParty, 'microsoft', null, around)],
        contact: personOf(command.contact) ?? deal.contact,
        consent: true,
      })
    case 'invite-partner':
      return changed(deal, 'partner-invited', now, {
        parties: [...deal.parties, invited(newParty, 'partner', command.invite.partnerId, around)],
      })
    case 'record-answer':
      return answered(deal, command, now)
    case 'mark-stage':
      return moved(deal, command.stage, 'stage-marked', now)
    case 'correct-stage':
      return moved(deal, command.stage, 'stage-corrected', now)
    case 'win':
      return changed(deal, 'won', now, { status: 'won', closedAt: now, stageSince: now })
    case 'lose':
      return changed(deal, 'lost', now, { status: 'lost', reason: command.reason ?? null, closedAt: now })
    case 'register': {
      const incentive = around.solutions.get(command.form.solutionId!)!.incentive!
      // Deal review and final validation apply to IP co-sell alone (8.3).
      const state = incentive === 'ip-co-sell' ? 'deal-review' : 'closed'
      return changed(deal, 'registered', now, { registration: { state, incentive } })
    }
    case 'record-review':
      return changed(deal, 'registration-reviewed', now, {
        registration: { ...deal.registration!, state: command.outcome },
      })
    case 'resubmit':
      return changed(deal, 'registration-resubmitted', now, {
        registration: { ...deal.registration!, state: 'deal-review' },
      })
    case 'set-favorite':
      return command.favorite === deal.favorite
        ? asItWas(deal)
        : // A mark of the person's own, not a change of the deal.
          {
            deal: { ...deal, favorite: command.favorite, version: deal.version + 1 },
            event: 'favorite-set',
          }
  }
}

/** One expiry: which deal or party, and when it took effect. */
interface Due {
  readonly at: number
  readonly party: string | null
}

/** Everything that ran out by now takes effect at its own deadline, oldest first, once (D5, P4, B6). */
export function expire(deal: ModelDeal, now: number): readonly { deal: ModelDeal; event: string }[] {
  const due: Due[] = deal.parties.flatMap(({ id, status, expiresAt }) =>
    status === 'pending' && expiresAt !== null && now >= expiresAt ? [{ at: expiresAt, party: id }] : [],
  )
  if (deal.status === 'received' && now >= deal.expiresAt!) due.push({ at: deal.expiresAt!, party: null })
  due.sort((a, b) => a.at - b.at)
  let current = deal
  return due.map(({ at, party }) => {
    const changes: Partial<ModelDeal> =
      party === null
        ? { status: 'expired', closedAt: at, expiresAt: null }
        : {
            parties: current.parties.map((each) =>
              each.id === party ? { ...each, status: 'expired' as const } : each,
            ),
          }
    const event = party === null ? 'expired' : 'party-expired'
    current = changed(current, event, at, changes).deal
    return { deal: current, event }
  })
}
