import { type SqlBool, sql } from 'kysely'
import type { Instant } from '#shared/domain/time.ts'
import type { Untold } from '#shared/ipc/contract/notifications.ts'
import type { Executor, ReadExecutor } from '../../db/executor.ts'

const KEY = 'told-outside'

/** The newest line that was told outside of the screens: where the inbox stood then. */
interface Mark {
  readonly at: Instant
  readonly id: string
}

const BEGINNING: Mark = { at: '' as Instant, id: '' }

/** Where telling goes on. A mark from days that turned out not to have come yet holds nothing back from now on. */
async function markOf(db: ReadExecutor, now: Instant): Promise<Mark> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst()
  const mark = row ? (JSON.parse(row.value) as Mark) : BEGINNING
  return mark.at > now ? { at: now, id: '' } : mark
}

/**
 * The newest lines of the inbox that are unread and not told outside of it yet, newest first. A summary is one line, and
 * comes again when something was added to it.
 */
export async function untoldLines(db: ReadExecutor, now: Instant, limit: number) {
  const { at, id } = await markOf(db, now)
  return db
    .selectFrom('notifications')
    .select(['id', 'at', 'kind', 'deal_id', 'params'])
    .where('summary_id', 'is', null)
    .where('read_at', 'is', null)
    .where('at', '<=', now)
    .where(sql<SqlBool>`(at, id) > (${at}, ${id})`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

type Line = Awaited<ReturnType<typeof untoldLines>>[number]

/** From here on these are told. */
export async function markTold(trx: Executor, [newest]: readonly Line[]): Promise<void> {
  if (!newest) return
  const value = JSON.stringify({ at: newest.at as Instant, id: newest.id } satisfies Mark)
  await trx
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** A line without its names: what is not picked here does not leave. */
export function untoldView({ id, kind, deal_id, params }: Line): Untold {
  const { expiresAt, counts, since } = JSON.parse(params) as Record<string, unknown>
  return {
    id,
    kind,
    dealId: deal_id,
    expiresAt: typeof expiresAt === 'string' ? expiresAt : null,
    counts: counts ?? {},
    isAway: typeof since === 'string',
  } as Untold
}
