import type { Notice } from '#shared/domain/notification.ts'
import type { Instant } from '#shared/domain/time.ts'
import { DAY_MS, HOUR_MS, msOf } from '#shared/domain/time.ts'
import { type Executor, type ReadExecutor, reading } from '../../db/executor.ts'

/** Away for longer than this, and whatever was missed is told in one summary. */
const AWAY_MS = 7 * DAY_MS
/** How old the note of the last sweep may grow: nothing is written every minute for its sake. */
const STALE_MS = HOUR_MS

/** The time since the clocks were last looked at, start to finish: what belongs to one summary. */
export interface Stretch {
  /** The same until the sweep is through: one that was cut off and begun again adds to the same summary. */
  readonly key: string
  readonly since: Instant | null
  /** So long that nobody was here. */
  readonly away: boolean
}

async function sweptAt(db: ReadExecutor): Promise<Instant | null> {
  const row = await db.selectFrom('inbox_state').select('swept_at').executeTakeFirst()
  return (row?.swept_at ?? null) as Instant | null
}

/** The stretch of time a sweep at a moment is about. */
export async function stretchUntil(db: ReadExecutor, now: Instant): Promise<Stretch> {
  const since = await sweptAt(db)
  const away = since !== null && msOf(now) - msOf(since) > AWAY_MS
  return { key: `summary:since:${since ?? 'start'}`, since, away }
}

/** Whether the end of a sweep has to be noted: hardly more than hourly, but always when it told a summary. */
export async function isOver(db: ReadExecutor, stretch: Stretch, now: Instant): Promise<boolean> {
  if (stretch.since === null) return true
  const age = msOf(now) - msOf(stretch.since)
  return age < 0 || age >= STALE_MS || (await findSummary(db, stretch)) !== null
}

/** Notes that everything up to now has been looked at: the next stretch begins. */
export async function endStretch(trx: Executor, now: Instant): Promise<void> {
  await trx
    .insertInto('inbox_state')
    .values({ only: 1, swept_at: now })
    .onConflict((conflict) => conflict.column('only').doUpdateSet({ swept_at: now }))
    .execute()
}

/** The summary a stretch has already; null without one. */
export async function findSummary(db: Executor | ReadExecutor, { key }: Stretch): Promise<string | null> {
  const row = await (db as ReadExecutor)
    .selectFrom('notifications')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.id ?? null
}

/** An empty summary: of a stretch of time, or of one unit of work. */
export async function beginSummary(
  trx: Executor,
  stretch: Stretch | null,
  now: Instant,
  newId: () => string,
): Promise<string> {
  const id = newId()
  const params = JSON.stringify({ since: stretch?.away ? stretch.since : null, total: 0, counts: {} })
  const row = { id, key: stretch?.key ?? `summary:${id}`, kind: 'summary', at: now, params }
  await trx
    .insertInto('notifications')
    .values({ ...row, deal_id: null, party_id: null, summary_id: null, read_at: null })
    .execute()
  return id
}

interface SummaryParams {
  readonly since: Instant | null
  readonly total: number
  readonly counts: { readonly [kind: string]: number }
}

async function paramsOf(trx: Executor, id: string): Promise<SummaryParams> {
  const { params } = await reading(trx)
    .selectFrom('notifications')
    .select('params')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return JSON.parse(params) as SummaryParams
}

const paramsWith = ({ since }: SummaryParams, counts: SummaryParams['counts']): string =>
  JSON.stringify({ since, total: Object.values(counts).reduce((sum, count) => sum + count, 0), counts })

/** Adds to what a summary tells: it is news again, unless the person did all of it themselves. */
export async function addToSummary(
  trx: Executor,
  id: string,
  notices: readonly Notice[],
  now: Instant,
): Promise<void> {
  const params = await paramsOf(trx, id)
  const counts = { ...params.counts }
  for (const { kind } of notices) counts[kind] = (counts[kind] ?? 0) + 1
  await trx
    .updateTable('notifications')
    .set({
      params: paramsWith(params, counts),
      at: now,
      read_at: notices.every(({ isOwn }) => isOwn) ? now : null,
    })
    .where('id', '=', id)
    .execute()
}

/** Counts anew what a summary tells, once something of it is gone; with nothing left, it goes as well. */
export async function recount(trx: Executor, id: string): Promise<void> {
  const kinds = await reading(trx)
    .selectFrom('notifications')
    .select((build) => ['kind', build.fn.countAll<number>().as('count')])
    .where('summary_id', '=', id)
    .groupBy('kind')
    .execute()
  if (kinds.length === 0) {
    await trx.deleteFrom('notifications').where('id', '=', id).execute()
    return
  }
  const counts = Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]))
  const params = paramsWith(await paramsOf(trx, id), counts)
  await trx.updateTable('notifications').set({ params }).where('id', '=', id).execute()
}
