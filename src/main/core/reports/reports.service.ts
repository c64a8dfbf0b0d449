import { type Stretch, defaultFrom, monthsOf, stretchOf } from '#shared/domain/report-period.ts'
import { type CivilDate, type Instant, addMs } from '#shared/domain/time.ts'
import { invalidInput } from '#shared/errors.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import { changes } from '#shared/rules/reports/changes.ts'
import { GROUPINGS, byCampaign, bySolution } from '#shared/rules/reports/grouping.ts'
import type { Seen, Table } from '#shared/rules/reports/lines.ts'
import { funnel, outcomes, reasons, returns } from '#shared/rules/reports/outcomes.ts'
import { forecast, pipeline } from '#shared/rules/reports/pipeline.ts'
import { response } from '#shared/rules/reports/response.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { QueryContext } from '../context.ts'
import type { Clock } from '../ports.ts'
import { type Matcher, matcherOf } from '../deals/filter-match.ts'
import { understand } from '../deals/filters.ts'
import { dealsHolding } from '../deals/past.repository.ts'
import { type HeldFact, factsAt, solutionNames } from './facts.repository.ts'

export type Asked = Parsed<'reports.get'>

/** What a report is made with: a reading view, a moment and the calendar of where the person is. */
export interface ReportContext extends Pick<QueryContext, 'db' | 'personal' | 'now' | 'today'> {
  readonly core: { readonly ports: { readonly clock: Pick<Clock, 'dayOf'> } }
}

/** Which days a report is about, and from when it is seen. */
export interface Frame {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly asOf: Instant
  /** The instant whose deals are shown; null for those there are now. */
  readonly past: Instant | null
  readonly today: CivilDate
  readonly period: Stretch
}

const MOST_YEARS = 50
const FIRST_DAY = '1900-01-01'
const LAST_DAY = '2999-12-31'
/** Reports with lines of their own, and nothing to break them down by. */
const BREAKABLE: readonly Asked['report'][] = ['pipeline', 'outcomes']

/** The days somebody asks for, or the usual ones. Errors: INVALID_INPUT. */
export function frameOf(
  { core, now, today }: Pick<ReportContext, 'core' | 'now' | 'today'>,
  asked: Asked,
): Frame {
  if (asked.groupBy && !BREAKABLE.includes(asked.report)) {
    throw invalidInput('groupBy', `${asked.report} has lines of its own`)
  }
  const dayOf = (instant: Instant) => core.ports.clock.dayOf(instant)
  const past = asked.asOf !== undefined && asked.asOf < now ? asked.asOf : null
  const seenFrom = past === null ? today : dayOf(past)
  const to = asked.to ?? seenFrom
  if (to < FIRST_DAY || to > LAST_DAY) throw invalidInput('to', 'lies before 1900 or after 2999')
  const from = asked.from ?? defaultFrom(to)
  if (from < FIRST_DAY || from > to) throw invalidInput('from', 'lies after the last day, or before 1900')
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > MOST_YEARS) {
    throw invalidInput('from', `lies more than ${MOST_YEARS} years before the last day`)
  }
  return { from, to, asOf: past ?? now, past, today: seenFrom, period: stretchOf(from, to, dayOf) }
}

const wantedOf = ({ report, filters }: Asked) => ({
  reasons: report === 'reasons',
  solutions: report === 'solutions' || filters?.solutionIds !== undefined,
})

/** A report before it is priced: its deals are still at hand. Errors: INVALID_INPUT. */
export async function tableOf(context: ReportContext, asked: Asked, frame: Frame): Promise<Table> {
  // One transaction, one state of the file: a deal that moves meanwhile would count twice or not at all.
  return inOneView(context.db, async (db) => {
    const from = { now: frame.asOf, today: frame.today }
    const matches = matcherOf(await understand(db, asked.filters, from))
    const holding = await dealsHolding(db, asked.filters?.text)
    const fits = (fact: HeldFact, apart?: Parameters<Matcher>[2]) =>
      matches(fact.row, { solutions: fact.solutions, holding }, apart)
    if (asked.report === 'changes') return changesOf(db, asked, frame, fits)
    const facts = await factsAt(db, frame.past, wantedOf(asked))
    const fitting = facts.filter((fact) => fits(fact))
    const names = asked.report === 'solutions' ? await solutionNames(db) : new Map<string, string>()
    return tableFrom(fitting, asked, seenOf(context, frame), names)
  })
}

/** Reads in one transaction: in the one that is open already, where there is one. */
const inOneView = <T>(db: ReadExecutor, read: (db: ReadExecutor) => Promise<T>): Promise<T> =>
  db.isTransaction ? read(db) : db.transaction().execute(read)

function seenOf({ core }: ReportContext, { from, to, today, period }: Frame): Seen {
  const dayOf = (instant: Instant) => core.ports.clock.dayOf(instant)
  const months = monthsOf(from, to).map((days) => ({
    month: days.month,
    stretch: stretchOf(days.from, days.to, dayOf),
  }))
  return { today, period, months }
}

function tableFrom(
  facts: readonly HeldFact[],
  { report, groupBy }: Asked,
  seen: Seen,
  names: ReadonlyMap<string, string>,
): Table {
  const grouping = groupBy ? GROUPINGS[groupBy] : null
  switch (report) {
    case 'pipeline':
      return pipeline(facts, seen, grouping)
    case 'funnel':
      return funnel(facts, seen)
    case 'forecast':
      return forecast(facts, seen)
    case 'outcomes':
      return outcomes(facts, seen, grouping)
    case 'response':
      return response(facts, seen)
    case 'reasons':
      return reasons(facts, seen)
    case 'campaigns':
      return returns(facts, seen, byCampaign, true)
    case 'solutions':
      return returns(facts, seen, bySolution(names), false)
    case 'changes':
      throw new Error('tableFrom: changes look at two moments')
  }
}

async function changesOf(
  db: ReadExecutor,
  asked: Asked,
  { from, to, past, asOf, period }: Frame,
  fits: (fact: HeldFact, apart?: Parameters<Matcher>[2]) => boolean,
): Promise<Table> {
  const opens = addMs(period.from, -1)
  const closes = addMs(period.before, -1)
  const momentsAt = async (instant: Instant) => {
    const facts = await factsAt(db, instant < asOf ? instant : past, wantedOf(asked))
    return new Map<string, HeldFact>(facts.map((fact) => [fact.id, fact]))
  }
  const { closing, closeFrom, closeTo } = asked.filters ?? {}
  return changes({
    opening: await momentsAt(opens),
    closing: await momentsAt(closes),
    fits: fits as Parameters<typeof changes>[0]['fits'],
    closeDateMatters: [closing, closeFrom, closeTo].some((filter) => filter !== undefined),
    from,
    to,
  })
}
