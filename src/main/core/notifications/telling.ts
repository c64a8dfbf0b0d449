import { sql } from 'kysely'
import type { Notice } from '#shared/domain/notification.ts'
import type { Instant } from '#shared/domain/time.ts'
import { type Executor, reading } from '../../db/executor.ts'
import { type Stretch, addToSummary, beginSummary, findSummary } from './summaries.ts'

/** What one unit of work may tell singly: with more, all of it becomes one summary. */
const MOST_SINGLE = 10
const ROWS_PER_INSERT = 200

interface Writing {
  readonly trx: Executor
  readonly now: Instant
  readonly newId: () => string
}

/** Notices nobody has been told yet, each once. */
async function untold(trx: Executor, notices: readonly Notice[]): Promise<Notice[]> {
  const byKey = new Map(notices.map((notice) => [notice.key, notice]))
  const keys = JSON.stringify([...byKey.keys()])
  const told = await reading(trx)
    .selectFrom('notifications')
    .select('key')
    .where('key', 'in', sql<string>`(SELECT value FROM json_each(${keys}))`)
    .execute()
  for (const { key } of told) byKey.delete(key)
  return [...byKey.values()]
}

/**
 * Writes what a unit of work has to tell, in its transaction; gives whether there was anything. The unique key of each
 * makes it happen once, however often it is tried. In a summary the single rows stay as well: they keep their keys. What
 * the person did themselves comes read.
 */
export async function saveNotices(
  writing: Writing,
  notices: readonly Notice[],
  stretch: Stretch | null,
): Promise<boolean> {
  const { trx, now, newId } = writing
  const fresh = notices.length === 0 ? [] : await untold(trx, notices)
  if (fresh.length === 0) return false
  const together = stretch?.away === true || fresh.length > MOST_SINGLE
  const begun = stretch && (await findSummary(trx, stretch))
  const summaryId = begun ?? (together ? await beginSummary(trx, stretch, now, newId) : null)
  for (let start = 0; start < fresh.length; start += ROWS_PER_INSERT) {
    const rows = fresh
      .slice(start, start + ROWS_PER_INSERT)
      .map(({ kind, key, dealId, partyId, params, isOwn }) => ({
        id: newId(),
        key,
        kind,
        at: now,
        deal_id: dealId,
        party_id: partyId,
        params: JSON.stringify(params),
        summary_id: summaryId,
        read_at: isOwn ? now : null,
      }))
    await trx
      .insertInto('notifications')
      .values(rows)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
  }
  if (summaryId !== null) await addToSummary(trx, summaryId, fresh, now)
  return true
}
