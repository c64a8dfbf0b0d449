import { sql } from 'kysely'
import type { DealEvent } from '#shared/domain/event.ts'
import type { BatchId, CommandId, DealId, EventId } from '#shared/domain/ids.ts'
import { notFound, type Refusal } from '#shared/errors.ts'
import { historiesOf } from '../../db/event-log.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { forgetPersonalData } from '../../db/forget-personal-data.ts'
import { currentProfile } from '../company/profile.repository.ts'
import { type Authorship, type Unit, bulkOrigin } from '../context.ts'
import { type Recorded, record } from './record.ts'
import { takeBack } from './take-back.ts'

/** Deals read, judged and written together. */
const DEALS_PER_SLICE = 500

/** What to take back: one event, or all that one command on many deals did. */
export type UndoOrder = { readonly eventId: EventId } | { readonly batchId: BatchId }

export interface Undone {
  readonly undone: number
  readonly refused: readonly { readonly dealId: DealId; readonly reasons: readonly Refusal[] }[]
  readonly redo: UndoOrder | null
}

/** The events to take back, by deal, newest first. */
type Asked = ReadonlyMap<DealId, readonly EventId[]>

/** Errors: NOT_FOUND for an event or batch that the log does not know. */
async function askedEvents(db: ReadExecutor, order: UndoOrder): Promise<Asked> {
  const events = db.selectFrom('deal_events').select(['id', 'deal_id'])
  const rows =
    'eventId' in order
      ? await events.where('id', '=', order.eventId).execute()
      : await events
          .where('origin', '=', bulkOrigin(order.batchId))
          // In the words of the index of origins: SQLite takes it for nothing less.
          .where(sql<boolean>`origin NOT IN ('person', 'schedule')`)
          .orderBy('deal_version', 'desc')
          .execute()
  if (rows.length === 0) {
    throw 'eventId' in order ? notFound('event', order.eventId) : notFound('batch', order.batchId)
  }
  const byDeal = Map.groupBy(rows, ({ deal_id }) => deal_id as DealId)
  return new Map([...byDeal].map(([dealId, asked]) => [dealId, asked.map(({ id }) => id as EventId)]))
}

/**
 * Takes back an event, or a batch deal by deal, in the unit's transaction: what cannot be taken back is left alone and
 * listed with its reasons. Personal data that only removed deals named goes with them. Errors: NOT_FOUND,
 * CLOCK_UNCERTAIN where a clock would run again while ours is doubted; then nothing has happened.
 */
export async function undo(unit: Unit, order: UndoOrder): Promise<Undone> {
  const { core, db, personal, trx } = unit
  const asked = await askedEvents(db, order)
  const { actor } = await currentProfile(db, personal)
  const { newId, timers } = core.ports
  const batchId = newId() as BatchId
  const origin = 'batchId' in order ? bulkOrigin(batchId) : 'person'
  const author: Authorship = { origin, actor, commandId: newId() as CommandId }
  const ids = [...asked.keys()]
  const refused: Undone['refused'][number][] = []
  const removed: DealId[] = []
  let last: DealEvent | null = null
  for (let start = 0; start < ids.length; start += DEALS_PER_SLICE) {
    if (start > 0) await timers.breathe()
    const slice = ids.slice(start, start + DEALS_PER_SLICE)
    const histories = await historiesOf(db, personal, slice)
    const changes: Recorded[] = []
    for (const dealId of slice) {
      const judged = takeBack(unit, histories.get(dealId)!, asked.get(dealId)!, author)
      if (!judged.ok) refused.push({ dealId, reasons: judged.error })
      else changes.push(judged.value)
    }
    await record(unit, changes)
    removed.push(...changes.flatMap(({ before, after }) => (after ? [] : [before!.id])))
    last = changes.at(-1)?.events.at(-1) ?? last
  }
  if (removed.length > 0) {
    await forgetPersonalData(trx, removed)
    unit.announce({ name: 'directory.changed', payload: {} })
  }
  return { undone: ids.length - refused.length, refused, redo: redoOf(order, last, batchId) }
}

/** What brings it back: nothing where nothing was taken back, or where the deal is gone. */
function redoOf(order: UndoOrder, last: DealEvent | null, batchId: BatchId): UndoOrder | null {
  if (last?.kind !== 'undone') return null
  return 'batchId' in order ? { batchId } : { eventId: last.id }
}
