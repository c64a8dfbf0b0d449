import { z } from 'zod'
import { DIRECTIONS } from '#shared/domain/deal.ts'
import { LOCALES } from '#shared/domain/settings.ts'
import { command, query } from '../procedure.ts'
import { id, jobStarted, json, nothing, shortText } from '../values.ts'
import { filters, SORT_KEYS, TABS } from './deals.ts'
import { EXPORT_COLUMNS } from '#shared/domain/export-columns.ts'
import { ROW_CODES } from './import-codes.ts'

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export const EXPORT_FORMATS = [
  'deals-csv',
  'deals-xlsx',
  'partner-center-csv',
  'partner-center-json',
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
export const IMPORT_FORMATS = ['partner-center-csv', 'partner-center-json'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

const errorShape = z.strictObject({ code: z.string(), details: json })

/** What an import would do with one row of the file. `line` counts from 1 at the header. */
export const importRow = z.strictObject({
  line: z.int(),
  referralId: z.string(),
  name: z.string(),
  customerName: z.string(),
  verdict: z.enum(['create', 'update', 'unchanged', 'refused']),
  reasons: z.array(
    z.strictObject({ code: z.enum(ROW_CODES), column: z.string().nullable(), value: z.string() }),
  ),
  warnings: z.array(
    z.strictObject({ code: z.enum(ROW_CODES), column: z.string().nullable(), value: z.string() }),
  ),
  changes: z.array(z.string()),
})
export type ImportRowView = z.output<typeof importRow>

/** The result of imports.preview, as jobs.get carries it. */
export const importPreview = z.strictObject({
  importId: id<'import'>(),
  name: z.string(),
  rows: z.int(),
  create: z.int(),
  update: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  warnings: z.int(),
  sample: z.array(importRow),
  errorsFileId: id<'file'>().nullable(),
})
export type ImportPreview = z.output<typeof importPreview>

/** The result of imports.commit. */
export const importCommitted = z.strictObject({
  batchId: id<'batch'>(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
})
export type ImportCommitted = z.output<typeof importCommitted>

/**
 * The result of an export: one file. `people` counts those whose names, phones or e-mails are in it; `files` how many
 * files a zip holds, 1 where it is none.
 */
export const exported = z.strictObject({
  fileId: id<'file'>(),
  name: z.string(),
  bytes: z.int(),
  rows: z.int(),
  people: z.int(),
  files: z.int(),
})
export type Exported = z.output<typeof exported>

export const exchange = {
  /**
   * Starts writing a list to a file: exactly the rows, order and columns asked for. Columns of personal data are left
   * out unless `options.personalData` is true; without `columns` that adds them. Errors: INVALID_INPUT where no column
   * is left.
   */
  'exports.start': command(
    z.strictObject({
      format: z.enum(EXPORT_FORMATS),
      selection: z.union([
        z.strictObject({ ids: z.array(id<'deal'>()).max(10_000) }),
        z.strictObject({
          tab: z.enum(TABS),
          filters: filters.optional(),
          sort: z.strictObject({ by: z.enum(SORT_KEYS), direction: z.enum(['asc', 'desc']) }).optional(),
        }),
      ]),
      columns: z.array(z.enum(EXPORT_COLUMNS)).min(1).max(EXPORT_COLUMNS.length).optional(),
      locale: z.enum(LOCALES).optional(),
      options: z.strictObject({ personalData: z.boolean().optional() }).optional(),
    }),
    jobStarted,
  ),
  /** Reads an uploaded file and judges every row; changes nothing. Errors: NOT_FOUND. */
  'imports.preview': command(
    z.strictObject({
      fileId: id<'file'>(),
      format: z.enum(IMPORT_FORMATS),
      options: z.strictObject({ direction: z.enum(DIRECTIONS).optional() }).optional(),
      locale: z.enum(LOCALES).optional(),
    }),
    jobStarted,
  ),
  /** Carries a previewed import out, in one transaction. Errors: NOT_FOUND. */
  'imports.commit': command(z.strictObject({ importId: id<'import'>() }), jobStarted),
  /** Where a job stands. `done` and `total` count rows. Errors: NOT_FOUND. */
  'jobs.get': query(
    z.strictObject({ jobId: id<'job'>() }),
    z.strictObject({
      jobId: id<'job'>(),
      kind: z.string(),
      name: shortText,
      state: z.enum(JOB_STATES),
      done: z.int(),
      total: z.int().nullable(),
      result: json.nullable(),
      error: errorShape.nullable(),
    }),
  ),
  /** Stops a job; what it had begun is undone. A finished one stays as it is. Errors: NOT_FOUND. */
  'jobs.cancel': command(z.strictObject({ jobId: id<'job'>() }), nothing),
}
