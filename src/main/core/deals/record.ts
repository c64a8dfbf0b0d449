import { sql } from 'kysely'
import type { Deal } from '#shared/domain/deal.ts'
import type { DealEvent, Decided } from '#shared/domain/event.ts'
import type { DealId, EventId, PersonId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { evolve } from '#shared/rules/evolve.ts'
import { RULEBOOK } from '#shared/rules/rulebook.ts'
import { appendEvents } from '../../db/event-log.ts'
import { noteWalls } from '../clock/clock.repository.ts'
import type { Authorship, BareUnit } from '../context.ts'
import { tellChanges } from '../notifications/tell-changes.ts'
import { type DealChange, saveChanges } from './deals.repository.ts'

/** A deal that changed, with the events that made it so. Nothing of it is stored yet. */
export interface Recorded extends DealChange {
  readonly events: readonly DealEvent[]
}

/**
 * Turns a decision into events and the deal they lead to. `at` is when they took effect: the moment of the command,
 * or earlier for what a sample replays.
 */
export function enact(
  dealId: DealId,
  before: Deal | null,
  decided: readonly Decided[],
  command: string,
  author: Authorship,
  at: Instant,
  context: { readonly now: Instant; readonly newId: () => string },
): Recorded {
  let after = before
  const events = decided.map((decision, index) => {
    const event = {
      id: context.newId() as EventId,
      dealId,
      version: (before?.version ?? 0) + index + 1,
      kind: decision.kind,
      at: decision.at ?? at,
      recordedAt: context.now,
      actor: author.actor,
      origin: author.origin,
      rulebook: RULEBOOK,
      commandId: author.commandId,
      command,
      body: decision.body,
    } as DealEvent
    after = evolve(after, event)
    return event
  })
  return { before, after, events }
}

/** Writes events and the rows they lead to, in this order, in the unit's transaction. The only path to a row. */
export async function record(unit: BareUnit, changes: readonly Recorded[]): Promise<void> {
  const effective = changes.filter(({ events }) => events.length > 0)
  if (effective.length === 0) return
  const events = effective.flatMap((change) => change.events)
  await appendEvents(unit.trx, unit.personal, events)
  if (unit.banner) await noteWalls(unit.trx, unit.wall, events)
  await saveChanges(unit.trx, unit.personal, effective)
  await noteTeams(unit, effective)
  await tellChanges(unit, effective)
  for (const { before, after } of effective) unit.dealChanged((after ?? before)!.id)
}

interface Named {
  readonly at: Instant
  readonly deal: DealId
}

/**
 * Remembers who was last on one of our teams, and on which deal: the people offered first next time (RULEBOOK 6.4). An
 * undo names nobody anew.
 */
async function noteTeams(unit: BareUnit, changes: readonly Recorded[]): Promise<void> {
  const newTeams = changes.flatMap(({ before, after, events }) =>
    after && after.team !== before?.team && events.some(({ kind }) => kind !== 'undone') ? [after] : [],
  )
  const members = newTeams.flatMap((deal) => deal.team.map((person) => ({ person, deal })))
  if (members.length === 0) return
  const ids = await unit.personal.personIds(
    unit.trx,
    members.map(({ person }) => person),
  )
  const latest = new Map<PersonId, Named>()
  for (const [index, { deal }] of members.entries()) {
    const id = ids[index]!
    const known = latest.get(id)
    if (!known || known.at <= deal.updatedAt) latest.set(id, { at: deal.updatedAt, deal: deal.id })
  }
  await noteLatest(unit, latest)
}

/** One statement for all of them: the list goes in as one JSON value, so that its text is always the same. */
async function noteLatest({ trx }: BareUnit, latest: ReadonlyMap<PersonId, Named>): Promise<void> {
  const rows = JSON.stringify([...latest].map(([id, named]) => ({ id, ...named })))
  const named = sql<{ id: string; at: string; deal: string }>`(
    SELECT value ->> 'id' AS id, value ->> 'at' AS at, value ->> 'deal' AS deal FROM json_each(${rows}))`
  await trx
    .updateTable('people')
    .from(named.as('named'))
    .set((build) => ({ team_at: build.ref('named.at'), team_deal_id: build.ref('named.deal') }))
    .whereRef('people.id', '=', 'named.id')
    .where((build) =>
      build.or([build('people.team_at', 'is', null), build('people.team_at', '<=', build.ref('named.at'))]),
    )
    .execute()
}
