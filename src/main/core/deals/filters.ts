import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import { closeRange } from '#shared/domain/close-period.ts'
import { type CivilDate, type Instant, addDays } from '#shared/domain/time.ts'
import type { Filters } from '#shared/ipc/contract/deals.ts'
import type { Database } from '../../db/schema.ts'
import { searchQuery } from '../../db/search-text.ts'

type Build = ExpressionBuilder<Database, 'deals'>
export type Condition = ExpressionWrapper<Database, 'deals', SqlBool>
/** The instant and the calendar day that filters such as "expiring" and "this month" are seen from. */
export interface SeenFrom {
  readonly now: Instant
  readonly today: CivilDate
}
export type Tab = 'inbound' | 'outbound' | 'favorites' | 'all'

/** Which deals a tab holds (RULEBOOK 1.3). The favourites' indexes are partial: chosen only for a value in the text. */
export function tabConditions(build: Build, tab: Tab): Condition[] {
  if (tab === 'favorites') return [build('favorite', '=', sql.lit(1))]
  return tab === 'all' ? [] : [build('direction', '=', tab)]
}

/** The filters of a list as conditions, all of which must hold. */
export function filterConditions(
  build: Build,
  filters: Filters | undefined,
  { now, today }: SeenFrom,
): Condition[] {
  if (!filters) return []
  const conditions: Condition[] = []
  const oneOf = (
    column: 'type' | 'status' | 'stage' | 'country' | 'customer_id',
    values?: readonly string[],
  ) => {
    if (values) conditions.push(build(column, 'in', values.length > 0 ? [...values] : ['']))
  }
  oneOf('type', filters.types)
  oneOf('status', filters.statuses)
  oneOf('stage', filters.stages)
  oneOf('country', filters.countries)
  oneOf('customer_id', filters.customerIds)
  if (filters.solutionIds) {
    const ids = filters.solutionIds.length > 0 ? filters.solutionIds : ['']
    conditions.push(
      build(
        'id',
        'in',
        build
          .selectFrom('deal_solutions')
          .select('deal_id')
          .where('solution_id', 'in', [...ids]),
      ),
    )
  }
  if (filters.campaignId !== undefined) conditions.push(build('campaign_id', '=', filters.campaignId))
  if (filters.currency !== undefined) conditions.push(build('value_currency', '=', filters.currency))
  if (filters.minAmount !== undefined) conditions.push(build('value_amount', '>=', filters.minAmount))
  if (filters.closeFrom !== undefined) conditions.push(build('close_date', '>=', filters.closeFrom))
  if (filters.closeTo !== undefined) conditions.push(build('close_date', '<=', filters.closeTo))
  if (filters.closing !== undefined) {
    const { from, to } = closeRange(filters.closing, today)
    if (from !== null) conditions.push(build('close_date', '>=', from))
    if (to !== null) conditions.push(build('close_date', '<=', to))
    if (filters.closing === 'overdue') conditions.push(build('status', '=', 'accepted'))
  }
  if (filters.registration !== undefined) conditions.push(build('registration', '=', filters.registration))
  if (filters.microsoft === 'none') conditions.push(build('microsoft', 'is', null))
  else if (filters.microsoft !== undefined) conditions.push(build('microsoft', '=', filters.microsoft))
  if (filters.expiringWithinDays !== undefined) {
    conditions.push(build('next_expiry', '<=', addDays(now, filters.expiringWithinDays)))
  }
  if (filters.text !== undefined && filters.text.trim() !== '') {
    const words = searchQuery(filters.text)
    conditions.push(
      words === null
        ? (sql<SqlBool>`false` as unknown as Condition)
        : build(
            'rowid',
            'in',
            build
              .selectFrom('deal_search')
              .select('rowid')
              .where(sql<SqlBool>`deal_search MATCH ${words}`),
          ),
    )
  }
  return conditions
}
