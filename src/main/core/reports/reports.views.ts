import { convertSums } from '#shared/domain/conversion.ts'
import type { Profile } from '#shared/domain/company.ts'
import type { DealId } from '#shared/domain/ids.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { notFound } from '#shared/errors.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import type { FigureView } from '#shared/ipc/contract/reports.ts'
import type { DealSet, Line, Table } from '#shared/rules/reports/lines.ts'
import { currentProfile } from '../company/profile.repository.ts'
import type { QueryContext } from '../context.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import { rowView } from '../deals/deal-row.ts'
import { rowsByIds } from '../deals/lists.repository.ts'
import type { HeldFact } from './facts.repository.ts'
import { type Asked, type ReportContext, frameOf, tableOf } from './reports.service.ts'

const PAGE = 100

/** A set of deals in figures: per currency as it is, and converted where a rate says how (RULEBOOK 10). */
function figureOf({ deals, sums }: DealSet, { homeCurrency, rates }: Profile, day: CivilDate): FigureView {
  const { money, unpriced, asOf } = convertSums(sums, homeCurrency, rates, day)
  const counted = sums.reduce((sum, { deals: some }) => sum + some, 0)
  const known = counted === 0 || unpriced < counted
  return {
    count: deals.length,
    values: sums.map(({ amount, currency }) => ({ amount, currency })),
    counts: sums.map((sum) => sum.deals),
    converted: known ? { value: money, notPriced: unpriced, ratesAsOf: asOf } : null,
  }
}

/** One report, priced. Errors: INVALID_INPUT. */
export const getReport = async (context: QueryContext, asked: Asked): Promise<Output<'reports.get'>> =>
  (await reportWithTable(context, asked)).view

/** The same with the deals behind it. */
export async function reportWithTable(
  context: ReportContext,
  asked: Asked,
): Promise<{ readonly view: Output<'reports.get'>; readonly table: Table }> {
  const frame = frameOf(context, asked)
  const table = await tableOf(context, asked, frame)
  const { profile } = await currentProfile(context.db, context.personal)
  const priced = ({ figures, measures }: Pick<Line, 'figures' | 'measures'>) => ({
    figures: Object.fromEntries(
      Object.entries(figures).map(([name, set]) => [name, figureOf(set, profile, frame.today)]),
    ),
    measures: { ...measures },
  })
  const view = {
    report: asked.report,
    from: frame.from,
    to: frame.to,
    asOf: frame.asOf,
    rows: table.lines.map((line) => ({ key: line.key, group: { ...line.group }, ...priced(line) })),
    totals: table.totals && priced(table.totals),
  }
  return { view, table }
}

/** The deals behind one figure, newest first. Errors: INVALID_INPUT, NOT_FOUND. */
export async function getReportDeals(
  context: QueryContext,
  { row, figure, cursor, limit = PAGE, ...asked }: Parsed<'reports.deals'>,
): Promise<Output<'reports.deals'>> {
  const table = await tableOf(context, asked, frameOf(context, asked))
  const line = row === null ? table.totals : table.lines.find(({ key }) => key === row)
  if (!line) throw notFound('row', row ?? 'totals')
  if (!Object.hasOwn(line.figures, figure)) throw notFound('figure', figure)
  const deals = (line.figures[figure]!.deals as readonly HeldFact[]).toSorted((a, b) =>
    newestFirst(placeOf(a), placeOf(b)),
  )
  const after = cursor === undefined ? null : decodeCursor(cursor, 2).map(String)
  const start = after === null ? 0 : deals.findIndex((fact) => newestFirst(placeOf(fact), after) > 0)
  const shown = start < 0 ? [] : deals.slice(start, start + limit)
  const current = new Map(
    (
      await rowsByIds(
        context.db,
        shown.map(({ id }) => id),
      )
    ).map((found) => [found.id, found]),
  )
  const more = start >= 0 && start + limit < deals.length
  return {
    rows: shown.map((fact) => rowView(current.get(fact.id) ?? fact.past!.columns)),
    nextCursor: more ? encodeCursor(placeOf(shown.at(-1)!)) : null,
    count: deals.length,
    gone: shown.filter(({ id }) => !current.has(id)).map(({ id }): DealId => id),
  }
}

const placeOf = ({ createdAt, id }: HeldFact): string[] => [createdAt, id]

/** Later instants first; of one instant, later ids. */
function newestFirst(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.join(' '), b.join(' ')]
  return left < right ? 1 : left > right ? -1 : 0
}
