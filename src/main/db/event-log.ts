import { createHash } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import type { DealEvent } from '#shared/domain/event.ts'
import type { DealId } from '#shared/domain/ids.ts'
import { type Executor, type ReadExecutor, reading } from './executor.ts'
import { insertRows } from './insert-rows.ts'
import type { PersonalData } from './personal-data.ts'
import type { DealEventsTable } from './schema.ts'

/** What the first event chains to. */
export const CHAIN_START = '0'.repeat(64)
const ROWS_PER_INSERT = 60
const ROWS_PER_READ = 2000

type EventRow = Insertable<DealEventsTable> & { seq: number }
type UnhashedRow = Omit<EventRow, 'hash'>

/** SHA-256 over every field of an event in fixed order, the previous hash included. */
export function hashOf(row: UnhashedRow): string {
  const fields = [
    row.prev_hash,
    row.seq,
    row.id,
    row.deal_id,
    row.deal_version,
    row.kind,
    row.at,
    row.recorded_at,
    row.actor ?? null,
    row.origin,
    row.rulebook,
    row.command_id,
    row.command,
    row.body,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/** Where the log ends now: the last sequence number and hash. */
export async function headOf(db: ReadExecutor): Promise<{ seq: number; hash: string }> {
  const last = await db
    .selectFrom('deal_events')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? { seq: 0, hash: CHAIN_START }
}

/** Appends events in order, each chained to the one before; their personal data goes to its own tables. */
export async function appendEvents(
  trx: Executor,
  personal: PersonalData,
  events: readonly DealEvent[],
): Promise<void> {
  if (events.length === 0) return
  const bodies = await personal.seal(
    trx,
    events.map((event) => event.body),
  )
  let { seq, hash } = await headOf(reading(trx))
  const rows = events.map((event, index): EventRow => {
    seq += 1
    const row: UnhashedRow = {
      seq,
      id: event.id,
      deal_id: event.dealId,
      deal_version: event.version,
      kind: event.kind,
      at: event.at,
      recorded_at: event.recordedAt,
      actor: event.actor,
      origin: event.origin,
      rulebook: event.rulebook,
      command_id: event.commandId,
      command: event.command,
      body: bodies[index]!,
      prev_hash: hash,
    }
    hash = hashOf(row)
    return { ...row, hash }
  })
  await insertRows(trx, 'deal_events', rows, ROWS_PER_INSERT)
}

type StoredRow = Omit<EventRow, 'seq' | 'prev_hash' | 'hash'> & { readonly seq: number }

/** Events from their rows, personal data filled in. */
export async function eventsFrom(
  db: ReadExecutor,
  personal: PersonalData,
  rows: readonly StoredRow[],
): Promise<DealEvent[]> {
  const bodies = await personal.open<DealEvent['body']>(
    db,
    rows.map((row) => row.body),
  )
  return rows.map(
    (row, index) =>
      ({
        id: row.id,
        dealId: row.deal_id,
        version: row.deal_version,
        kind: row.kind,
        at: row.at,
        recordedAt: row.recorded_at,
        actor: row.actor,
        origin: row.origin,
        rulebook: row.rulebook,
        commandId: row.command_id,
        command: row.command,
        body: bodies[index],
      }) as unknown as DealEvent,
  )
}

/** The whole history of one deal, oldest first. */
export async function eventsOf(
  db: ReadExecutor,
  personal: PersonalData,
  dealId: DealId,
): Promise<DealEvent[]> {
  const rows = await db
    .selectFrom('deal_events')
    .selectAll()
    .where('deal_id', '=', dealId)
    .orderBy('deal_version')
    .execute()
  return eventsFrom(db, personal, rows)
}

/** The whole histories of some deals, each oldest first. */
export async function historiesOf(
  db: ReadExecutor,
  personal: PersonalData,
  dealIds: readonly string[],
): Promise<Map<DealId, DealEvent[]>> {
  const rows = await db
    .selectFrom('deal_events')
    .selectAll()
    .where('deal_id', 'in', [...dealIds])
    .orderBy('deal_id')
    .orderBy('deal_version')
    .execute()
  return Map.groupBy(await eventsFrom(db, personal, rows), (event) => event.dealId)
}

/** Where the chain is broken first; null when every link holds. */
export interface ChainFault {
  readonly seq: number
  readonly fault: 'gap' | 'link' | 'hash'
}

/** Recomputes every hash of the log. Reads in slices, so that it can run beside other work. */
export async function verifyChain(db: ReadExecutor): Promise<{ events: number; fault: ChainFault | null }> {
  let previous = { seq: 0, hash: CHAIN_START }
  for (;;) {
    const rows = await db
      .selectFrom('deal_events')
      .selectAll()
      .where('seq', '>', previous.seq)
      .orderBy('seq')
      .limit(ROWS_PER_READ)
      .execute()
    if (rows.length === 0) return { events: previous.seq, fault: null }
    for (const row of rows) {
      const fault =
        row.seq !== previous.seq + 1
          ? 'gap'
          : row.prev_hash !== previous.hash
            ? 'link'
            : hashOf(row) !== row.hash
              ? 'hash'
              : null
      if (fault) return { events: previous.seq, fault: { seq: row.seq, fault } }
      previous = row
    }
  }
}

/** The ids of the pages an integrity check complains about; empty when SQLite finds nothing wrong. */
export async function integrityFaults(db: ReadExecutor): Promise<string[]> {
  const result = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db as never)
  const messages = result.rows.map((row) => row.integrity_check)
  return messages.length === 1 && messages[0] === 'ok' ? [] : messages
}
