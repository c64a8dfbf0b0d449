import { type Deal, microsoftParty } from '#shared/domain/deal.ts'
import { type TimelinePart, partOf } from '#shared/domain/event-parts.ts'
import type { DealEvent } from '#shared/domain/event.ts'
import type { DealId, SolutionId } from '#shared/domain/ids.ts'
import { fullName } from '#shared/domain/person.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Solution } from '#shared/domain/company.ts'
import { invalidInput, type Json, notFound } from '#shared/errors.ts'
import type { TimelineEntry } from '#shared/ipc/contract/deal-views.ts'
import { dealTypeOf } from '#shared/rules/deal-type.ts'
import { evolve } from '#shared/rules/evolve.ts'
import { type Happening, retell } from '#shared/rules/history.ts'
import { decideUndo } from '#shared/rules/undo.ts'
import { eventsOf } from '../../db/event-log.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { PersonalData } from '../../db/personal-data.ts'
import type { QueryContext } from '../context.ts'
import { solutionsByIds } from '../directory/directory.repository.ts'
import { namesOf } from './deal-view.ts'

type Facets = Readonly<Record<string, Json>>

/** What a reader would notice of a deal, by field: two of these tell what an event changed. */
function facetsOf(deal: Deal | null, solutions: ReadonlyMap<SolutionId, Solution>): Facets {
  if (!deal) return {}
  return {
    name: deal.name,
    value: { amount: deal.value.amount, currency: deal.value.currency },
    closeDate: deal.closeDate,
    type: dealTypeOf(deal).type,
    status: deal.status,
    stage: deal.stage,
    crmId: deal.crmId,
    campaignId: deal.campaignId,
    notes: deal.notes,
    contact: deal.contact ? fullName(deal.contact) : null,
    consent: deal.consent !== null,
    team: deal.team.map(fullName),
    solutions: deal.solutions.map(({ id }) => solutions.get(id)?.name ?? id),
    microsoft: microsoftParty(deal)?.status ?? null,
    favorite: deal.favorite,
    registration: deal.registration?.state ?? null,
    closedReason: deal.closedReason,
    ...Object.fromEntries(
      deal.parties
        .filter(({ kind }) => kind === 'partner')
        .map((party) => [`party:${party.id}`, party.status]),
    ),
  }
}

const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The fields two moments differ in, with their values then and after. */
function difference(
  before: Facets,
  after: Facets,
): { before: Record<string, Json>; after: Record<string, Json> } {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !same(before[field], after[field]),
  )
  const pick = (facets: Facets) =>
    Object.fromEntries(changed.filter((field) => field in facets).map((field) => [field, facets[field]!]))
  return { before: pick(before), after: pick(after) }
}

/** What the sentence about an event needs beyond the changed fields. */
function paramsOf({ event, after }: Happening, told: readonly Happening[]): Record<string, Json> {
  const party = (id: string) => after?.parties.find((candidate) => candidate.id === id)
  switch (event.kind) {
    case 'created':
    case 'received':
    case 'imported':
      return {
        origin: event.body.origin,
        sourceDealId: event.body.sourceDealId,
        parties: event.body.parties.map(({ organization }) => organization),
        sender: event.body.direction === 'inbound' ? (event.body.parties[0]?.organization ?? null) : null,
      }
    case 'declined':
    case 'lost':
      return { reason: event.body.reason, notes: event.body.notes }
    case 'edited':
      return { fields: Object.keys(event.body.changes) }
    case 'stage-marked':
      return { stage: event.body.stage }
    case 'stage-corrected':
      return { stage: event.body.stage, notes: event.body.note }
    case 'microsoft-invited':
      return { organization: event.body.party.organization, help: event.body.help.type }
    case 'partner-invited':
      return { organization: event.body.party.organization, help: event.body.party.help }
    case 'party-answered':
      return {
        organization: party(event.body.partyId)?.organization ?? '',
        answer: event.body.answer,
        reason: event.body.reason,
        notes: event.body.notes,
      }
    case 'party-expired':
      return { organization: party(event.body.partyId)?.organization ?? '' }
    case 'registration-reviewed':
      return { outcome: event.body.outcome, errors: event.body.errors, notes: event.body.notes }
    case 'favorite-set':
      return { favorite: event.body.favorite }
    case 'undone': {
      const { of, kind } = event.body
      const taken = told.find((one) => one.event.id === of)
      return { of, kind, params: taken ? paramsOf(taken, told) : {} }
    }
    default:
      return {}
  }
}

/** Whether an event belongs to a part: what nobody at the laptop did is of the system, whatever it is about. */
function isOf(part: TimelinePart, { event }: Happening, told: readonly Happening[]): boolean {
  if (part === 'system' && (event.origin === 'schedule' || event.origin.startsWith('import:'))) return true
  let about: DealEvent = event
  while (about.kind === 'undone') {
    const { of } = about.body
    const taken = told.find((one) => one.event.id === of)
    if (!taken) return false
    about = taken.event
  }
  return partOf(about.kind) === part
}

/** A deal's history told newest first, the whole or one part, each event with what it changed. Errors: NOT_FOUND, INVALID_INPUT. */
export async function timelineOf(
  { db, personal, now }: Pick<QueryContext, 'db' | 'personal' | 'now'>,
  dealId: DealId,
  page: {
    readonly cursor?: string | undefined
    readonly limit: number
    readonly part?: TimelinePart | undefined
  },
): Promise<{ rows: TimelineEntry[]; nextCursor: string | null }> {
  const events = await eventsOf(db, personal, dealId)
  if (events.length === 0) throw notFound('deal', dealId)
  const solutions = await solutionsByIds(db, [...new Set(events.flatMap(solutionIdsIn))])
  const names = await namesOf(
    db,
    personal,
    events.map(({ actor }) => actor),
  )
  const told = retell(events)
  const deal = told.at(-1)!.after
  const { part } = page
  const asked = part === undefined ? told : told.filter((happening) => isOf(part, happening, told))
  const upTo = page.cursor === undefined ? asked.length : Number(page.cursor)
  if (!Number.isInteger(upTo) || upTo < 0 || upTo > asked.length) {
    throw invalidInput('cursor', 'not a cursor of this timeline')
  }
  const from = Math.max(0, upTo - page.limit)
  const rows = asked.slice(from, upTo).map((happening): TimelineEntry => {
    const { event, before, after } = happening
    const { id, version, at, recordedAt, kind, actor, origin } = event
    return {
      eventId: id,
      version,
      at,
      recordedAt,
      kind,
      actor: actor === null ? null : names.get(actor) || null,
      origin,
      params: paramsOf(happening, told),
      ...(before
        ? difference(facetsOf(before, solutions), facetsOf(after, solutions))
        : { before: {}, after: {} }),
      undoable: decideUndo(happening, deal, now).ok,
    }
  })
  return { rows: rows.reverse(), nextCursor: from > 0 ? String(from) : null }
}

const solutionIdsIn = (event: DealEvent): SolutionId[] =>
  'solutions' in event.body ? event.body.solutions.map(({ id }) => id) : []

/** The deal as it was at an instant: its events up to then, in the order they were written. */
export async function dealAsOf(
  db: ReadExecutor,
  personal: PersonalData,
  dealId: DealId,
  asOf: Instant,
): Promise<Deal | null> {
  let deal: Deal | null = null
  for (const event of await eventsOf(db, personal, dealId)) {
    if (event.at > asOf) break
    deal = evolve(deal, event)
  }
  return deal
}
