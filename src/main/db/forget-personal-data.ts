import { type SqlBool, sql } from 'kysely'
import type { DealId } from '#shared/domain/ids.ts'
import { headOf } from './event-log.ts'
import { type Executor, type ReadExecutor, reading } from './executor.ts'

const REFERENCE = /\{"\$(?:person|text)":"([^"]+)"\}/g
const MOST_IDS = 500
const EVENTS_PER_SLICE = 5000
const ROWS_PER_SLICE = 2000
/** So few ids SQLite looks for itself, faster than it could hand over the events. */
const FEW = 20

interface Naming {
  readonly deal_id: string
  readonly actor: string | null
  readonly body: string
}

const idsIn = ({ actor, body }: Naming): string[] => [
  ...(actor === null ? [] : [actor]),
  ...Array.from(body.matchAll(REFERENCE), ([, id]) => id!),
]

/** Everybody and everything the events of some deals name. */
async function namedBy(db: ReadExecutor, dealIds: readonly DealId[]): Promise<Set<string>> {
  const named = new Set<string>()
  for (let start = 0; start < dealIds.length; start += MOST_IDS) {
    const rows = await db
      .selectFrom('deal_events')
      .select(['deal_id', 'actor', 'body'])
      .where('deal_id', 'in', dealIds.slice(start, start + MOST_IDS))
      .execute()
    for (const id of rows.flatMap(idsIn)) named.add(id)
  }
  return named
}

/** Takes out of a set what the events of other deals name too, the newest first; done when nothing is left. */
async function keepWhatOthersName(
  db: ReadExecutor,
  ids: Set<string>,
  gone: ReadonlySet<string>,
): Promise<void> {
  const { seq: last } = await headOf(db)
  for (let to = last; to > 0 && ids.size > 0; to -= EVENTS_PER_SLICE) {
    let events = db
      .selectFrom('deal_events')
      .select(['deal_id', 'actor', 'body'])
      .where('seq', '>', to - EVENTS_PER_SLICE)
      .where('seq', '<=', to)
    if (ids.size <= FEW) {
      events = events.where((build) =>
        build.or([build('actor', 'in', [...ids]), ...[...ids].map((id) => sql<SqlBool>`instr(body, ${id})`)]),
      )
    }
    for (const event of await events.execute()) {
      if (!gone.has(event.deal_id)) for (const id of idsIn(event)) ids.delete(id)
    }
  }
}

/**
 * Takes out of a set what the rows of other deals name: where deals with equal texts were read together, the row of one
 * may name the text that the event of another brought.
 */
async function keepWhatRowsName(
  db: ReadExecutor,
  ids: Set<string>,
  gone: ReadonlySet<string>,
): Promise<void> {
  let after = 0
  while (ids.size > 0) {
    const rows = await db
      .selectFrom('deals')
      .select(['rowid', 'id', 'state'])
      .where('rowid', '>', after)
      .orderBy('rowid')
      .limit(ROWS_PER_SLICE)
      .execute()
    for (const { id, state } of rows) {
      if (gone.has(id)) continue
      for (const [, named] of state.matchAll(REFERENCE)) ids.delete(named!)
    }
    if (rows.length < ROWS_PER_SLICE) return
    after = rows.at(-1)!.rowid
  }
}

/**
 * Deletes the people and texts that only some removed deals name, and people of `also` nobody names. What anything else
 * still names stays: other deals, their events and who caused them, the profile, partners.
 */
export async function forgetPersonalData(
  trx: Executor,
  removed: readonly DealId[],
  also: readonly string[] = [],
): Promise<void> {
  const db = reading(trx)
  const ids = await namedBy(db, removed)
  for (const id of also) ids.add(id)
  const settings = await db.selectFrom('settings').select('value').execute()
  for (const { value } of settings) for (const [, id] of value.matchAll(REFERENCE)) ids.delete(id!)
  const partners = await db.selectFrom('partners').select('contact').execute()
  for (const { contact } of partners) if (contact !== null) ids.delete(contact)
  const gone = new Set<string>(removed)
  await keepWhatOthersName(db, ids, gone)
  await keepWhatRowsName(db, ids, gone)
  const forgotten = [...ids]
  for (let start = 0; start < forgotten.length; start += MOST_IDS) {
    const chunk = forgotten.slice(start, start + MOST_IDS)
    await trx.deleteFrom('people').where('id', 'in', chunk).execute()
    await trx.deleteFrom('texts').where('id', 'in', chunk).execute()
  }
}
