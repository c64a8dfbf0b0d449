import type { ReportRow } from '#shared/ipc/contract/reports.ts'
import type { ReportView, Say } from './spelling.ts'

/** A part of a report with a chart and a table of its own. `rows`: some of its lines; without them all. */
export interface ReportSection {
  readonly key: string
  readonly title: string
  readonly about: string
  readonly rows?: readonly ReportRow[]
}

/** What the lines of a report are about of themselves, where they can be broken down by something else. */
export const ownGroup = (report: ReportView['report']): 'stage' | 'month' | null =>
  report === 'pipeline' ? 'stage' : report === 'outcomes' ? 'month' : null

/** The parts of a report: declines and losses have their reasons apart, every other report is one. */
export function sectionsOf(view: ReportView, { t, format, groups }: Say): readonly ReportSection[] {
  const { report } = view
  if (report === 'reasons') {
    return (['declined', 'lost'] as const).map((outcome) => ({
      key: outcome,
      title: t(`insights.titles.${outcome}`),
      about: t(`insights.about.${outcome}`),
      rows: view.rows.filter(({ group }) => group['outcome'] === outcome),
    }))
  }
  const group = t(`insights.groups.${groups?.[report] ?? ownGroup(report) ?? 'stage'}`)
  const about = t(`insights.about.${report}`, {
    group,
    from: format.date(view.from),
    to: format.date(view.to),
  })
  return [{ key: report, title: t(`insights.titles.${report}`), about }]
}

/** Reports of the moment they are seen from: days have nothing to say there. */
export const isOfMoment = (report: ReportView['report']): boolean =>
  report === 'pipeline' || report === 'forecast'
