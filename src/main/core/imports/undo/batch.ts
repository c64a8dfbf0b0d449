import { sql } from 'kysely'
import type { DealEvent } from '#shared/domain/event.ts'
import type { BatchId, DealId, EventId } from '#shared/domain/ids.ts'
import { notFound, type Refusal } from '#shared/errors.ts'
import { UNDO_OF_A_FILE } from '#shared/rules/undo.ts'
import { historiesOf } from '../../../db/event-log.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import { type Authorship, type BareUnit, importOrigin } from '../../context.ts'
import type { Recorded } from '../../deals/record.ts'
import { takeBack } from '../../deals/take-back.ts'

/** Deals read, judged and written together; others are served between two slices. */
const DEALS_PER_SLICE = 500

/** An import that is through, as an undo of it needs it. */
export interface Batch {
  readonly batchId: BatchId
  readonly name: string
  /** The last event before it. */
  readonly afterEvent: number
  /** What it did to each deal, newest first. */
  readonly events: ReadonlyMap<DealId, readonly EventId[]>
}

/** Whether a batch is an import's. */
export async function isImport(db: ReadExecutor, batchId: BatchId): Promise<boolean> {
  const row = await db
    .selectFrom('finished_imports')
    .select('batch_id')
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  return row !== undefined
}

/** An import by its batch. Errors: NOT_FOUND. */
export async function batchOf(db: ReadExecutor, batchId: BatchId): Promise<Batch> {
  const finished = await db
    .selectFrom('finished_imports')
    .select(['name', 'after_event'])
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  if (!finished) throw notFound('batch', batchId)
  const rows = await db
    .selectFrom('deal_events')
    .select(['id', 'deal_id'])
    .where('origin', '=', importOrigin(batchId))
    // In the words of the index of origins: SQLite takes it for nothing less.
    .where(sql<boolean>`origin NOT IN ('person', 'schedule')`)
    .orderBy('deal_version', 'desc')
    .execute()
  const byDeal = Map.groupBy(rows, ({ deal_id }) => deal_id as DealId)
  return {
    batchId,
    name: finished.name,
    afterEvent: finished.after_event,
    events: new Map([...byDeal].map(([dealId, asked]) => [dealId, asked.map(({ id }) => id as EventId)])),
  }
}

export interface Staying {
  readonly dealId: DealId
  readonly reasons: readonly Refusal[]
}

/** What an undo means for the deals of a batch. */
export interface Verdicts {
  readonly leave: readonly DealId[]
  readonly back: readonly DealId[]
  readonly stay: readonly Staying[]
  /** Deals of which somebody has taken back a part by themselves, and can do it again. */
  readonly touched: readonly DealId[]
}

/** Where a batch is judged: in the transaction that undoes it, or only looking. */
export type Judging = Pick<BareUnit, 'db' | 'personal' | 'now' | 'hold' | 'newId' | 'breathe'>

const undidHere = (history: readonly DealEvent[], asked: readonly EventId[]): boolean =>
  history.some(
    (event) => event.kind === 'undone' && event.command !== UNDO_OF_A_FILE && asked.includes(event.body.of),
  )

/**
 * Judges the undo of a batch deal by deal and hands on, slice by slice, what it comes to. Deals that have left already
 * are passed over. Errors: CLOCK_UNCERTAIN.
 */
export async function judgeDeals(
  context: Judging,
  batch: Batch,
  author: Authorship,
  carryOut: (changes: readonly Recorded[], done: number, total: number) => Promise<void>,
): Promise<Verdicts> {
  const { db, personal } = context
  const ids = [...batch.events.keys()]
  const leave: DealId[] = []
  const back: DealId[] = []
  const stay: Staying[] = []
  const touched: DealId[] = []
  for (let start = 0; start < ids.length; start += DEALS_PER_SLICE) {
    if (start > 0) await context.breathe()
    const slice = ids.slice(start, start + DEALS_PER_SLICE)
    const histories = await historiesOf(db, personal, slice)
    const changes: Recorded[] = []
    for (const dealId of slice) {
      const history = histories.get(dealId)!
      if (history.at(-1)!.kind === 'removed') continue
      const asked = batch.events.get(dealId)!
      const judged = takeBack(context, history, asked, author, 'file')
      if (undidHere(history, asked)) touched.push(dealId)
      if (!judged.ok) stay.push({ dealId, reasons: judged.error })
      else if (judged.value.events.length > 0) {
        changes.push(judged.value)
        if (judged.value.after) back.push(dealId)
        else leave.push(dealId)
      }
    }
    await carryOut(changes, start + slice.length, ids.length)
  }
  return { leave, back, stay, touched }
}
