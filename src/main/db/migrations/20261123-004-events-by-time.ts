import { type Kysely, sql } from 'kysely'

/** Finds what happened after an instant without reading the log: time travel asks which deals have moved on since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`CREATE INDEX deal_events_by_time ON deal_events (at, deal_id, deal_version)`).execute(db)
}
