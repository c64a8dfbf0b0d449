/** The pages of Insights, in the order of their tabs. */
export const REPORT_TABS = [
  'overview',
  'pipeline',
  'forecast',
  'outcomes',
  'response',
  'reasons',
  'campaigns',
  'solutions',
  'changes',
] as const
export type ReportTab = (typeof REPORT_TABS)[number]

/** Pages about the moment they are seen from: days have nothing to say there. */
export const isOfMoment = (tab: ReportTab): boolean => tab === 'pipeline' || tab === 'forecast'

/** The address of a page. */
export const pathOf = (tab: ReportTab): string => (tab === 'overview' ? '/insights' : `/insights/${tab}`)
