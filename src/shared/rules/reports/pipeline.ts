import { FORECAST_MONTHS } from '#shared/domain/report.ts'
import { monthAfter } from '#shared/domain/report-period.ts'
import { BOARD_COLUMNS, FAMILIES, LADDERS } from '#shared/domain/stages.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { type Fact, isOpen, isOverdue } from './fact.ts'
import { type Grouping, grouped } from './grouping.ts'
import { type Line, type Seen, type Table, rate, weightedWorth, worth } from './lines.ts'

const openFigures = (deals: readonly Fact[], today: CivilDate): Pick<Line, 'figures' | 'measures'> => {
  const overdue = deals.filter((fact) => isOverdue(fact, today))
  const running = deals.filter(({ status }) => status === 'accepted')
  return {
    figures: { deals: worth(deals), weighted: weightedWorth(deals), overdue: worth(overdue) },
    measures: { completeRate: rate(running.length - overdue.length, running.length) },
  }
}

/** Open deals by ladder and column of the board, or by another group: value, and value × percent of the stage. */
export function pipeline(facts: readonly Fact[], { today }: Seen, grouping: Grouping | null): Table {
  const open = facts.filter(isOpen)
  const totals = openFigures(open, today)
  if (grouping) {
    return { lines: grouped(open, grouping, (deals) => openFigures(deals, today)), totals }
  }
  const columns = Map.groupBy(open, ({ family, column }) => `${family}:${column}`)
  const lines = FAMILIES.flatMap((family) =>
    BOARD_COLUMNS[family]
      .filter((column) => column !== 'won' && column !== 'lost')
      .map((column): Line => {
        const key = `${family}:${column}`
        const percent = LADDERS[family].find(({ stage }) => stage === column)?.percent ?? 0
        return { key, group: { family, column, percent }, ...openFigures(columns.get(key) ?? [], today) }
      }),
  )
  return { lines, totals }
}

/** Open deals by the month they should close in: months that have passed, this one, the next five, and later. */
export function forecast(facts: readonly Fact[], { today }: Seen): Table {
  const open = facts.filter(isOpen)
  const ahead = Array.from({ length: FORECAST_MONTHS + 1 }, (_, index) =>
    monthAfter(today, index).slice(0, 7),
  )
  const monthOf = ({ closeDate }: Fact): string => {
    const month = closeDate.slice(0, 7)
    return month > ahead.at(-1)! ? 'later' : month
  }
  const months = Map.groupBy(open, monthOf)
  const passed = [...months.keys()].filter((month) => month < ahead[0]!).sort()
  const lines = [...passed, ...ahead, 'later'].map((key): Line => {
    const { figures } = openFigures(months.get(key) ?? [], today)
    return {
      key,
      group: { month: key === 'later' ? null : key, overdue: key < ahead[0]! },
      figures,
      measures: {},
    }
  })
  return { lines, totals: { figures: openFigures(open, today).figures, measures: {} } }
}
