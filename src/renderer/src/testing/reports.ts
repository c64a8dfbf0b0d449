import type { Currency } from '#shared/domain/money.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { FigureView, ReportRow } from '#shared/ipc/contract/reports.ts'
import { NOW } from './deals.ts'

type ReportView = Output<'reports.get'>

/** So many deals worth so much in euros. */
export const euros = (count: number, units: number): FigureView => ({
  count,
  values: count === 0 ? [] : [{ amount: units * 100, currency: 'EUR' as Currency }],
  counts: count === 0 ? [] : [count],
  converted: { value: { amount: units * 100, currency: 'EUR' as Currency }, notPriced: 0, ratesAsOf: null },
})

/** One line of a report. */
export const reportRow = (
  key: string,
  group: ReportRow['group'],
  figures: ReportRow['figures'],
  measures: ReportRow['measures'] = {},
): ReportRow => ({ key, group, figures, measures })

/** A report of three months. */
export const report = (
  name: ReportView['report'],
  rows: readonly ReportRow[],
  totals: ReportView['totals'] = null,
): ReportView => ({
  report: name,
  from: '2026-09-01' as CivilDate,
  to: '2026-11-24' as CivilDate,
  asOf: NOW,
  rows: [...rows],
  totals,
})
