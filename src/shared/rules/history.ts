import type { Deal } from '#shared/domain/deal.ts'
import type { DealEvent } from '#shared/domain/event.ts'
import type { EventId } from '#shared/domain/ids.ts'
import { evolve } from './evolve.ts'

/** One event of a deal's history, with what it did. */
export interface Happening {
  readonly event: DealEvent
  /** Null before the deal began. */
  readonly before: Deal | null
  /** Null once the deal was removed. */
  readonly after: Deal | null
  /** Whether it is taken back: by an undo that was not itself taken back again. */
  readonly undone: boolean
}

/** The events that are taken back. An undo comes after its event, so the newest have the last word. */
function takenBack(events: readonly DealEvent[]): ReadonlySet<EventId> {
  const ids = new Set<EventId>()
  for (const event of events.toReversed()) {
    if (event.kind === 'undone' && !ids.has(event.id)) ids.add(event.body.of)
  }
  return ids
}

/** Retells a whole history, oldest first: every event with the deal before and after it. */
export function retell(events: readonly DealEvent[]): readonly Happening[] {
  const undone = takenBack(events)
  let deal: Deal | null = null
  return events.map((event) => {
    const before = deal
    deal = evolve(before, event)
    return { event, before, after: deal, undone: undone.has(event.id) }
  })
}
