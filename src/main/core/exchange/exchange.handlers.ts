import type { exchange } from '#shared/ipc/contract/exchange.ts'
import { type Json, invalidInput } from '#shared/errors.ts'
import {
  type ExportColumn,
  PERSONAL_COLUMNS,
  USUAL_COLUMNS,
  isPersonalColumn,
} from '#shared/domain/export-columns.ts'
import {
  type ImportFormat,
  PARTNER_CENTER_FORMATS,
  type PartnerCenterFormat,
  type TableFormat,
} from '#shared/ipc/contract/exchange.ts'
import type { Handlers } from '../handlers.ts'
import { previewUndo } from '../imports/undo/undo-import.ts'
import type { JobControl } from '../jobs/job-control.ts'
import type { LongTask } from '../jobs/long-task.ts'
import { startPaper } from './start-paper.ts'

const JOB_NAMES: Record<TableFormat, string> = {
  'deals-csv': 'CSV',
  'deals-xlsx': 'XLSX',
  'partner-center-csv': 'Partner Center CSV',
  'partner-center-json': 'Partner Center JSON',
}

/** The columns a table gets: personal data only where it was ticked. Errors: INVALID_INPUT. */
function columnsOf(
  asked: readonly ExportColumn[] | undefined,
  personalData: boolean,
): readonly ExportColumn[] {
  if (personalData) return asked ?? [...USUAL_COLUMNS, ...PERSONAL_COLUMNS]
  const columns = (asked ?? USUAL_COLUMNS).filter((column) => !isPersonalColumn(column))
  if (columns.length === 0) throw invalidInput('columns', 'personal data alone, and it is not ticked')
  return columns
}

const isPartnerCenter = (format: ImportFormat): format is PartnerCenterFormat =>
  (PARTNER_CENTER_FORMATS as readonly string[]).includes(format)

export const exchangeHandlers: Handlers<keyof typeof exchange> = {
  'exports.start': async (context, asked) => {
    const { format, selection, title, columns, locale = 'en', options } = asked
    if (format === 'deal-sheet' || format === 'report')
      return { jobId: await startPaper(context, format, asked) }
    if (!selection) throw invalidInput('selection', 'is needed to know which deals')
    const { core, now, today } = context
    const personalData = options?.personalData ?? false
    const task: LongTask = {
      kind: 'export',
      format,
      selection,
      columns: columnsOf(columns, personalData),
      personalData,
      title: title ?? null,
      locale,
      now,
      today,
    }
    const work = (control: JobControl) => core.ports.runLongTask(task, control)
    return { jobId: core.jobs.start('export', JOB_NAMES[format], work) }
  },
  'imports.columns': (context, { fileId, ...question }) =>
    context.core.imports.columns(context, fileId, question),
  'imports.preview': async (context, { fileId, format, mapping, options, locale = 'en' }) => {
    const { direction = 'outbound', encoding = 'unicode' } = options ?? {}
    if (isPartnerCenter(format)) {
      if (mapping) throw invalidInput('mapping', 'not of a file of Partner Center')
      return { jobId: await context.core.imports.preview(context, fileId, { format, direction, locale }) }
    }
    if (mapping) (await import('../imports/directory/mapping.ts')).checkFields(format, mapping)
    const order = { format, mapping: mapping ?? null, encoding, locale }
    return { jobId: await context.core.imports.preview(context, fileId, order) }
  },
  'imports.commit': async (context, { importId }) => ({
    jobId: context.core.imports.commit(context, importId),
  }),
  'imports.undoPreview': (context, { batchId }) => previewUndo(context, batchId),
  'imports.undo': async (context, { batchId }) => ({
    jobId: await context.core.imports.undo(context, batchId),
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
