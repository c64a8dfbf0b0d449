import { z } from 'zod'
import { REPORTS, REPORT_GROUPS } from '#shared/domain/report.ts'
import { query } from '../procedure.ts'
import { civilDate, cursor, id, instant, json, limit, money, shortText } from '../values.ts'
import { dealRow } from './deal-views.ts'
import { filters } from './deals.ts'

/**
 * A set of deals: how many, what they are worth in each currency (`counts`: how many deals each of the `values` holds,
 * in their order), and all of it in the home currency by the rates that held on the day of the report. `notPriced` deals
 * have no rate: counted, and not in the converted value. Null where not one could be priced. In a report of changes the
 * values are signed: what the movement adds to the pipeline.
 */
export const figure = z.strictObject({
  count: z.int(),
  values: z.array(money),
  counts: z.array(z.int()),
  converted: z.strictObject({ value: money, notPriced: z.int(), ratesAsOf: civilDate.nullable() }).nullable(),
})
export type FigureView = z.output<typeof figure>

/**
 * One line of a report. `group` says what the line is about, as data. `measures` are plain numbers with their unit in
 * the name (`…Ms` milliseconds, `…Rate` a share, 1 is all); null where there is nothing to divide by.
 */
export const reportRow = z.strictObject({
  key: z.string(),
  group: z.record(z.string(), json),
  figures: z.record(z.string(), figure),
  measures: z.record(z.string(), z.number().nullable()),
})
export type ReportRow = z.output<typeof reportRow>

const asked = {
  report: z.enum(REPORTS),
  from: civilDate.optional(),
  to: civilDate.optional(),
  asOf: instant.optional(),
  filters: filters.optional(),
  groupBy: z.enum(REPORT_GROUPS).optional(),
}

export const reports = {
  /**
   * One report of Insights (RULEBOOK 10). `from` and `to` are calendar days of where the person is, both included; by
   * default this month and the two before it. `asOf`: the same report as it would have been at that instant, from the
   * event log (only the words of `filters.text` are looked up in what deals say now, and rates are those of the profile
   * now). Open means received or accepted; a deal that came closed from a file has no times and never waited for us.
   *
   * Lines, figures and measures of each:
   * - `pipeline`: open deals now, a line for each ladder and board column, `{family, column, percent}`: `deals`,
   *   `weighted` (value × percent of the stage), `overdue` (accepted, close date passed); `completeRate`, the share that
   *   is not overdue. Totals the same.
   * - `funnel`: what came or was created in the period and how far it has come, `{stage}` of received, accepted and the
   *   rungs 1 to 5 of the ladder: `deals`; `passedRate`, the share of the line before.
   * - `forecast`: open deals by month of close, `{month: "2026-12"|null, overdue: boolean}`: `deals`, `weighted`,
   *   `overdue`. Months that have passed stand first where they hold deals, then this one, five more, and `later`.
   * - `outcomes`: by month of the period, `{month}`: `entered` (inbound accepted and outbound created), `won`, `lost`,
   *   `declined`, `expired`, `microsoftAsked` and `microsoftAccepted` (of what we created); `winRate` is won / entered of
   *   the same period, so more than 1 can happen; `wonMeanMs` from the arrival or creation to won.
   * - `response`: inbound deals that were answered or ran out in the period, by days they waited,
   *   `{fromDays, beforeDays}`: `answered`, `accepted`, `declined`, `expired`; `shareRate`. Totals also `waiting` (not
   *   answered yet, whenever they came), `acceptanceRate` accepted / (accepted + declined + expired), `expiredRate`
   *   expired / (declined + expired), `medianMs` and `meanMs` of the answers.
   * - `reasons`: `{outcome: "declined"|"lost", reason}`, most frequent first: `deals`; `shareRate` of the outcome.
   *   Totals: `declined`, `lost`.
   * - `campaigns`: `{campaignId}` and `solutions`: `{solutionId, name}`, null for deals with none: `entered`, `won`,
   *   `lost`, `open`; `winRate`, `wonMeanMs`. A deal with several solutions counts under each: their totals are null.
   * - `changes`: how the open pipeline came from the morning of `from` to the evening of `to` (or now), `{movement}`:
   *   `deals` signed, and `value`, what those deals are worth. In each currency, opening and all movements add up to
   *   closing. Where filters narrow the close date, moving it out of or into them is `slipped` and `pulled-in` and moves
   *   the pipeline; otherwise they only tell of deals whose close date left the period or came into it. `moved-in` and
   *   `moved-out` come from the other filters, `removed` deals were taken back.
   *
   * `groupBy` breaks pipeline and outcomes down by something else: `{type}`, `{direction}`, `{country}` or
   * `{customerId, name}`. Errors: INVALID_INPUT where `from` is after `to`, for more than 50 years, and for a `groupBy` of
   * other reports.
   */
  'reports.get': query(
    z.strictObject(asked),
    z.strictObject({
      report: z.enum(REPORTS),
      from: civilDate,
      to: civilDate,
      asOf: instant,
      rows: z.array(reportRow),
      totals: reportRow.omit({ key: true, group: true }).nullable(),
    }),
  ),
  /**
   * The deals behind one figure of a report: the same input, the key of its line (null: the totals) and the name of the
   * figure. Newest first, as they are now; `gone` names those that were taken back since, shown as they were. Errors:
   * those of `reports.get`, NOT_FOUND for a line or figure the report does not have.
   */
  'reports.deals': query(
    z.strictObject({
      ...asked,
      row: z.string().max(500).nullable(),
      figure: shortText,
      cursor: cursor.optional(),
      limit: limit.optional(),
    }),
    z.strictObject({
      rows: z.array(dealRow),
      nextCursor: cursor.nullable(),
      count: z.int(),
      gone: z.array(id<'deal'>()),
    }),
  ),
}
