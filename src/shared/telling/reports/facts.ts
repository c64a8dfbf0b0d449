import type { FigureView } from '#shared/ipc/contract/reports.ts'
import {
  type ReportView,
  type Say,
  amountText,
  durationText,
  moneyText,
  notPricedOf,
  shareText,
  signedText,
  worthOf,
} from './spelling.ts'

/** A piece of a sentence; with a figure it is a number that opens its deals. */
export interface Piece {
  readonly text: string
  readonly opens?: {
    readonly view: ReportView
    readonly row: string | null
    readonly figure: string
    readonly name: string
  }
}
/** A large number, and what stands under it. */
export interface Fact {
  readonly key: string
  readonly label: string
  readonly value: string
  readonly pieces: readonly Piece[]
}

type Counted = 'deals' | 'won' | 'entered' | 'accepted' | 'declined' | 'expired' | 'asked' | 'said'

const figureOf = (view: ReportView, name: string, row: string | null = null): FigureView =>
  (row === null ? view.totals : view.rows.find(({ key }) => key === row))!.figures[name]!

/** "9 won": opens them, where there are any. */
function counted(
  view: ReportView,
  { t }: Say,
  as: Counted,
  figure: string,
  row: string | null = null,
  name = '',
): Piece {
  const { count } = figureOf(view, figure, row)
  const text = t(`insights.figures.count.${as}`, { count })
  return count === 0 ? { text } : { text, opens: { view, row, figure, name: name || text } }
}
const comma = ({ t }: Say): Piece => ({ text: t('common.comma') })
/** How many deals a converted sum leaves out, beside the sum itself. */
function leftOut(view: ReportView, say: Say, figure: string, row: string | null = null): Piece[] {
  const count = notPricedOf(figureOf(view, figure, row), say.unit)
  return count === 0 ? [] : [comma(say), { text: say.t('insights.currency.leftOut', { count }) }]
}

const openFact = (view: ReportView, say: Say, changes?: ReportView): Fact => ({
  key: 'open',
  label: say.t('insights.figures.open'),
  value: moneyText(worthOf(figureOf(view, 'deals'), say.unit), say),
  pieces: [
    counted(view, say, 'deals', 'deals', null, say.t('insights.figures.open')),
    ...leftOut(view, say, 'deals'),
    ...(changes ? [comma(say), compared(changes, say)] : []),
  ],
})

function compared(changes: ReportView, say: Say): Piece {
  const { t, format, unit } = say
  const [before, now] = ['opening', 'closing'].map((row) => worthOf(figureOf(changes, 'deals', row), unit))
  const date = format.date(changes.from)
  const more = (now?.amount ?? 0) - (before?.amount ?? 0)
  if (more === 0) return { text: t('insights.figures.same', { date }) }
  const amount = amountText({ amount: Math.abs(more), currency: unit.currency }, { ...say, isShort: true })
  return { text: t(more > 0 ? 'insights.figures.more' : 'insights.figures.less', { amount, date }) }
}

const weightedFact = (view: ReportView, say: Say): Fact => ({
  key: 'weighted',
  label: say.t('insights.figures.weighted'),
  value: moneyText(worthOf(figureOf(view, 'weighted'), say.unit), say),
  pieces: [{ text: say.t('insights.figures.weightedText') }],
})

const winFact = (view: ReportView, say: Say): Fact => ({
  key: 'winRate',
  label: say.t('insights.figures.winRate'),
  value: shareText(view.totals!.measures['winRate'], say),
  pieces: [counted(view, say, 'won', 'won'), comma(say), counted(view, say, 'entered', 'entered')],
})

const acceptanceFact = (view: ReportView, say: Say): Fact => ({
  key: 'acceptance',
  label: say.t('insights.figures.acceptance'),
  value: shareText(view.totals!.measures['acceptanceRate'], say),
  pieces: [
    counted(view, say, 'accepted', 'accepted'),
    comma(say),
    counted(view, say, 'declined', 'declined'),
  ],
})

const answerFact = (view: ReportView, say: Say): Fact => ({
  key: 'answer',
  label: say.t('insights.figures.answer'),
  value: durationText(view.totals!.measures['medianMs'], say),
  pieces: [
    {
      text: say.t('insights.figures.answerMean', {
        mean: durationText(view.totals!.measures['meanMs'], say),
      }),
    },
    comma(say),
    counted(view, say, 'expired', 'expired'),
  ],
})

/** Value and number of one figure of the totals. */
const worthFact = (
  view: ReportView,
  say: Say,
  key: 'won' | 'lost' | 'declined' | 'overdue' | 'entered',
): Fact => ({
  key,
  label: say.t(`insights.figures.${key}`),
  value: moneyText(worthOf(figureOf(view, key), say.unit), say),
  pieces: [
    counted(view, say, 'deals', key, null, say.t(`insights.figures.${key}`)),
    ...leftOut(view, say, key),
  ],
})

