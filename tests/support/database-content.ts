import type { Application } from '#main/core/create-core.ts'
import type { Connection } from '#main/db/connection.ts'

type Row = Readonly<Record<string, unknown>>

const TABLES = [
  'deals',
  'deal_events',
  'deal_parties',
  'deal_solutions',
  'board_counters',
  'people',
  'texts',
  'customers',
  'partners',
  'solutions',
  'settings',
  'drafts',
  'saved_views',
  'notifications',
] as const

/** The writing handle of an application, for what Kysely has no words for. */
export const rawOf = (app: { readonly app: Application }): Connection['raw'] => app.app.core.writer.raw

export const rowsOf = (raw: Connection['raw'], query: string, ...parameters: unknown[]): Row[] =>
  raw.prepare(query).all(...parameters) as Row[]

export const scalarOf = (raw: Connection['raw'], query: string, ...parameters: unknown[]): unknown =>
  raw
    .prepare(query)
    .pluck()
    .get(...parameters)

/** Every row of every table in a fixed order: two of these are equal when nothing at all has changed. */
export const contentOf = (raw: Connection['raw']): Record<(typeof TABLES)[number], Row[]> =>
  Object.fromEntries(
    TABLES.map((table) => [table, rowsOf(raw, `SELECT * FROM ${table} ORDER BY 1, 2`)]),
  ) as Record<(typeof TABLES)[number], Row[]>

/** How many rows this connection has ever written, rolled back or not. */
export const totalChanges = (raw: Connection['raw']): unknown => scalarOf(raw, 'SELECT total_changes()')

/** How many events the log holds. */
export const eventCount = (raw: Connection['raw']): number =>
  Number(scalarOf(raw, 'SELECT count(*) FROM deal_events'))
