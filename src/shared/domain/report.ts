/** The reports of Insights (RULEBOOK 10, CONTRACT reports.get). */
export const REPORTS = [
  'pipeline',
  'funnel',
  'forecast',
  'outcomes',
  'response',
  'reasons',
  'campaigns',
  'solutions',
  'changes',
] as const
export type Report = (typeof REPORTS)[number]

/** What pipeline and outcomes can be broken down by instead of their own rows. */
export const REPORT_GROUPS = ['type', 'direction', 'country', 'customer'] as const
export type ReportGroup = (typeof REPORT_GROUPS)[number]

/** How the open pipeline moves from one moment to another, in the order a waterfall tells it. */
export const MOVEMENTS = [
  'opening',
  'new',
  'moved-in',
  'pulled-in',
  'value-up',
  'value-down',
  'currency-changed',
  'slipped',
  'moved-out',
  'won',
  'lost',
  'declined',
  'expired',
  'removed',
  'closing',
] as const
export type Movement = (typeof MOVEMENTS)[number]

/** Days an inbound deal waited for its answer, from the first number up to but not including the second (RULEBOOK 10). */
export const ANSWER_BUCKETS = [
  { key: '0-1', fromDays: 0, beforeDays: 2 },
  { key: '2-3', fromDays: 2, beforeDays: 4 },
  { key: '4-5', fromDays: 4, beforeDays: 6 },
  { key: '6-7', fromDays: 6, beforeDays: 8 },
  { key: '8-9', fromDays: 8, beforeDays: 10 },
  { key: '10-11', fromDays: 10, beforeDays: 12 },
  { key: '12-14', fromDays: 12, beforeDays: 14 },
  { key: '14+', fromDays: 14, beforeDays: null },
] as const

/** Months of close a forecast tells one by one after the current one; what closes after them is "later". */
export const FORECAST_MONTHS = 5
