import type { HoldReason } from '#shared/domain/clock.ts'
import type { DealEvent } from '#shared/domain/event.ts'
import type { DealId, PersonId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Executor, ReadExecutor } from '../../db/executor.ts'
import type { ClockMemory, Hold } from './trusted-clock.ts'

const holdOf = (since: string | null, why: string | null): Hold | null =>
  since === null ? null : { since: since as Instant, why: why as HoldReason }

/** The number of the newest event when a date was last confirmed. Events up to there may be dated in a wrong future. */
async function lastConfirmedSeq(db: ReadExecutor): Promise<number> {
  const last = await db
    .selectFrom('clock_resets')
    .select('last_event')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.last_event ?? 0
}

const newestEvent = (db: ReadExecutor, after: number) =>
  db
    .selectFrom('deal_events')
    .select(['seq', 'recorded_at'])
    .where('seq', '>', after)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

/**
 * What is remembered of the clock. The state is written down every few minutes only, so the newest event may know
 * better; null where nothing has ever been recorded.
 */
export async function loadClock(db: ReadExecutor): Promise<ClockMemory | null> {
  const state = await db.selectFrom('clock_state').selectAll().executeTakeFirst()
  const event = await newestEvent(db, await lastConfirmedSeq(db))
  const newest = (event?.recorded_at ?? null) as Instant | null
  if (!state) return newest === null ? null : { highWater: newest, lastWall: newest, hold: null }
  const written = state.high_water as Instant
  return {
    highWater: newest !== null && newest > written ? newest : written,
    lastWall: state.last_wall as Instant,
    hold: holdOf(state.hold_since, state.hold_reason),
  }
}

export async function saveClock(trx: Executor, { highWater, lastWall, hold }: ClockMemory): Promise<void> {
  const state = {
    high_water: highWater,
    last_wall: lastWall,
    hold_since: hold?.since ?? null,
    hold_reason: hold?.why ?? null,
  }
  await trx
    .insertInto('clock_state')
    .values({ only: 1, ...state })
    .onConflict((conflict) => conflict.column('only').doUpdateSet(state))
    .execute()
}

/** Deals of which something ran out, since a date was last confirmed, by a deadline that is still to come at `wall`. */
export async function expiredTooEarly(db: ReadExecutor, wall: Instant): Promise<DealId[]> {
  const rows = await db
    .selectFrom('deal_events')
    .select('deal_id')
    .distinct()
    .where('seq', '>', await lastConfirmedSeq(db))
    .where('kind', 'in', ['expired', 'party-expired'])
    .where('at', '>', wall)
    .orderBy('deal_id')
    .execute()
  return rows.map(({ deal_id }) => deal_id as DealId)
}

const ROWS_PER_INSERT = 500

/** Keeps, beside events recorded while the clock was moved back, what it said itself (PROMISES 7.5). */
export async function noteWalls(trx: Executor, wall: Instant, events: readonly DealEvent[]): Promise<void> {
  for (let start = 0; start < events.length; start += ROWS_PER_INSERT) {
    const slice = events.slice(start, start + ROWS_PER_INSERT)
    await trx
      .insertInto('event_walls')
      .values(slice.map(({ id }) => ({ event_id: id, wall })))
      .execute()
  }
}

/** Writes down that a person confirmed the date, and what was believed until then. */
export async function recordReset(
  trx: Executor,
  db: ReadExecutor,
  { before, hold, at, actor }: { before: Instant; hold: Hold; at: Instant; actor: PersonId | null },
): Promise<void> {
  const last = await newestEvent(db, 0)
  await trx
    .insertInto('clock_resets')
    .values({
      at,
      high_water_before: before,
      hold_since: hold.since,
      hold_reason: hold.why,
      last_event: last?.seq ?? 0,
      actor,
    })
    .execute()
  await saveClock(trx, { highWater: at, lastWall: at, hold: null })
}
