import { type ComputedRef, computed, watch } from 'vue'
import type { Report } from '#shared/domain/report.ts'
import { useFormat } from '../../../app/format.ts'
import { type Loaded, useLoaded } from '../../../app/load.ts'
import { localDay } from '../../../app/local-day.ts'
import { useNow } from '../../../app/now.ts'
import { useWords } from '../../../app/words/words.ts'
import { useAppEvent, useClient } from '../../../bridge/provide.ts'
import { useInsights } from './insights.store.ts'
import type { ReportView, Say, Unit } from '#shared/telling/reports/spelling.ts'

/** Some reports, and what they were asked in: the words around them change when they do, not before. */
export interface Answered<R extends Report> {
  readonly views: Readonly<Record<R, ReportView>>
  readonly unit: Unit
  readonly groups: NonNullable<Say['groups']>
}

/** How answered reports are put into words: in the language now, and in the unit they were asked in. */
export function useSay(
  answered: () => Pick<Answered<never>, 'unit' | 'groups'> | null,
  isShort: boolean,
): ComputedRef<Say> {
  const { t } = useWords()
  const format = useFormat()
  const insights = useInsights()
  return computed(() => {
    const { unit, groups } = answered() ?? insights
    return { t, format: format.value, unit, groups, isShort }
  })
}

/** Some reports by what is chosen now, together or not at all; again when that changes, or the deals do. */
export function useReports<R extends Report>(reports: readonly R[]): Loaded<Answered<R>> {
  const client = useClient()
  const insights = useInsights()
  const now = useNow()
  const loaded = useLoaded(async () => {
    const { unit, groups } = insights
    const views = await Promise.all(
      reports.map(async (report) => {
        const asked = insights.askFor(report, now.value)
        const view = await client.call('reports.get', asked)
        insights.answered(view, asked)
        return [report, view] as const
      }),
    )
    return { views: Object.fromEntries(views) as Record<R, ReportView>, unit, groups }
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
