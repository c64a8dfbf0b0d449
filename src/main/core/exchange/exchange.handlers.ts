import type { exchange } from '#shared/ipc/contract/exchange.ts'
import type { Json } from '#shared/errors.ts'
import { USUAL_COLUMNS } from '#shared/domain/export-columns.ts'
import type { Handlers } from '../handlers.ts'
import type { LongTask } from '../jobs/long-task.ts'

export const exchangeHandlers: Handlers<keyof typeof exchange> = {
  'exports.start': async ({ core, now, today }, { selection, columns = USUAL_COLUMNS, locale = 'en' }) => {
    const task: LongTask = { kind: 'export-deals-csv', selection, columns, locale, now, today }
    return { jobId: core.jobs.start('export', 'CSV', (control) => core.ports.runLongTask(task, control)) }
  },
  'imports.preview': async (context, { fileId, options, locale = 'en' }) => ({
    jobId: await context.core.imports.preview(context, fileId, {
      direction: options?.direction ?? 'outbound',
      locale,
    }),
  }),
  'imports.commit': async (context, { importId }) => ({
    jobId: context.core.imports.commit(context, importId),
  }),
  'jobs.get': async ({ core }, { jobId }) => {
    const { error, ...job } = core.jobs.get(jobId)
    return { ...job, error: error && { code: error.code, details: error.details as Json } }
  },
  'jobs.cancel': async ({ core }, { jobId }) => {
    core.jobs.cancel(jobId)
    return {}
  },
}
