import type { Connection } from '#main/db/connection.ts'
import { hashOf } from '#main/db/event-log.ts'
import { rowsOf } from './database-content.ts'

type EventRow = Parameters<typeof hashOf>[0] & { hash: string }

/** The newest event of the log as it stands there. */
export const lastEvent = (raw: Connection['raw']): EventRow =>
  rowsOf(raw, 'SELECT * FROM deal_events ORDER BY seq DESC LIMIT 1')[0] as unknown as EventRow

/** A row that would continue the log, made from the newest one with some fields of one's own. */
export function nextEvent(raw: Connection['raw'], overrides: Partial<EventRow> = {}): EventRow {
  const last = lastEvent(raw)
  const row = { ...last, seq: last.seq + 1, prev_hash: last.hash, id: `event-${last.seq + 1}`, ...overrides }
  return { ...row, hash: overrides.hash ?? hashOf(row) }
}

/** Writes a row by hand, past the application: "INSERT", "INSERT OR REPLACE" and so on. */
export function insertRow(
  raw: Connection['raw'],
  verb: string,
  table: string,
  row: Readonly<Record<string, unknown>>,
): void {
  const columns = Object.keys(row)
  const marks = columns.map((column) => `@${column}`)
  raw.prepare(`${verb} INTO ${table} (${columns.join(', ')}) VALUES (${marks.join(', ')})`).run(row)
}

/** Appends an event by hand for the next version of a deal: what a change of its row then needs. */
export function appendByHand(raw: Connection['raw'], dealId: string, kind = 'edited'): number {
  const version = Number(raw.prepare('SELECT version FROM deals WHERE id = ?').pluck().get(dealId)) + 1
  const row = nextEvent(raw, { deal_id: dealId, deal_version: version, kind })
  insertRow(raw, 'INSERT', 'deal_events', row)
  return version
}