const wonMeanFact = (view: ReportView, say: Say): Fact => ({
  key: 'wonMean',
  label: say.t('insights.figures.wonMean'),
  value: durationText(view.totals!.measures['wonMeanMs'], say),
  pieces: [{ text: say.t('insights.figures.wonMeanText') }],
})

function microsoftFact(view: ReportView, say: Say): Fact {
  const [asked, said] = ['microsoftAsked', 'microsoftAccepted'].map((name) => figureOf(view, name).count)
  return {
    key: 'microsoft',
    label: say.t('insights.figures.microsoft'),
    value: shareText(asked === 0 ? null : said! / asked!, say),
    pieces: [
      counted(view, say, 'said', 'microsoftAccepted'),
      comma(say),
      counted(view, say, 'asked', 'microsoftAsked'),
    ],
  }
}

function stockFact(view: ReportView, say: Say, row: 'opening' | 'closing'): Fact {
  const label = say.t(`insights.figures.${row}`, {
    date: say.format.date(row === 'opening' ? view.from : view.to),
  })
  return {
    key: row,
    label,
    value: moneyText(worthOf(figureOf(view, 'deals', row), say.unit), say),
    pieces: [counted(view, say, 'deals', 'deals', row, label), ...leftOut(view, say, 'deals', row)],
  }
}
function changeFact(view: ReportView, say: Say): Fact {
  const { unit, t } = say
  const [before, now] = ['opening', 'closing'].map((row) => worthOf(figureOf(view, 'deals', row), unit))
  const change = { amount: (now?.amount ?? 0) - (before?.amount ?? 0), currency: unit.currency }
  const text = before === null || now === null ? t('insights.unknown') : signedText(change, say)
  return {
    key: 'change',
    label: t('insights.figures.change'),
    value: text,
    pieces: [{ text: unit.currency }],
  }
}

function responseFacts(view: ReportView, say: Say): Fact[] {
  const { t, format } = say
  const waiting = figureOf(view, 'waiting').count
  return [
    acceptanceFact(view, say),
    answerFact(view, say),
    {
      key: 'expiredRate',
      label: t('insights.figures.expiredRate'),
      value: shareText(view.totals!.measures['expiredRate'], say),
      pieces: [{ text: t('insights.figures.expiredRateText') }],
    },
    {
      key: 'waiting',
      label: t('insights.figures.waiting'),
      value: format.number(waiting),
      pieces: [
        {
          ...counted(view, say, 'deals', 'waiting', null, t('insights.figures.waiting')),
          text: t('insights.figures.waitingText'),
        },
      ],
    },
  ]
}

const completeFact = (view: ReportView, say: Say): Fact => ({
  key: 'complete',
  label: say.t('insights.figures.complete'),
  value: shareText(view.totals!.measures['completeRate'], say),
  pieces: [{ text: say.t('insights.figures.completeText') }],
})

/** The large numbers over one report. */
export function factsOf(view: ReportView, say: Say): readonly Fact[] {
  switch (view.report) {
    case 'pipeline':
      return [
        openFact(view, say),
        weightedFact(view, say),
        worthFact(view, say, 'overdue'),
        completeFact(view, say),
      ]
    case 'forecast':
      return [openFact(view, say), weightedFact(view, say), worthFact(view, say, 'overdue')]
    case 'outcomes':
      return [
        worthFact(view, say, 'won'),
        winFact(view, say),
        wonMeanFact(view, say),
        worthFact(view, say, 'lost'),
        microsoftFact(view, say),
      ]
    case 'response':
      return responseFacts(view, say)
    case 'reasons':
      return [worthFact(view, say, 'declined'), worthFact(view, say, 'lost')]
    case 'campaigns':
      return [
        worthFact(view, say, 'entered'),
        worthFact(view, say, 'won'),
        winFact(view, say),
        wonMeanFact(view, say),
      ]
    case 'changes':
      return [stockFact(view, say, 'opening'), changeFact(view, say), stockFact(view, say, 'closing')]
    case 'funnel':
    case 'solutions':
      return []
  }
}

/** The large numbers over everything. */
export const overviewFacts = (
  views: Readonly<Record<'pipeline' | 'outcomes' | 'response' | 'changes', ReportView>>,
  say: Say,
): readonly Fact[] => [
  openFact(views.pipeline, say, views.changes),
  weightedFact(views.pipeline, say),
  winFact(views.outcomes, say),
  acceptanceFact(views.response, say),
  answerFact(views.response, say),
]
