import type { Reason } from '#shared/domain/deal.ts'
import { type Currency, type Money, minorDigits } from '#shared/domain/money.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import type { Movement, Report, ReportGroup } from '#shared/domain/report.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { FigureView, ReportRow } from '#shared/ipc/contract/reports.ts'
import type { AnyStage } from '#shared/domain/stages.ts'
import type { Format } from '../format.ts'
import type { Tell } from '../tell.ts'

export type ReportView = Output<'reports.get'>

/** In what money is told: one currency, or all of them converted into it. */
export interface Unit {
  readonly currency: Currency
  readonly isConverted: boolean
}

/** How a report is put into words. `isShort`: sums as "2.6 M", for where there is little room. */
export interface Say {
  readonly t: Tell
  readonly format: Format
  readonly unit: Unit
  readonly isShort: boolean
  /** What a report is broken down by. */
  readonly groups?: Readonly<Partial<Record<Report, ReportGroup>>>
}

/** What a set of deals is worth in the unit; null where nothing of it has a rate. */
export function worthOf(figure: FigureView, { currency, isConverted }: Unit): Money | null {
  if (isConverted) return figure.converted?.value ?? null
  return figure.values.find((value) => value.currency === currency) ?? { amount: 0, currency }
}

/** How many deals have no place in that sum. */
export const notPricedOf = (figure: FigureView, { isConverted }: Unit): number =>
  !isConverted ? 0 : figure.converted ? figure.converted.notPriced : figure.count

/** An amount as a plain number of whole units, for charts. */
export const unitsOf = ({ amount, currency }: Money): number => amount / 10 ** minorDigits(currency)

const rounded = ({ amount, currency }: Money): Money => {
  const one = 10 ** minorDigits(currency)
  return { amount: Math.round(amount / one) * one, currency }
}

/** The amount without its currency, which the head of the column names. */
export function amountText(value: Money | null, { t, format, isShort }: Say): string {
  if (value === null) return t('insights.unknown')
  if (isShort) return format.compactAmount(value.amount, value.currency)
  return format.money(rounded(value)).slice(value.currency.length + 1)
}

/** The same with what it does: adds or takes away. */
export function signedText(value: Money | null, say: Say): string {
  if (value === null || value.amount === 0) return amountText(value, say)
  const size = amountText({ ...value, amount: Math.abs(value.amount) }, say)
  return `${value.amount > 0 ? '+' : '−'}${size}`
}

/** Money with its currency; converted money says that it is about right. */
export function moneyText(value: Money | null, { t, format, unit }: Say): string {
  if (value === null) return t('insights.unknown')
  const amount = format.money(rounded(value))
  return unit.isConverted ? t('insights.currency.amount', { amount }) : amount
}

/** The name of the unit at the head of a column. */
export const unitName = ({ t, unit }: Say): string =>
  unit.isConverted ? t('insights.currency.column', { currency: unit.currency }) : unit.currency

export const shareText = (share: number | null | undefined, { t, format }: Say): string =>
  share === null || share === undefined
    ? t('insights.unknown')
    : t('insights.percent', { value: format.number(Math.round(share * 100)) })

export function durationText(ms: number | null | undefined, { t }: Say): string {
  if (ms === null || ms === undefined) return t('insights.unknown')
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS)
  if (ms >= DAY_MS) return t('insights.duration.days', { days: Math.floor(ms / DAY_MS), hours })
  if (ms >= HOUR_MS) return t('insights.duration.hours', { hours })
  return t('insights.duration.minutes', { minutes: Math.floor(ms / 60_000) })
}

type Group = ReportRow['group']
const text = (group: Group, name: string): string | null => {
  const value = group[name]
  return typeof value === 'string' ? value : null
}

function boardColumn(group: Group, { t }: Say): string {
  const column = text(group, 'column')!
  const named =
    column === 'received' || column === 'created'
      ? t(`insights.columnsOfBoard.${column}`)
      : t(`labels.stage.${column as AnyStage}`)
  return text(group, 'family') === 'assessment' ? t('insights.assessment', { stage: named }) : named
}

const brokenDown: Readonly<Record<ReportGroup, (group: Group, say: Say) => string>> = {
  type: (group, { t }) => t(`labels.type.${text(group, 'type') as 'co-sell'}`),
  direction: (group, { t }) => t(`labels.direction.${text(group, 'direction') as 'inbound'}`),
  country: (group, { format }) => format.country(text(group, 'country')!),
  customer: (group) => text(group, 'name') ?? '',
}
const groupOf = (group: Group): ReportGroup | null =>
  'type' in group
    ? 'type'
    : 'direction' in group
      ? 'direction'
      : 'country' in group
        ? 'country'
        : 'customerId' in group
          ? 'customer'
          : null

function month(group: Group, { t, format, isShort }: Say, isAxis: boolean): string {
  const named = text(group, 'month')
  if (named === null) return t('insights.months.later')
  if (isAxis) return format.shortMonth(named)
  const full = format.month(named)
  return group['overdue'] === true && !isShort ? t('insights.months.overdue', { month: full }) : full
}

function movement(view: ReportView, group: Group, { t, format }: Say, isAxis: boolean): string {
  const name = text(group, 'movement') as Movement
  if (isAxis) return t(`insights.movementsShort.${name}`)
  const date = format.date(name === 'opening' ? view.from : view.to)
  return t(`insights.movements.${name}`, { date })
}

/** What a line of a report is called; on the axis of a chart as short as can be. */
export function rowLabel(view: ReportView, row: ReportRow, say: Say, isAxis = false): string {
  const { t } = say
  const { group } = row
  const breaking = groupOf(group)
  if (breaking) return brokenDown[breaking](group, say)
  switch (view.report) {
    case 'pipeline':
      return boardColumn(group, say)
    case 'funnel': {
      const stage = text(group, 'stage') as AnyStage | 'received'
      if (stage === 'received' && say.isShort) return t('insights.stages.in')
      const isOurs = stage === 'received' || stage === 'accepted' || stage === 'won'
      return isOurs ? t(`insights.stages.${stage}`) : t(`labels.stage.${stage}`)
    }
    case 'forecast':
    case 'outcomes':
      return month(group, say, isAxis)
    case 'response':
      return row.key.replace('-', '–')
    case 'reasons': {
      const reason = text(group, 'reason')
      return reason === null ? t('insights.reasonNone') : t(`labels.reason.${reason as Reason}`)
    }
    case 'campaigns':
      return text(group, 'campaignId') ?? t('insights.campaigns.none')
    case 'solutions':
      if (group['solutionId'] === null) return t('insights.solutions.none')
      return text(group, 'name') ?? t('insights.solutions.gone')
    case 'changes':
      return movement(view, group, say, isAxis)
  }
}
