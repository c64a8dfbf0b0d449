import type { Currency } from '#shared/domain/money.ts'
import type { Locale } from '#shared/domain/settings.ts'
import type { CivilDate, Instant } from '#shared/domain/time.ts'
import type { Asked } from '../reports/reports.service.ts'
import type { Selection } from '../jobs/long-task.ts'

/** A document or table to be written, as plain data. A PDF is printed from the document afterwards. */
export type PaperTask = {
  readonly kind: 'paper'
  readonly locale: Locale
  readonly now: Instant
  readonly today: CivilDate
  /** Whether a PDF is made of it: its pages then have a size. */
  readonly printed: boolean
} & (
  | {
      readonly paper: 'deal-sheet'
      readonly selection: Selection
      readonly personalData: boolean
    }
  | {
      readonly paper: 'report'
      readonly as: 'html' | 'csv' | 'xlsx'
      readonly asked: Asked
      /** The one currency it is told in; null: all, converted into the home currency. */
      readonly currency: Currency | null
    }
)

/** Most deals in one file of sheets: a page each. */
export const MOST_SHEETS = 500
