import { type Deal, type Party, type StageMark, isTerminal } from '#shared/domain/deal.ts'
import type { DealEvent, EventKind, EventOf } from '#shared/domain/event.ts'
import type { PartyId } from '#shared/domain/ids.ts'
import type { Registration } from '#shared/domain/registration.ts'
import { type AnyStage, markable, rungOf } from '#shared/domain/stages.ts'
import { familyOf } from './deal-type.ts'

type Recorded<K extends EventKind> = Extract<DealEvent, EventOf<K>>
type Apply<K extends EventKind> = (deal: Deal, event: Recorded<K>) => Deal

function begin(event: Recorded<'created' | 'received' | 'imported'>): Deal {
  const { consent, sourceDealId: _source, ...start } = event.body
  return {
    ...start,
    id: event.dealId,
    version: event.version,
    rulebook: event.rulebook,
    consent: consent ? { at: event.at, by: event.actor } : null,
    closedNotes: null,
    incentives: [],
    registration: null,
    updatedAt: event.at,
  }
}

const withParty = (deal: Deal, id: PartyId, change: (party: Party) => Party): Deal => ({
  ...deal,
  parties: deal.parties.map((party) => (party.id === id ? change(party) : party)),
})

const withRegistration = (deal: Deal, change: Partial<Registration>): Deal => ({
  ...deal,
  registration: deal.registration && { ...deal.registration, ...change },
})

/** Marks up to a stage: the skipped ones between count as passed, at the same moment (B2). */
function marksUpTo(deal: Deal, stage: AnyStage, event: DealEvent): readonly StageMark[] {
  const family = familyOf(deal)
  const order = rungOf(family, stage)?.order ?? 0
  const marked = new Set(deal.stageMarks.map((mark) => mark.stage))
  const passed = markable(family).filter((rung) => rung.order <= order && !marked.has(rung.stage))
  return [...deal.stageMarks, ...passed.map((rung) => ({ stage: rung.stage, at: event.at, by: event.actor }))]
}

const marksBackTo = (deal: Deal, stage: AnyStage): readonly StageMark[] => {
  const family = familyOf(deal)
  const order = rungOf(family, stage)?.order ?? 0
  return deal.stageMarks.filter((mark) => (rungOf(family, mark.stage)?.order ?? 0) <= order)
}

/** How each event changes a deal. Total: every kind has its line, and none refuses. */
const APPLY: { [K in Exclude<EventKind, 'created' | 'received' | 'imported' | 'removed'>]: Apply<K> } = {
  accepted: (deal, event) => ({
    ...deal,
    ...event.body,
    status: 'accepted',
    stage: 'accepted',
    stageSince: event.at,
    stageMarks: [...deal.stageMarks, { stage: 'accepted', at: event.at, by: event.actor }],
    acceptedAt: event.at,
    expiresAt: null,
  }),
  declined: (deal, event) => ({
    ...deal,
    status: 'declined',
    closedReason: event.body.reason,
    closedNotes: event.body.notes,
    closedAt: event.at,
    expiresAt: null,
  }),
  expired: (deal, event) => ({ ...deal, status: 'expired', closedAt: event.at, expiresAt: null }),
  edited: (deal, event) => ({ ...deal, ...event.body.changes }),
  'team-set': (deal, event) => ({ ...deal, team: event.body.team }),
  'solutions-set': (deal, event) => ({ ...deal, solutions: event.body.solutions }),
  'microsoft-invited': (deal, event) => ({
    ...deal,
    parties: [...deal.parties, event.body.party],
    help: event.body.help,
    contact: event.body.contact,
    consent: event.body.consent ? { at: event.at, by: event.actor } : deal.consent,
  }),
  'partner-invited': (deal, event) => ({ ...deal, parties: [...deal.parties, event.body.party] }),
  'party-answered': (deal, event) =>
    withParty(deal, event.body.partyId, (party) => ({
      ...party,
      status: event.body.answer,
      answeredAt: party.answeredAt ?? event.body.answeredAt,
      sellers: event.body.answer === 'accepted' ? event.body.sellers : party.sellers,
      reason: event.body.reason ?? party.reason,
      answerNotes: event.body.notes ?? party.answerNotes,
    })),
  'party-expired': (deal, event) =>
    withParty(deal, event.body.partyId, (party) => ({ ...party, status: 'expired' })),
  'stage-marked': (deal, event) => ({
    ...deal,
    stage: event.body.stage,
    stageSince: event.at,
    stageMarks: marksUpTo(deal, event.body.stage, event),
  }),
  'stage-corrected': (deal, event) => ({
    ...deal,
    stage: event.body.stage,
    stageSince: event.at,
    stageMarks: marksBackTo(deal, event.body.stage),
  }),
  won: (deal, event) => ({
    ...deal,
    status: 'won',
    stage: 'won',
    stageSince: event.at,
    closedAt: event.at,
    incentives: event.body.incentives,
  }),
  lost: (deal, event) => ({
    ...deal,
    status: 'lost',
    closedReason: event.body.reason,
    closedNotes: event.body.notes,
    closedAt: event.at,
  }),
  registered: (deal, event) => ({
    ...deal,
    registration: {
      // Only IP co-sell is reviewed: every other registration is complete with its submission (RULEBOOK 8.3).
      state: event.body.incentive === 'ip-co-sell' ? 'deal-review' : 'closed',
      incentive: event.body.incentive,
      form: event.body.form,
      submittedAt: event.at,
      reviewedAt: null,
      errors: [],
      notes: null,
    },
  }),
  'registration-reviewed': (deal, event) =>
    withRegistration(deal, {
      state: event.body.outcome,
      reviewedAt: event.at,
      errors: event.body.errors,
      notes: event.body.notes,
    }),
  'registration-resubmitted': (deal, event) =>
    withRegistration(deal, {
      state: 'deal-review',
      form: event.body.form,
      submittedAt: event.at,
      errors: [],
    }),
  'favorite-set': (deal, event) => ({ ...deal, favorite: event.body.favorite }),
  'external-noted': (deal, event) => ({ ...deal, external: event.body.external }),
  undone: (deal, event) => ({ ...deal, ...event.body.restored }),
}

/**
 * Whether an event moves the moment of the last change: a favourite never, and on a closed deal nothing (B7). An undo
 * gives that moment back where it can, as any other field.
 */
const touches = (deal: Deal, kind: EventKind): boolean =>
  kind !== 'favorite-set' && kind !== 'undone' && !isTerminal(deal.status)

/** Applies one event: `fold(events)` is the deal, and there is no other way to come by one. */
export function evolve(deal: Deal | null, event: DealEvent): Deal | null {
  switch (event.kind) {
    case 'created':
    case 'received':
    case 'imported':
      return begin(event)
    case 'removed':
      return null
    default: {
      if (!deal) throw new Error(`evolve: ${event.kind} before the deal began`)
      const apply = APPLY[event.kind] as Apply<typeof event.kind>
      const after = { ...apply(deal, event), version: event.version }
      return touches(deal, event.kind) ? { ...after, updatedAt: event.at } : after
    }
  }
}

/** The deal a history of events adds up to; null when it has none or was removed. */
export const fold = (events: readonly DealEvent[]): Deal | null => events.reduce(evolve, null as Deal | null)
