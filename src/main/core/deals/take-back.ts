import type { Deal } from '#shared/domain/deal.ts'
import type { DealEvent } from '#shared/domain/event.ts'
import type { EventId } from '#shared/domain/ids.ts'
import type { Refusal } from '#shared/errors.ts'
import { type Result, err, ok } from '#shared/result.ts'
import { retell } from '#shared/rules/history.ts'
import { UNDO_OF_A_FILE, type UndoScope, decideUndo, ranOut } from '#shared/rules/undo.ts'
import { mustStartNoClock } from '../clock/clock.service.ts'
import type { Authorship, BareUnit } from '../context.ts'
import { type Recorded, enact } from './record.ts'

const COMMAND: Record<UndoScope, string> = { event: 'undo', file: UNDO_OF_A_FILE }

/**
 * Takes back events of one deal, given newest first: all of them or none. Nothing of it is stored yet. What a file did
 * and somebody has taken back since is passed over. Errors: CLOCK_UNCERTAIN.
 */
export function takeBack(
  { newId, now, hold }: Pick<BareUnit, 'newId' | 'now' | 'hold'>,
  history: readonly DealEvent[],
  asked: readonly EventId[],
  author: Authorship,
  scope: UndoScope = 'event',
): Result<Recorded, readonly Refusal[]> {
  const context = { now, newId }
  let told = retell(history)
  const before: Deal | null = told.at(-1)!.after
  let deal = before
  const events: DealEvent[] = []
  for (const eventId of asked) {
    const happening = told.find(({ event }) => event.id === eventId)!
    if (scope === 'file' && happening.undone) continue
    const decision = decideUndo(happening, deal, now, scope)
    if (!decision.ok) return err(decision.error)
    const step = enact(happening.event.dealId, deal, decision.value, COMMAND[scope], author, now, context)
    if (scope === 'event') mustStartNoClock(hold, deal, step.after)
    deal = step.after
    events.push(...step.events)
    told = retell([...history, ...events])
  }
  if (scope === 'file' && before && events.length > 0) {
    const clocks = ranOut(before, deal, now)
    if (clocks.length > 0) return err(clocks)
    mustStartNoClock(hold, before, deal)
  }
  return ok({ before, after: deal, events })
}
