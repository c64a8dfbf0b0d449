import { sql } from 'kysely'
import { type Currency, type Money, weighted } from '#shared/domain/money.ts'
import { BOARD_COLUMNS, type BoardColumn, type Family, LADDERS } from '#shared/domain/stages.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import type { BoardColumnView, Filters } from '#shared/ipc/contract/deals.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { ROW_COLUMNS, type StoredRow, rowView } from './deal-row.ts'
import { type SeenFrom, understand, filterConditions } from './filters.ts'
import { type Keyset, afterCursor, cursorOf, orderOf } from './keyset.ts'
import type { PageAsked } from './lists.repository.ts'

export interface BoardQuery {
  readonly family: Family
  readonly filters?: Filters | undefined
  readonly closedSince?: CivilDate | undefined
}

export const isClosedColumn = (column: BoardColumn): boolean => column === 'won' || column === 'lost'

/** Cards of a column: answers by deadline, running deals by close date, closed ones newest first. */
export const columnKeyset = (column: BoardColumn): Keyset =>
  column === 'received'
    ? { columns: ['expires_at'], direction: 'asc' }
    : isClosedColumn(column)
      ? { columns: ['closed_at'], direction: 'desc' }
      : { columns: ['close_date'], direction: 'asc' }

/** How many deals of a column there are in a currency, and what they add up to. */
export interface Sum {
  readonly column: string
  readonly currency: string
  readonly deals: number
  readonly amount: number
}

/** Counts and sums of a board: read from the counters, computed only where something narrows it. */
export async function boardSums(db: ReadExecutor, query: BoardQuery, from: SeenFrom): Promise<Sum[]> {
  const narrowed = query.filters !== undefined && Object.keys(query.filters).length > 0
  const counters = narrowed
    ? []
    : await db
        .selectFrom('board_counters')
        .select(['board_column as column', 'currency', 'deals', 'amount'])
        .where('family', '=', query.family)
        .where('deals', '>', 0)
        .execute()
  if (!narrowed && query.closedSince === undefined) return counters
  const computed = BOARD_COLUMNS[query.family].filter((column) => narrowed || isClosedColumn(column))
  const sums = await sumsOf(db, query, from, (build) => [
    build('family', '=', query.family),
    build('board_column', 'in', [...computed]),
  ])
  return [...counters.filter((sum) => !computed.some((column) => column === sum.column)), ...sums]
}

type Build = Parameters<typeof filterConditions>[0]
type Condition = ReturnType<typeof filterConditions>[number]

/** Counts and sums of those rows that `where` names and the board's filters leave, by column and currency. */
export async function sumsOf(
  db: ReadExecutor,
  { filters, closedSince: since }: BoardQuery,
  from: SeenFrom,
  where: (build: Build) => readonly Condition[],
): Promise<Sum[]> {
  const understood = await understand(db, filters, from)
  const rows = await db
    .selectFrom('deals')
    .select((build) => [
      'board_column as column',
      'value_currency as currency',
      build.fn.countAll<number>().as('deals'),
      build.fn.sum<number>('value_amount').as('amount'),
    ])
    .where((build) =>
      build.and([...where(build), ...filterConditions(build, understood), ...closedSince(build, since)]),
    )
    .groupBy(['board_column', 'value_currency'])
    .execute()
  return rows.map((row) => ({ ...row, column: row.column! }))
}

/** Of the closed deals only those of this stretch. */
export const closedSince = (build: Build, since: CivilDate | undefined) =>
  since === undefined
    ? []
    : [build.or([build('closed_at', 'is', null), build('closed_at', '>=', `${since}T00:00:00.000Z`)])]

/** Rows of a column as they are stored, with what orders them; one more than asked for where there are more. */
export async function boardRows(
  db: ReadExecutor,
  query: BoardQuery,
  column: BoardColumn,
  from: SeenFrom,
  page: PageAsked,
) {
  const keyset = columnKeyset(column)
  const understood = await understand(db, query.filters, from)
  // The column is written into the statement: partial indexes are chosen only for what is known when planning.
  let select = db
    .selectFrom('deals')
    .select([...new Set([...ROW_COLUMNS, ...orderOf(keyset)])])
    .where('family', '=', query.family)
    .where('board_column', '=', sql.lit(column))
    .where((build) =>
      build.and([
        ...(isClosedColumn(column) ? [build('closed_at', 'is not', null)] : []),
        ...filterConditions(build, understood),
        ...closedSince(build, isClosedColumn(column) ? query.closedSince : undefined),
        ...afterCursor(build, keyset, page.cursor),
      ]),
    )
  for (const by of orderOf(keyset)) select = select.orderBy(by, keyset.direction)
  return select.limit(page.limit + 1).execute()
}

/** One page of the cards of a column. */
export async function boardCards(
  db: ReadExecutor,
  query: BoardQuery,
  column: BoardColumn,
  from: SeenFrom,
  page: PageAsked,
): Promise<CardPage> {
  if (page.limit === 0) return { rows: [], nextCursor: null }
  return cardPage(column, await boardRows(db, query, column, from, page), page.limit)
}

/** A page of cards, and where the next one begins. */
export interface CardPage {
  readonly rows: DealRow[]
  readonly nextCursor: string | null
}

/** A page from its rows in order, of which there may be more than it shows. */
export function cardPage(column: BoardColumn, rows: readonly StoredRow[], limit: number): CardPage {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last !== undefined
  return { rows: shown.map(rowView), nextCursor: more ? cursorOf(columnKeyset(column), { ...last }) : null }
}

/** A column's sums per currency, and the same weighted by its percentage (won counts whole, lost and received not). */
export function columnTotals(family: Family, column: BoardColumn, sums: readonly Sum[]) {
  const percent = LADDERS[family].find((rung) => rung.stage === column)?.percent ?? 0
  const own = sums.filter((sum) => sum.column === column && sum.deals > 0)
  own.sort((a, b) => (a.currency < b.currency ? -1 : 1))
  const money = (amount: number, currency: string): Money => ({ amount, currency: currency as Currency })
  return {
    count: own.reduce((sum, { deals }) => sum + deals, 0),
    counts: own.map(({ deals }) => deals),
    totals: own.map(({ amount, currency }) => money(amount, currency)),
    weighted: own.map(({ amount, currency }) => money(weighted(amount, percent), currency)),
  }
}

/** The whole board of one ladder, each column with its first cards. */
export async function board(
  db: ReadExecutor,
  query: BoardQuery,
  from: SeenFrom,
  perColumn: number,
): Promise<BoardColumnView[]> {
  const sums = await boardSums(db, query, from)
  const columns: BoardColumnView[] = []
  for (const key of BOARD_COLUMNS[query.family]) {
    const totals = columnTotals(query.family, key, sums)
    const cards =
      totals.count === 0
        ? { rows: [], nextCursor: null }
        : await boardCards(db, query, key, from, { limit: perColumn })
    columns.push({ key, ...totals, ...cards })
  }
  return columns
}
