import { REASONS } from '#shared/domain/deal.ts'
import { type Stretch, within } from '#shared/domain/report-period.ts'
import { type Fact, enteredAt, isOpen, wonMs } from './fact.ts'
import { type Grouping, grouped } from './grouping.ts'
import { type Line, type Seen, type Table, mean, rate, worth } from './lines.ts'

const REACHED = [
  { stage: 'accepted', percent: 10 },
  { stage: 'qualified', percent: 20 },
  { stage: 'developed', percent: 40 },
  { stage: 'proposed', percent: 60 },
  { stage: 'negotiated', percent: 80 },
  { stage: 'won', percent: 100 },
] as const

const closedIn = (deals: readonly Fact[], status: Fact['status'], period: Stretch): readonly Fact[] =>
  deals.filter((fact) => fact.status === status && within(period, fact.closedAt))

const enteredIn = (deals: readonly Fact[], period: Stretch): readonly Fact[] =>
  deals.filter((fact) => within(period, enteredAt(fact)))

/** The win rate is won / (inbound accepted + outbound created), all of the same period (RULEBOOK 10). */
function winning(entered: readonly Fact[], won: readonly Fact[]): Line['measures'] {
  const times = won.map(wonMs).filter((ms) => ms !== null)
  return { winRate: rate(won.length, entered.length), wonMeanMs: mean(times) }
}

function outcomeFigures(deals: readonly Fact[], period: Stretch): Pick<Line, 'figures' | 'measures'> {
  const entered = enteredIn(deals, period)
  const won = closedIn(deals, 'won', period)
  const asked = entered.filter(({ direction, microsoft }) => direction === 'outbound' && microsoft !== null)
  const said = asked.filter(({ microsoft }) => ['accepted', 'won', 'lost'].includes(microsoft!))
  return {
    figures: {
      entered: worth(entered),
      won: worth(won),
      lost: worth(closedIn(deals, 'lost', period)),
      declined: worth(closedIn(deals, 'declined', period)),
      expired: worth(closedIn(deals, 'expired', period)),
      microsoftAsked: worth(asked),
      microsoftAccepted: worth(said),
    },
    measures: winning(entered, won),
  }
}

/** Deals that came in or closed in a period: the others would be groups of nothing. */
const concerned = (facts: readonly Fact[], period: Stretch): readonly Fact[] =>
  facts.filter((fact) => within(period, enteredAt(fact)) || within(period, fact.closedAt))

/** What became of deals, by month of the period or by another group. */
export function outcomes(facts: readonly Fact[], { period, months }: Seen, grouping: Grouping | null): Table {
  const totals = outcomeFigures(facts, period)
  const lines = grouping
    ? grouped(concerned(facts, period), grouping, (deals) => outcomeFigures(deals, period))
    : months.map(({ month, stretch }) => ({
        key: month,
        group: { month },
        ...outcomeFigures(facts, stretch),
      }))
  return { lines, totals }
}

/** How far the deals that came or were made in the period have come. */
export function funnel(facts: readonly Fact[], { period }: Seen): Table {
  const came = facts.filter(({ createdAt }) => within(period, createdAt))
  const reached = REACHED.map(({ stage, percent }) => ({
    stage,
    percent,
    deals: came.filter((fact) => fact.percent >= percent),
  }))
  const steps = [{ stage: 'received', percent: 0, deals: came }, ...reached]
  const lines = steps.map(({ stage, percent, deals }, index): Line => ({
    key: stage,
    group: { stage, percent },
    figures: { deals: worth(deals) },
    measures: { passedRate: index === 0 ? null : rate(deals.length, steps[index - 1]!.deals.length) },
  }))
  const of = (status: Fact['status']) => worth(came.filter((fact) => fact.status === status))
  const figures = {
    deals: worth(came),
    open: worth(came.filter(isOpen)),
    won: of('won'),
    lost: of('lost'),
    declined: of('declined'),
    expired: of('expired'),
  }
  return { lines, totals: { figures, measures: {} } }
}

/** Why deals were declined and lost in the period, each reason with its share, most frequent first. */
export function reasons(facts: readonly Fact[], { period }: Seen): Table {
  const outcomesTold = (['declined', 'lost'] as const).map((outcome) => ({
    outcome,
    deals: closedIn(facts, outcome, period),
  }))
  const lines = outcomesTold.flatMap(({ outcome, deals }) =>
    [...REASONS, null]
      .map((reason) => ({ reason, told: deals.filter((fact) => fact.reason === reason) }))
      .filter(({ told }) => told.length > 0)
      .sort((a, b) => b.told.length - a.told.length)
      .map(({ reason, told }): Line => ({
        key: `${outcome}:${reason ?? 'none'}`,
        group: { outcome, reason },
        figures: { deals: worth(told) },
        measures: { shareRate: rate(told.length, deals.length) },
      })),
  )
  const figures = Object.fromEntries(outcomesTold.map(({ outcome, deals }) => [outcome, worth(deals)]))
  return { lines, totals: { figures, measures: {} } }
}

/** What came, was won and lost by campaign or solution. Totals only where nothing counts twice. */
export function returns(facts: readonly Fact[], { period }: Seen, grouping: Grouping, sum: boolean): Table {
  const figuresOf = (deals: readonly Fact[]): Pick<Line, 'figures' | 'measures'> => {
    const entered = enteredIn(deals, period)
    const won = closedIn(deals, 'won', period)
    return {
      figures: {
        entered: worth(entered),
        won: worth(won),
        lost: worth(closedIn(deals, 'lost', period)),
        open: worth(deals.filter(isOpen)),
      },
      measures: winning(entered, won),
    }
  }
  const told = new Set([...concerned(facts, period), ...facts.filter(isOpen)])
  return {
    lines: grouped(
      facts.filter((fact) => told.has(fact)),
      grouping,
      figuresOf,
    ),
    totals: sum ? figuresOf(facts) : null,
  }
}
