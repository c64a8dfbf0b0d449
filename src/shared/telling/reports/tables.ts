import type { Money } from '#shared/domain/money.ts'
import type { ReportGroup } from '#shared/domain/report.ts'
import type { ReportRow } from '#shared/ipc/contract/reports.ts'
import {
  type ReportView,
  type Say,
  amountText,
  durationText,
  rowLabel,
  shareText,
  signedText,
  unitName,
  worthOf,
} from './spelling.ts'

/** One place of a table. With a figure, its number opens the deals it counts. */
export interface Cell {
  readonly text: string
  readonly figure?: string
  readonly count?: number
  /** The number behind the text, for tables that calculate: money, a share (1 is all), milliseconds. */
  readonly raw?: Money | number | null
}
export type ColumnKind = 'count' | 'money' | 'share' | 'duration'
/** One line; the key of the totals is null. */
export interface Line {
  readonly key: string | null
  readonly label: string
  readonly cells: readonly Cell[]
  /** What all the others come to. */
  readonly isSum?: boolean
}
/** A report as a table: the first column names the lines. */
export interface Table {
  readonly columns: readonly string[]
  /** What each column after the first holds. */
  readonly kinds: readonly ColumnKind[]
  readonly lines: readonly Line[]
  readonly total: Line | null
}

type Told = Pick<ReportRow, 'figures' | 'measures'>
interface Column {
  readonly head: string
  readonly kind: ColumnKind
  readonly cell: (told: Told, say: Say) => Cell
  /** Left out where there is little room. */
  readonly isExtra?: boolean
}

const count = (head: string, figure: string): Column => ({
  head,
  kind: 'count',
  cell: ({ figures }, { format }) => {
    const number = figures[figure]!.count
    return { text: format.number(number), figure, count: number }
  },
})
const worth = (head: string, figure: string): Column => ({
  head,
  kind: 'money',
  cell: ({ figures }, say) => {
    const raw = worthOf(figures[figure]!, say.unit)
    return { text: amountText(raw, say), raw }
  },
})
const share = (head: string, measure: string): Column => ({
  head,
  kind: 'share',
  cell: ({ measures }, say) => ({ text: shareText(measures[measure], say), raw: measures[measure] ?? null }),
})
const duration = (head: string, measure: string): Column => ({
  head,
  kind: 'duration',
  cell: ({ measures }, say) => ({
    text: durationText(measures[measure], say),
    raw: measures[measure] ?? null,
  }),
})
const extra = (column: Column): Column => ({ ...column, isExtra: true })

/** The head of the first column, and the others. */
function columnsOf({ report }: ReportView, say: Say): readonly [string, ...Column[]] {
  const { t } = say
  const unit = unitName(say)
  const by = say.groups?.[report]
  const name = (key: Parameters<typeof columnName>[1]) => columnName(t, key)
  const won = worth(t('insights.columns.wonValue', { currency: unit }), 'won')
  const winning = [share(name('winRate'), 'winRate'), duration(name('wonMean'), 'wonMeanMs')]
  const open = [
    count(name('deals'), 'deals'),
    worth(unit, 'deals'),
    worth(name('weighted'), 'weighted'),
    extra(count(name('overdue'), 'overdue')),
  ]
  switch (report) {
    case 'funnel':
      return [
        name('reached'),
        count(name('deals'), 'deals'),
        worth(unit, 'deals'),
        share(name('passed'), 'passedRate'),
      ]
    case 'pipeline':
      return [name(by ?? 'stage'), ...open]
    case 'forecast':
      return [name('closes'), ...open]
    case 'outcomes':
      return [
        name(by ?? 'month'),
        count(name('entered'), 'entered'),
        count(name('won'), 'won'),
        won,
        count(name('lost'), 'lost'),
        count(name('declined'), 'declined'),
        count(name('expired'), 'expired'),
        ...winning,
        count(name('asked'), 'microsoftAsked'),
        count(name('said'), 'microsoftAccepted'),
      ]
    case 'response':
      return [
        name('days'),
        count(name('answered'), 'answered'),
        extra(count(name('accepted'), 'accepted')),
        extra(count(name('declined'), 'declined')),
        count(name('expired'), 'expired'),
        share(name('share'), 'shareRate'),
      ]
    case 'reasons':
      return [
        name('reason'),
        count(name('deals'), 'deals'),
        worth(unit, 'deals'),
        share(name('share'), 'shareRate'),
      ]
    case 'campaigns':
    case 'solutions':
      return [
        name(report === 'campaigns' ? 'campaign' : 'solution'),
        count(name('entered'), 'entered'),
        count(name('won'), 'won'),
        won,
        count(name('lost'), 'lost'),
        count(name('open'), 'open'),
        worth(t('insights.columns.openValue', { currency: unit }), 'open'),
        ...winning,
      ]
    case 'changes':
      return [name('movement'), count(name('deals'), 'deals'), moved(unit)]
  }
}

