import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Currency } from '#shared/domain/money.ts'
import type { Report, ReportGroup } from '#shared/domain/report.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { useApplication } from '../../../app/application.store.ts'
import { localDay } from '../../../app/local-day.ts'
import { type Filters, withChange } from '#shared/telling/deals/filter-fields.ts'
import { dayAt } from '../past/moment.ts'
import { type Days, type Period, daysOf } from './period.ts'
import type { ReportView, Unit } from '#shared/telling/reports/spelling.ts'

export type Asked = Input<'reports.get'>

/** A figure whose deals are shown beside the report. */
export interface Opened {
  readonly asked: Asked
  readonly row: string | null
  readonly figure: string
  readonly title: string
}

/** What the reports are about, and what of them is open: as it was left, on coming back from a deal as well. */
export const useInsights = defineStore('insights', () => {
  const application = useApplication()
  const period = ref<Period>('months3')
  const chosen = shallowRef<Days | null>(null)
  /** The moment they are seen from, which the address names; null: now. */
  const asOf = ref<Instant | null>(null)
  const filters = ref<Filters>({})
  /** One currency; null: all of them, converted by the person's own rates. Undefined until somebody chooses. */
  const currency = ref<Currency | null>()
  const groups = ref<Readonly<Partial<Record<Report, ReportGroup>>>>({})
  const opened = shallowRef<Opened | null>(null)
  /** What each report answers: its deals are asked for by the same question. */
  const questions = new WeakMap<ReportView, Asked>()

  const unit = computed<Unit>(() => {
    const home = application.homeCurrency
    return currency.value === null
      ? { currency: home, isConverted: true }
      : { currency: currency.value ?? home, isConverted: false }
  })
  /** What to ask for a report, seen from a moment. */
  function askFor(report: Report, nowMs: number): Asked {
    const past = asOf.value
    const { from, to } = daysOf(period.value, past === null ? localDay(nowMs) : dayAt(past), chosen.value)
    const narrowed = unit.value.isConverted
      ? filters.value
      : withChange(filters.value, { currency: unit.value.currency })
    const groupBy = groups.value[report]
    return {
      report,
      from,
      to,
      ...(past === null ? {} : { asOf: past }),
      ...(Object.keys(narrowed).length > 0 ? { filters: narrowed } : {}),
      ...(groupBy ? { groupBy } : {}),
    }
  }
  /** Opens the deals of a number as it is told, whatever has been chosen since. */
  function open(view: ReportView, row: string | null, figure: string, title: string): void {
    const asked = questions.get(view)
    if (asked) opened.value = { asked: { ...asked, from: view.from, to: view.to }, row, figure, title }
  }
  const answered = (view: ReportView, asked: Asked) => questions.set(view, asked)
  return { period, chosen, asOf, filters, currency, groups, opened, unit, askFor, answered, open }
})
