import type { reports } from '#shared/ipc/contract/reports.ts'
import type { Handlers } from '../handlers.ts'

// Loaded when somebody first asks: no start waits for it.
export const reportsHandlers: Handlers<keyof typeof reports> = {
  'reports.get': async (context, asked) => (await import('./reports.views.ts')).getReport(context, asked),
  'reports.deals': async (context, asked) =>
    (await import('./reports.views.ts')).getReportDeals(context, asked),
}
