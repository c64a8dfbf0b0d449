import { type ComputedRef, computed, watch } from 'vue'
import type { Report } from '#shared/domain/report.ts'
import { useFormat } from '../../../app/format.ts'
import { type Loaded, useLoaded } from '../../../app/load.ts'
import { localDay } from '../../../app/local-day.ts'
import { useNow } from '../../../app/now.ts'
import { useWords } from '../../../app/words/words.ts'
import { useAppEvent, useClient } from '../../../bridge/provide.ts'
import { useInsights } from './insights.store.ts'
import type { ReportView, Say } from './spelling.ts'

/** How reports are put into words now: language, unit, and how much room there is. */
export function useSay(isShort: boolean): ComputedRef<Say> {
  const { t } = useWords()
  const format = useFormat()
  const insights = useInsights()
  return computed(() => ({ t, format: format.value, unit: insights.unit, isShort }))
}

/** Some reports by what is chosen now, together or not at all; again when that changes, or the deals do. */
export function useReports<R extends Report>(reports: readonly R[]): Loaded<Readonly<Record<R, ReportView>>> {
  const client = useClient()
  const insights = useInsights()
  const now = useNow()
  const loaded = useLoaded(async () => {
    const views = await Promise.all(
      reports.map((report) => client.call('reports.get', insights.askFor(report, now.value))),
    )
    return Object.fromEntries(views.map((view) => [view.report, view])) as Record<R, ReportView>
  })
  watch(
    () => [
      insights.period,
      insights.chosen,
      insights.asOf,
      insights.filters,
      insights.unit,
      insights.groups,
      localDay(now.value),
    ],
    () => void loaded.reload(),
  )
  useAppEvent('deals.changed', () => void loaded.reload())
  useAppEvent('profile.changed', () => void loaded.reload())
  return loaded
}
