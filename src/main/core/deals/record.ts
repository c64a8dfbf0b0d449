import type { Deal } from '#shared/domain/deal.ts'
import type { DealEvent, Decided } from '#shared/domain/event.ts'
import type { DealId, EventId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { evolve } from '#shared/rules/evolve.ts'
import { RULEBOOK } from '#shared/rules/rulebook.ts'
import { appendEvents } from '../../db/event-log.ts'
import { noteWalls } from '../clock/clock.repository.ts'
import type { Authorship, BareUnit } from '../context.ts'
import { tellChanges } from '../notifications/tell-changes.ts'
import { type DealChange, saveChanges } from './deals.repository.ts'
import { nameTeams } from './last-teams.ts'

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
  await nameTeams(unit, effective)
  await tellChanges(unit, effective)
  for (const { before, after } of effective) unit.dealChanged((after ?? before)!.id)
}
