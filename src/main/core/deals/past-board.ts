import { type SqlBool, sql } from 'kysely'
import { BOARD_COLUMNS, type BoardColumn } from '#shared/domain/stages.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { BoardColumnView } from '#shared/ipc/contract/deals.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { QueryContext } from '../context.ts'
import { decodeCursor } from '../cursor.ts'
import {
  type BoardQuery,
  type Sum,
  boardRows,
  boardSums,
  cardPage,
  columnKeyset,
  columnTotals,
  isClosedColumn,
  sumsOf,
} from './board.repository.ts'
import type { StoredRow } from './deal-row.ts'
import { matcherOf } from './filter-match.ts'
import { type SeenFrom, understand } from './filters.ts'
import { cursorOf, orderOf } from './keyset.ts'
import { type Past, type PastDeal, dealsHolding, pastAt, since } from './past.repository.ts'

const ROWS_PER_READ = 200

interface CardsAsked {
  /** Only the next cards of this column. */
  readonly column?: BoardColumn | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** One board of the past while it is put together: its deals that are rows no longer, and what was changed since. */
interface Looking {
  readonly db: ReadExecutor
  readonly query: BoardQuery
  readonly from: SeenFrom
  readonly past: Past
  /** Deals of the board that have changed since, as they were. */
  readonly moved: readonly PastDeal[]
  readonly sums: readonly Sum[]
}

/** Rows by whether something happened to them since, found by the smaller of the two: rows are long, ids are not. */
const CHANGED = (asOf: Instant) =>
  sql`SELECT d.rowid FROM (SELECT DISTINCT deal_id FROM ${since(asOf)}) AS e CROSS JOIN deals AS d ON d.id = e.deal_id`
const UNCHANGED = (asOf: Instant) =>
  sql`SELECT rowid FROM deals WHERE id NOT IN (SELECT deal_id FROM ${since(asOf)})`

/** The sums of some rows as they are now. */
const sumsOfRows = (
  db: ReadExecutor,
  query: BoardQuery,
  from: SeenFrom,
  rowids: ReturnType<typeof CHANGED>,
): Promise<Sum[]> =>
  sumsOf(db, query, from, (build) => [
    sql<SqlBool>`rowid IN (${rowids})` as never,
    // The plus keeps SQLite from reading a whole ladder by its index instead.
    sql<SqlBool>`+family = ${query.family}` as never,
    build('board_column', 'is not', null),
  ])

/** The sums of rows nothing happened to since: of them all, or what is left of today's without the others. */
async function unchangedSums(
  db: ReadExecutor,
  query: BoardQuery,
  from: SeenFrom,
  asOf: Instant,
  changed: number,
): Promise<Sum[]> {
  const { all } = await db
    .selectFrom('deals')
    .select((build) => build.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  if (changed * 2 > all) return sumsOfRows(db, query, from, UNCHANGED(asOf))
  const moved = await sumsOfRows(db, query, from, CHANGED(asOf))
  return added(await boardSums(db, query, from), moved.map(negative))
}

const negative = (sum: Sum): Sum => ({ ...sum, deals: -sum.deals, amount: -sum.amount })

/** Sums of two kinds put together. */
function added(some: readonly Sum[], more: readonly Sum[]): Sum[] {
  const sums = new Map<string, Sum>()
  for (const { column, currency, deals, amount } of [...some, ...more]) {
    const key = `${column} ${currency}`
    const sum = sums.get(key) ?? { column, currency, deals: 0, amount: 0 }
    sums.set(key, { ...sum, deals: sum.deals + deals, amount: sum.amount + amount })
  }
  return [...sums.values()]
}

const sumOf = ({ columns }: PastDeal): Sum => ({
  column: columns.board_column!,
  currency: columns.value_currency,
  deals: 1,
  amount: columns.value_amount,
})

/** The deals of a board that have changed since, as they were then. */
async function movedDeals(
  db: ReadExecutor,
  { family, filters, closedSince: first }: BoardQuery,
  from: SeenFrom,
  { deals }: Past,
): Promise<PastDeal[]> {
  const matches = matcherOf(await understand(db, filters, from))
  const holding = await dealsHolding(db, filters?.text)
  return deals.filter(({ deal, columns }) => {
    const solutions = deal.solutions.map(({ id }) => id)
    return (
      columns.family === family &&
      columns.board_column !== null &&
      (first === undefined || columns.closed_at === null || columns.closed_at >= `${first}T00:00:00.000Z`) &&
      matches(columns, { solutions, holding })
    )
  })
}

type Ordered = StoredRow & Readonly<Record<string, unknown>>

/** Where a column begins: what was closed since has changed, and would be walked over row by row. */
const firstPlace = (column: BoardColumn, { now }: SeenFrom): string | undefined =>
  isClosedColumn(column)
    ? cursorOf(columnKeyset(column), { closed_at: now, rowid: Number.MAX_SAFE_INTEGER })
    : undefined

/** The first rows of a column that nothing happened to since, from a cursor on. */
async function unchangedRows(
  { db, query, from, past }: Looking,
  column: BoardColumn,
  { cursor, limit }: CardsAsked,
  most: number,
): Promise<Ordered[]> {
  const wanted = Math.min(limit + 1, most)
  const found: Ordered[] = []
  let place = cursor ?? firstPlace(column, from)
  while (found.length < wanted) {
    const rows = await boardRows(db, query, column, from, { cursor: place, limit: ROWS_PER_READ })
    for (const row of rows.slice(0, ROWS_PER_READ)) if (!past.changed.has(row.id)) found.push(row)
    const { nextCursor } = cardPage(column, rows, ROWS_PER_READ)
    if (nextCursor === null) break
    place = nextCursor
  }
  return found
}

/** One page of a column: rows that are as they were, and deals that are not, in one order. */
async function cardsThen(looking: Looking, column: BoardColumn, asked: CardsAsked) {
  if (asked.limit === 0) return { rows: [], nextCursor: null }
  const { columns: order, direction } = columnKeyset(column)
  const by = orderOf({ columns: order, direction })
  const sign = direction === 'asc' ? 1 : -1
  const compare = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): number => {
    for (const name of by) {
      const [left, right] = [a[name] as string, b[name] as string]
      if (left !== right) return left < right ? -sign : sign
    }
    return 0
  }
  const moved = looking.moved
    .filter(({ columns }) => columns.board_column === column)
    .map(({ columns, rowid }): Ordered => ({ ...columns, rowid }))
  const values = asked.cursor === undefined ? null : decodeCursor(asked.cursor, by.length)
  const place = values && Object.fromEntries(by.map((name, index) => [name, values[index]]))
  const all = looking.sums.filter((sum) => sum.column === column).reduce((sum, { deals }) => sum + deals, 0)
  const rows = [
    ...(await unchangedRows(looking, column, asked, all - moved.length)),
    ...moved.filter((card) => place === null || compare(card, place) > 0),
  ]
  return cardPage(column, rows.sort(compare), asked.limit)
}

/** A board of the past, read in one transaction: a deal that moves meanwhile would stand twice or not at all. */
function looking<T>(
  { db: reader, core }: QueryContext,
  query: BoardQuery,
  asOf: Instant,
  tell: (looking: Looking) => Promise<T>,
): Promise<T> {
  const from = { now: asOf, today: core.ports.clock.dayOf(asOf) }
  return reader.transaction().execute(async (db) => {
    const past = await pastAt(db, asOf)
    const moved = await movedDeals(db, query, from, past)
    const unchanged = await unchangedSums(db, query, from, asOf, past.changed.size)
    return tell({ db, query, from, past, moved, sums: added(unchanged, moved.map(sumOf)) })
  })
}

/**
 * The board as it was at an instant: today's, without the deals something happened to since, and with those as their
 * events up to then say. So the recent past costs little, and the whole log is never read. Errors: INVALID_INPUT.
 */
export function pastBoard(
  context: QueryContext,
  query: BoardQuery,
  asOf: Instant,
  asked: CardsAsked,
): Promise<BoardColumnView[]> {
  return looking(context, query, asOf, async (seen) => {
    if (asked.column !== undefined) {
      const cards = await cardsThen(seen, asked.column, asked)
      return [{ key: asked.column, count: 0, counts: [], totals: [], weighted: [], ...cards }]
    }
    const columns: BoardColumnView[] = []
    for (const key of BOARD_COLUMNS[query.family]) {
      const totals = columnTotals(query.family, key, seen.sums)
      const cards = totals.count === 0 ? { rows: [], nextCursor: null } : await cardsThen(seen, key, asked)
      columns.push({ key, ...totals, ...cards })
    }
    return columns
  })
}

/** How many deals a board of the past held in each currency. */
export async function pastCurrencies(
  context: QueryContext,
  query: BoardQuery,
  asOf: Instant,
): Promise<Map<string, number>> {
  const sums = await looking(context, query, asOf, async (seen) => seen.sums)
  const deals = new Map<string, number>()
  for (const sum of sums) deals.set(sum.currency, (deals.get(sum.currency) ?? 0) + sum.deals)
  return deals
}
