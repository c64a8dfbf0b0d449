import { HOUR_MS, type Instant, msOf } from '#shared/domain/time.ts'
import type { Executor, ReadExecutor } from '../../db/executor.ts'

const KEY = 'visit'
/** Nobody had the screens before them for so long: that visit is over. */
const OVER_AFTER_MS = HOUR_MS

/**
 * The visit a person is on, one row among the settings. It goes on as long as somebody looks at the screens now and
 * then, and ends with the last look before a pause of an hour: it makes no difference whether the application was closed
 * meanwhile, left open, or killed, and a quick restart takes nothing off the list of what happened.
 */
interface Visit {
  /** The last look. */
  readonly seenAt: Instant
  /** When the visit before this one ended; null on the first. */
  readonly since: Instant | null
}

async function currentVisit(db: ReadExecutor): Promise<Visit | null> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst()
  return row ? (JSON.parse(row.value) as Visit) : null
}

/** When the visit before the one of now ended; null where there was none. */
export const awaySince = async (db: ReadExecutor): Promise<Instant | null> =>
  (await currentVisit(db))?.since ?? null

/** Somebody looks: the visit goes on, or a new one begins. Gives when the one before ended. */
export async function look(trx: Executor, db: ReadExecutor, now: Instant): Promise<Instant | null> {
  const visit = await currentVisit(db)
  const isOver = visit !== null && msOf(now) - msOf(visit.seenAt) >= OVER_AFTER_MS
  const since = isOver ? visit.seenAt : (visit?.since ?? null)
  const value = JSON.stringify({ seenAt: now, since } satisfies Visit)
  await trx
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return since
}
