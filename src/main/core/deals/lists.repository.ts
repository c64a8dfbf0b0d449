import type { DealId } from '#shared/domain/ids.ts'
import type { Currency, Money } from '#shared/domain/money.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import type { Filters, SORT_KEYS } from '#shared/ipc/contract/deals.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { ROW_COLUMNS, type StoredRow, rowView } from './deal-row.ts'
import { type SeenFrom, type Tab, understand, filterConditions, tabConditions } from './filters.ts'
import { type Keyset, afterCursor, cursorOf, orderOf } from './keyset.ts'

/** Matches are counted exactly up to here; beyond, "10,000+" says as much. */
export const COUNT_CAP = 10_000

export type SortKey = (typeof SORT_KEYS)[number]
export interface Sort {
  readonly by: SortKey
  readonly direction: 'asc' | 'desc'
}

const SORT_COLUMNS: Record<SortKey, Keyset['columns']> = {
  attention: ['attention'],
  name: ['name'],
  customerName: ['customer_name'],
  status: ['status'],
  type: ['type'],
  stage: ['percent'],
  value: ['value_currency', 'value_amount'],
  closeDate: ['close_date'],
  country: ['country'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
}

export interface ListQuery {
  readonly tab: Tab
  readonly filters?: Filters | undefined
  readonly sort?: Sort | undefined
}

export const keysetOf = (sort: Sort | undefined): Keyset => ({
  columns: SORT_COLUMNS[sort?.by ?? 'attention'],
  direction: sort?.direction ?? 'asc',
})

/** One page of a list as the screens show it. Errors: INVALID_INPUT. */
export async function listPage(
  db: ReadExecutor,
  query: ListQuery,
  from: SeenFrom,
  page: PageAsked,
): Promise<{ rows: DealRow[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await listRows(db, query, from, page)
  return { rows: rows.map(rowView), nextCursor }
}

export interface PageAsked {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** One page of a list by keyset, as it is stored: the same cost at any depth. Errors: INVALID_INPUT. */
export async function listRows(
  db: ReadExecutor,
  query: ListQuery,
  from: SeenFrom,
  page: PageAsked,
): Promise<{ rows: StoredRow[]; nextCursor: string | null }> {
  const keyset = keysetOf(query.sort)
  const understood = await understand(db, query.filters, from)
  const part = (tab: Tab) =>
    db
      .selectFrom('deals')
      .select([...new Set([...ROW_COLUMNS, ...orderOf(keyset)])])
      .where((build) =>
        build.and([
          ...tabConditions(build, tab),
          ...filterConditions(build, understood),
          ...afterCursor(build, keyset, page.cursor),
        ]),
      )
  // Both directions have an index for every order; of two such parts SQLite merges as much as the page takes.
  let select = query.tab === 'all' ? part('inbound').unionAll(part('outbound')) : part(query.tab)
  for (const column of orderOf(keyset)) select = select.orderBy(column, keyset.direction)
  const rows = await select.limit(page.limit + 1).execute()
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, nextCursor: rows.length > page.limit && last ? cursorOf(keyset, last) : null }
}

/** The ids of a whole list in the order it has when nobody sorts it, as many as asked for. */
export async function listIds(
  db: ReadExecutor,
  query: Omit<ListQuery, 'sort'>,
  from: SeenFrom,
  most: number,
): Promise<DealId[]> {
  const understood = await understand(db, query.filters, from)
  let select = db
    .selectFrom('deals')
    .select('id')
    .where((build) => build.and([...tabConditions(build, query.tab), ...filterConditions(build, understood)]))
  for (const column of orderOf(keysetOf(undefined))) select = select.orderBy(column)
  const rows = await select.limit(most).execute()
  return rows.map(({ id }) => id as DealId)
}

/** Rows of a list by id, in the order of the ids; unknown ones are left out. */
export async function rowsByIds(db: ReadExecutor, ids: readonly DealId[]): Promise<StoredRow[]> {
  const rows = await db
    .selectFrom('deals')
    .select(ROW_COLUMNS)
    .where('id', 'in', [...ids])
    .execute()
  const byId = new Map<string, StoredRow>(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How many deals a list holds, counted up to the cap. */
export async function listCount(
  db: ReadExecutor,
  query: ListQuery,
  from: SeenFrom,
): Promise<{ value: number; capped: boolean }> {
  const understood = await understand(db, query.filters, from)
  const matches = db
    .selectFrom('deals')
    .select('rowid')
    .where((build) => build.and([...tabConditions(build, query.tab), ...filterConditions(build, understood)]))
    .limit(COUNT_CAP + 1)
  const { count } = await db
    .selectFrom(matches.as('matches'))
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { value: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP }
}

/** Count and sum per currency of a whole list. */
export async function listTotals(
  db: ReadExecutor,
  query: ListQuery,
  from: SeenFrom,
): Promise<{ count: number; totals: Money[] }> {
  const understood = await understand(db, query.filters, from)
  const rows = await db
    .selectFrom('deals')
    .select((build) => [
      'value_currency',
      build.fn.countAll<number>().as('count'),
      build.fn.sum<number>('value_amount').as('amount'),
    ])
    .where((build) => build.and([...tabConditions(build, query.tab), ...filterConditions(build, understood)]))
    .groupBy('value_currency')
    .orderBy('value_currency')
    .execute()
  return {
    count: rows.reduce((sum, row) => sum + row.count, 0),
    totals: rows.map((row) => ({ amount: row.amount, currency: row.value_currency as Currency })),
  }
}
