import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import { closeRange } from '#shared/domain/close-period.ts'
import { leastPerCurrency } from '#shared/domain/conversion.ts'
import type { Money } from '#shared/domain/money.ts'
import { type CivilDate, type Instant, addDays } from '#shared/domain/time.ts'
import type { Filters } from '#shared/ipc/contract/deals.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { Database } from '../../db/schema.ts'
import { searchQuery } from '../../db/search-text.ts'
import { currentRates } from '../company/profile.repository.ts'

type Build = ExpressionBuilder<Database, 'deals'>
export type Condition = ExpressionWrapper<Database, 'deals', SqlBool>
/** The instant and the calendar day that filters such as "expiring" and "this month" are seen from. */
export interface SeenFrom {
  readonly now: Instant
  readonly today: CivilDate
}
/** Filters as they are asked for, with everything that was looked up for them. */
export interface Asked extends SeenFrom {
  readonly filters: Filters | undefined
  /** `minHome` in each currency that has a rate; null where it is not asked for. */
  readonly least: readonly Money[] | null
}
export type Tab = 'inbound' | 'outbound' | 'favorites' | 'all'

/** Which deals a tab holds (RULEBOOK 1.3). The favourites' indexes are partial: chosen only for a value in the text. */
export function tabConditions(build: Build, tab: Tab): Condition[] {
  if (tab === 'favorites') return [build('favorite', '=', sql.lit(1))]
  return tab === 'all' ? [] : [build('direction', '=', tab)]
}

/** Looks up what filters need to be understood: the rates, where a value is asked for in the home currency. */
export async function understand(
  db: ReadExecutor,
  filters: Filters | undefined,
  { now, today }: SeenFrom,
): Promise<Asked> {
  if (filters?.minHome === undefined) return { now, today, filters, least: null }
  const { homeCurrency, rates } = await currentRates(db)
  return { now, today, filters, least: leastPerCurrency(filters.minHome, homeCurrency, rates, today) }
}

/** The filters of a list as conditions, all of which must hold. */
export function filterConditions(build: Build, { filters, now, today, least }: Asked): Condition[] {
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
  if (least) {
    const inOne = ({ currency, amount }: Money) =>
      build.and([build('value_currency', '=', currency), build('value_amount', '>=', amount)])
    conditions.push(build.or(least.map(inOne)))
  }
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
