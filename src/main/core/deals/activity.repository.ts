import { sql } from 'kysely'
import { type CivilDate, type Instant, addCivilDays } from '#shared/domain/time.ts'
import { dayStart } from '#shared/domain/report-period.ts'
import type { QueryContext } from '../context.ts'

/** Ten years: whoever brings older deals in a file still gets an answer at once. */
const MOST_DAYS = 3_660

/** How many events took effect on each day where the person is, from the first to today; days without any are left out. */
export async function activity({
  db,
  core,
  today,
}: QueryContext): Promise<{ day: CivilDate; events: number }[]> {
  const dayOf = (instant: Instant) => core.ports.clock.dayOf(instant)
  const { first } = await db
    .selectFrom('deal_events')
    .select((build) => build.fn.min('at').as('first'))
    .executeTakeFirstOrThrow()
  if (first === null) return []
  const earliest = addCivilDays(today, 1 - MOST_DAYS)
  const days: CivilDate[] = []
  for (
    let day = dayOf(first as Instant) < earliest ? earliest : dayOf(first as Instant);
    day <= today;
    day = addCivilDays(day, 1)
  ) {
    days.push(day)
  }
  const starts = [...days, addCivilDays(today, 1)].map((day) => dayStart(day, dayOf))
  const stretches = days.map((day, index) => ({ day, from: starts[index], before: starts[index + 1] }))
  // Counted along the index of events by time, a day at a time: no row is read and nothing is sorted.
  const { rows } = await sql<{ day: CivilDate; events: number }>`
    SELECT value ->> 'day' AS day,
           (SELECT count(*) FROM deal_events INDEXED BY deal_events_by_time
             WHERE at >= value ->> 'from' AND at < value ->> 'before') AS events
      FROM json_each(${JSON.stringify(stretches)})`.execute(db as never)
  return rows.filter(({ events }) => events > 0)
}
