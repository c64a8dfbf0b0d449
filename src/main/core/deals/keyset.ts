import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database, DealsTable } from '../../db/schema.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import type { Condition } from './filters.ts'

export type Direction = 'asc' | 'desc'
export type SortColumn = keyof DealsTable

/**
 * An order that never ties: some columns, then the row number, all in one direction so that one index serves it. Every
 * index carries the row number already; an id of 36 characters in each of them made them twice as large.
 */
export interface Keyset {
  readonly columns: readonly SortColumn[]
  readonly direction: Direction
}

/** The columns a page is ordered and continued by. */
export const orderOf = (keyset: Keyset): readonly SortColumn[] => [...keyset.columns, 'rowid']

/** Where a page ended, for the next one to go on: opaque to callers. */
export const cursorOf = (keyset: Keyset, row: Readonly<Record<string, unknown>>): string =>
  encodeCursor(orderOf(keyset).map((column) => row[column]))

/** Everything after a cursor: a row-value comparison, which an index answers at any depth. Errors: INVALID_INPUT. */
export function afterCursor(
  build: ExpressionBuilder<Database, 'deals'>,
  keyset: Keyset,
  cursor: string | undefined,
): Condition[] {
  if (cursor === undefined) return []
  const values = decodeCursor(cursor, orderOf(keyset).length)
  const columns = sql.join(orderOf(keyset).map((column) => sql.ref(column)))
  const operator = sql.raw(keyset.direction === 'asc' ? '>' : '<')
  const comparison = sql<SqlBool>`(${columns}) ${operator} (${sql.join(values)})`
  return [build.and([comparison])]
}