/** What a movement adds; the two ends of the waterfall have no sign. */
const moved = (head: string): Column => ({
  head,
  kind: 'money',
  cell: (told, say) => {
    const value = worthOf(told.figures['deals']!, say.unit)
    const key = (told as Partial<ReportRow>).key
    const isStock = key === 'opening' || key === 'closing'
    return { text: isStock ? amountText(value, say) : signedText(value, say), raw: value }
  },
})
type ColumnName =
  | 'reached'
  | 'deals'
  | 'passed'
  | 'closes'
  | 'weighted'
  | 'overdue'
  | 'stage'
  | 'month'
  | ReportGroup
  | 'entered'
  | 'won'
  | 'lost'
  | 'declined'
  | 'expired'
  | 'open'
  | 'winRate'
  | 'wonMean'
  | 'asked'
  | 'said'
  | 'days'
  | 'answered'
  | 'accepted'
  | 'share'
  | 'reason'
  | 'campaign'
  | 'solution'
  | 'movement'
const columnName = (t: Say['t'], key: ColumnName): string => t(`insights.columns.${key}`)

const counts = ({ figures }: Told): boolean => Object.values(figures).some((figure) => figure.count > 0)
const ALWAYS: ReadonlySet<string> = new Set(['opening', 'new', 'won', 'lost', 'closing'])

/** The lines worth a place: the other ladder and rare movements only where they hold deals. */
export function shownRows(view: ReportView): readonly ReportRow[] {
  const { report, rows } = view
  if (report === 'changes') return rows.filter((row) => ALWAYS.has(row.key) || counts(row))
  if (report !== 'pipeline') return rows
  return rows.filter((row) => row.group['family'] !== 'assessment' || counts(row))
}

/** Whether a report has anything to tell. */
export const isNothing = (view: ReportView, rows: readonly ReportRow[] = view.rows): boolean =>
  !rows.some(counts)

/** A report, or some of its lines, as a table. */
export function tableOf(view: ReportView, say: Say, rows: readonly ReportRow[] = shownRows(view)): Table {
  const [first, ...all] = columnsOf(view, say)
  const columns = say.isShort ? all.filter(({ isExtra }) => !isExtra) : all
  const lineOf = (told: Told, key: string | null, label: string): Line => ({
    key,
    label,
    cells: columns.map(({ cell }) => cell(told, say)),
    ...(key === null || key === 'closing' ? { isSum: true } : {}),
  })
  const hasTotal = view.totals !== null && !['funnel', 'reasons'].includes(view.report)
  return {
    columns: [first, ...columns.map(({ head }) => head)],
    kinds: columns.map(({ kind }) => kind),
    lines: rows.map((row) => lineOf(row, row.key, rowLabel(view, row, say))),
    total: hasTotal ? lineOf(totalsOf(view), null, say.t('insights.total')) : null,
  }
}

/** All of a report holds all of its deals: a share of the whole is 1. */
function totalsOf({ report, totals }: ReportView): Told {
  const { figures, measures } = totals!
  return report === 'response' ? { figures, measures: { ...measures, shareRate: 1 } } : { figures, measures }
}
