import { rateOn } from '#shared/domain/conversion.ts'
import type { Currency } from '#shared/domain/money.ts'
import { BOARD_COLUMNS } from '#shared/domain/stages.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { QueryContext } from '../context.ts'
import { currentRates } from '../company/profile.repository.ts'
import { type BoardQuery, closedSince } from './board.repository.ts'
import { type SeenFrom, understand, filterConditions, tabConditions } from './filters.ts'
import type { ListQuery } from './lists.repository.ts'

export interface UnratedQuery extends Omit<ListQuery, 'sort'> {
  /** Only what this board shows; `asOf`: showed at that instant. */
  readonly board?:
    (Pick<BoardQuery, 'family' | 'closedSince'> & { readonly asOf?: Instant | undefined }) | undefined
}

/** How many deals of each currency the other filters find now. */
async function currenciesNow(
  db: ReadExecutor,
  { tab, filters, board }: UnratedQuery,
  from: SeenFrom,
): Promise<Map<string, number>> {
  const understood = await understand(db, filters, from)
  const rows = await db
    .selectFrom('deals')
    .select((build) => ['value_currency as currency', build.fn.countAll<number>().as('deals')])
    .where((build) =>
      build.and([
        ...tabConditions(build, tab),
        ...filterConditions(build, understood),
        ...(board ? [build('family', '=', board.family)] : []),
        ...(board ? [build('board_column', 'in', [...BOARD_COLUMNS[board.family]])] : []),
        ...closedSince(build, board?.closedSince),
      ]),
    )
    .groupBy('value_currency')
    .execute()
  return new Map(rows.map(({ currency, deals }) => [currency, deals]))
}

/**
 * The deals that a value in the home currency leaves out because nothing says what their currency is worth: those the
 * other filters find, per currency without a rate, the most frequent first.
 */
export async function unratedDeals(
  context: QueryContext,
  query: UnratedQuery,
): Promise<{ currency: Currency; deals: number }[]> {
  const { minHome, ...filters } = query.filters ?? {}
  if (minHome === undefined) return []
  const { db, now, core } = context
  const { homeCurrency, rates } = await currentRates(db)
  const asOf = query.board?.asOf
  const isPast = asOf !== undefined && asOf < now
  const day = isPast ? core.ports.clock.dayOf(asOf) : context.today
  const found = isPast
    ? await (await import('./past-board.ts')).pastCurrencies(context, { ...query.board!, filters }, asOf)
    : await currenciesNow(db, { ...query, filters }, context)
  return [...found]
    .map(([currency, deals]) => ({ currency: currency as Currency, deals }))
    .filter(
      ({ currency, deals }) =>
        deals > 0 && currency !== homeCurrency && rateOn(rates, currency, day) === null,
    )
    .sort((a, b) => b.deals - a.deals || (a.currency < b.currency ? -1 : 1))
}
