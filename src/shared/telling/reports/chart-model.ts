import type { ReportRow } from '#shared/ipc/contract/reports.ts'
import { type ReportView, type Say, rowLabel, signedText, amountText, unitsOf, worthOf } from './spelling.ts'
import { shownRows } from './tables.ts'

/** How a bar is drawn: the figure asked for, the rest of the same bar, what is grey, and what takes away. */
export type Look = 'main' | 'rest' | 'plain' | 'hatch'

export interface Series {
  readonly name: string
  readonly look: Look
}
/** One bar, in as many parts as there are series. A part opens the deals of its figure. */
export interface Bar {
  readonly key: string
  readonly label: string
  readonly parts: readonly number[]
  readonly figures: readonly string[]
  readonly text: string
  readonly look?: Look
  /** Where it begins, if not at 0. */
  readonly base?: number
}
/** What a chart shows, before anything is drawn. */
export interface Chart {
  readonly shape: 'columns' | 'bars' | 'waterfall'
  readonly series: readonly Series[]
  readonly bars: readonly Bar[]
  readonly isMoney: boolean
  /** How many bars more there are in the table. */
  readonly left: number
}

/** More bars than this are no picture any more. */
const MOST_BARS = 12

type Part = readonly [figure: string, number: (row: ReportRow) => number]

const counted = (...figures: string[]): Part[] =>
  figures.map((figure) => [figure, ({ figures: told }) => told[figure]!.count])

const unitsIn = (row: ReportRow, figure: string, { unit }: Say): number => {
  const worth = worthOf(row.figures[figure]!, unit)
  return worth === null ? 0 : unitsOf(worth)
}

function stacked(
  view: ReportView,
  say: Say,
  chart: {
    readonly shape: Chart['shape']
    readonly series: readonly Series[]
    readonly parts: readonly Part[]
    readonly rows?: readonly ReportRow[]
    readonly looks?: (row: ReportRow) => Look
    readonly isMoney?: boolean
  },
): Chart {
  const { shape, series, parts, looks, isMoney = false } = chart
  const rows = chart.rows ?? shownRows(view)
  const isAxis = shape === 'columns'
  const textOf = (numbers: readonly number[]) => {
    const sum = numbers.reduce((all, number) => all + number, 0)
    if (sum === 0 && (isMoney || isAxis)) return ''
    return isMoney ? compact(sum, say) : say.format.number(sum)
  }
  const bars = rows.slice(0, MOST_BARS).map((row): Bar => {
    const numbers = parts.map(([, number]) => number(row))
    return {
      key: row.key,
      label: rowLabel(view, row, { ...say, isShort: false }, isAxis),
      parts: numbers,
      figures: parts.map(([figure]) => figure),
      text: textOf(numbers),
      ...(looks ? { look: looks(row) } : {}),
    }
  })
  return { shape, series, bars, isMoney, left: rows.length - bars.length }
}

/** Whole units of the currency, in short. */
export const compact = (units: number, { format, unit: { currency } }: Say): string => {
  const value = { amount: units * (1 / unitsOf({ amount: 1, currency })), currency }
  return format.compactAmount(value.amount, currency)
}

/** Weighted value and the rest of it. */
const weighted = (say: Say): Part[] => [
  ['weighted', (row) => unitsIn(row, 'weighted', say)],
  ['deals', (row) => unitsIn(row, 'deals', say) - unitsIn(row, 'weighted', say)],
]

function waterfall(view: ReportView, say: Say): Chart {
  const { t, unit } = say
  let level = 0
  const bars: Bar[] = []
  for (const row of view.rows) {
    const isStock = row.key === 'opening' || row.key === 'closing'
    const worth = worthOf(row.figures['deals']!, unit)
    const units = worth === null ? 0 : unitsOf(worth)
    if (!isStock && units === 0) continue
    const after = isStock ? units : level + units
    bars.push({
      key: row.key,
      label: rowLabel(view, row, say, true),
      parts: [isStock ? units : Math.abs(units)],
      figures: ['deals'],
      text: isStock
        ? amountText(worth, { ...say, isShort: true })
        : signedText(worth, { ...say, isShort: true }),
      look: isStock ? 'plain' : units > 0 ? 'main' : 'hatch',
      base: isStock ? 0 : Math.min(level, after),
    })
    level = after
  }
  const series: Series[] = [
    { name: t('insights.legend.adds'), look: 'main' },
    { name: t('insights.legend.takes', { currency: unit.currency }), look: 'hatch' },
  ]
  return { shape: 'waterfall', series, bars, isMoney: true, left: 0 }
}

/** The chart of a report, or of some of its lines. */
export function chartOf(view: ReportView, say: Say, rows?: readonly ReportRow[]): Chart {
  const { t, unit } = say
  const some = rows ? { rows } : {}
  const { currency } = unit
  switch (view.report) {
    case 'funnel':
      return stacked(view, say, {
        shape: 'bars',
        series: [{ name: t('insights.legend.deals'), look: 'main' }],
        parts: counted('deals'),
        looks: ({ key }) =>
          key === 'won' ? 'main' : key === 'received' || key === 'accepted' ? 'plain' : 'rest',
      })
    case 'pipeline':
    case 'forecast':
      return stacked(view, say, {
        shape: view.report === 'forecast' ? 'columns' : 'bars',
        series: [
          { name: t('insights.legend.weighted'), look: 'main' },
          { name: t('insights.legend.rest', { currency }), look: 'rest' },
        ],
        parts: weighted(say),
        isMoney: true,
      })
    case 'outcomes':
      return stacked(view, say, {
        shape: view.rows.every(({ group }) => 'month' in group) ? 'columns' : 'bars',
        series: [
          { name: t('insights.legend.won'), look: 'main' },
          { name: t('insights.legend.lost'), look: 'rest' },
          { name: t('insights.legend.over'), look: 'plain' },
        ],
        parts: [
          ...counted('won', 'lost'),
          ['declined', ({ figures }) => figures['declined']!.count + figures['expired']!.count],
        ],
      })
    case 'response':
      return stacked(view, say, {
        shape: 'columns',
        series: [
          { name: t('insights.legend.answered'), look: 'main' },
          { name: t('insights.legend.expired'), look: 'plain' },
        ],
        parts: counted('answered', 'expired'),
      })
    case 'reasons':
      return stacked(view, say, {
        shape: 'bars',
        series: [{ name: t('insights.legend.deals'), look: 'main' }],
        parts: counted('deals'),
        ...some,
      })
    case 'campaigns':
    case 'solutions':
      return stacked(view, say, {
        shape: 'bars',
        series: [
          { name: t('insights.legend.wonValue', { currency }), look: 'main' },
          { name: t('insights.legend.openValue', { currency }), look: 'rest' },
        ],
        parts: [
          ['won', (row) => unitsIn(row, 'won', say)],
          ['open', (row) => unitsIn(row, 'open', say)],
        ],
        isMoney: true,
      })
    case 'changes':
      return waterfall(view, say)
  }
}

/** A chart in a sentence, for whoever hears it. */
export function described({ bars }: Chart, title: string, { t, format }: Say): string {
  const rows = format.list(bars.map(({ label, text }) => `${label} ${text || format.number(0)}`))
  return t('insights.chart', { title, rows })
}
