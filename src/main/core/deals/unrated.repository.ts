import { rateOn } from '#shared/domain/conversion.ts'
import type { Currency } from '#shared/domain/money.ts'
import { BOARD_COLUMNS } from '#shared/domain/stages.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { currentRates } from '../company/profile.repository.ts'
import { type BoardQuery, closedSince } from './board.repository.ts'
import { type SeenFrom, understand, filterConditions, tabConditions } from './filters.ts'
import type { ListQuery } from './lists.repository.ts'

export interface UnratedQuery extends Omit<ListQuery, 'sort'> {
  /** Only what this board shows. */
  readonly board?: Pick<BoardQuery, 'family' | 'closedSince'> | undefined
}

/**
 * The deals that a value in the home currency leaves out because nothing says what their currency is worth: those the
 * other filters find, per currency without a rate, the most frequent first.
 */
export async function unratedDeals(
  db: ReadExecutor,
  { tab, filters, board }: UnratedQuery,
  from: SeenFrom,
): Promise<{ currency: Currency; deals: number }[]> {
  const { minHome, ...others } = filters ?? {}
  if (minHome === undefined) return []
  const { homeCurrency, rates } = await currentRates(db)
  const understood = await understand(db, others, from)
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
  return rows
    .map(({ currency, deals }) => ({ currency: currency as Currency, deals }))
    .filter(({ currency }) => currency !== homeCurrency && rateOn(rates, currency, from.today) === null)
    .sort((a, b) => b.deals - a.deals || (a.currency < b.currency ? -1 : 1))
}
