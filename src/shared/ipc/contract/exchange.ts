import { z } from 'zod'
import { DIRECTIONS } from '#shared/domain/deal.ts'
import { ALL_DIRECTORY_FIELDS, DIRECTORY_FORMATS, TABLE_ENCODINGS } from '#shared/domain/directory-tables.ts'
import { REPORTS, REPORT_GROUPS } from '#shared/domain/report.ts'
import { LOCALES } from '#shared/domain/settings.ts'
import { command, query } from '../procedure.ts'
import { civilDate, currency, id, instant, jobStarted, json, nothing, refusal, shortText } from '../values.ts'
import { filters, SORT_KEYS, TABS } from './deals.ts'
import { EXPORT_COLUMNS } from '#shared/domain/export-columns.ts'
import { ROW_CODES } from './import-codes.ts'

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export const TABLE_FORMATS = ['deals-csv', 'deals-xlsx', 'partner-center-csv', 'partner-center-json'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]
export const EXPORT_FORMATS = [...TABLE_FORMATS, 'deal-sheet', 'report'] as const
/** What a report is written as; deal sheets are documents only. */
export const PAPERS = ['html', 'pdf', 'csv', 'xlsx'] as const
export type Paper = (typeof PAPERS)[number]
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
export const PARTNER_CENTER_FORMATS = ['partner-center-csv', 'partner-center-json'] as const
export type PartnerCenterFormat = (typeof PARTNER_CENTER_FORMATS)[number]
export const IMPORT_FORMATS = [...PARTNER_CENTER_FORMATS, ...DIRECTORY_FORMATS] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

const errorShape = z.strictObject({ code: z.string(), details: json })

/** Which column of a file, by its name of `imports.columns`, fills which field of a directory entry. */
const columnMapping = z.partialRecord(z.enum(ALL_DIRECTORY_FIELDS), shortText)

/** A file looked into, before anything is judged. */
export const fileColumns = z.strictObject({
  name: z.string(),
  /** What its beginning says it is; null where it does not say. */
  recognised: z.enum(IMPORT_FORMATS).nullable(),
  /** The columns of a table of directory entries; null for a file of Partner Center and where nobody said which it is. */
  table: z
    .strictObject({
      format: z.enum(DIRECTORY_FORMATS),
      /** By names that tell them apart, each with up to three different values. */
      columns: z.array(z.strictObject({ name: z.string(), samples: z.array(z.string()) })),
      fields: z.array(z.strictObject({ field: z.enum(ALL_DIRECTORY_FIELDS), required: z.boolean() })),
      /** What is proposed: what was said of such a header before, else what the headers mean. */
      mapping: columnMapping,
      remembered: z.boolean(),
    })
    .nullable(),
})
export type FileColumns = z.output<typeof fileColumns>

/**
 * What an import would do with one row of the file. `line` counts from 1 at the header. Of a directory entry `referralId`
 * is its D-U-N-S number, Partner ID or solution ID, and `customerName` what tells it from others of its name.
 */
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

/** The result of imports.preview, as jobs.get carries it. `duplicates`: rows that look like a deal here, or like another row; entries of the directory never do. */
export const importPreview = z.strictObject({
  importId: id<'import'>(),
  name: z.string(),
  rows: z.int(),
  create: z.int(),
  update: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  warnings: z.int(),
  duplicates: z.int(),
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
 * What an undo of an import does (imports.undoPreview) or did (the result of imports.undo). Deals: how many leave, as the
 * file brought them; how many get back what they had; how many stay, by their first reason, with the first 200 named.
 * `entries`: the same for customers, partners and solutions; one stays that somebody changed since, or that is used.
 */
export const importUndo = z.strictObject({
  batchId: id<'batch'>(),
  leave: z.int(),
  back: z.int(),
  stay: z.strictObject({
    count: z.int(),
    because: z.array(z.strictObject({ reason: refusal, deals: z.int() })),
    rows: z.array(z.strictObject({ dealId: id<'deal'>(), name: z.string(), reasons: z.array(refusal) })),
  }),
  entries: z.strictObject({
    leave: z.int(),
    back: z.int(),
    stay: z.strictObject({
      count: z.int(),
      rows: z.array(
        z.strictObject({
          table: z.enum(['customers', 'partners', 'solutions']),
          id: z.string(),
          name: z.string(),
          why: z.enum(['changed', 'used']),
        }),
      ),
    }),
  }),
})
export type ImportUndo = z.output<typeof importUndo>

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
   * out unless `options.personalData` is true; without `columns` that adds them. `title` names the file of a
   * list, with the day.
   *
   * `deal-sheet` writes a page per deal, at most 500, `report` one report of Insights: `options.report` with `period`,
   * `asOf`, `filters` and `groupBy` as `reports.get` takes them, told in one `currency` and its deals alone, or null (also
   * by default) in all of them converted by the rates. `options.as`: one HTML file with everything in it (by default), a
   * PDF of that where the host has the capability `pdf`, a report also as a table. A report needs no `selection`.
   *
   * Errors: INVALID_INPUT where no column is left, without a selection or report, for a table of deal sheets, for a PDF
   * where none can be made; those of `reports.get`.
   */
  'exports.start': command(
    z.strictObject({
      format: z.enum(EXPORT_FORMATS),
      selection: z
        .union([
          z.strictObject({ ids: z.array(id<'deal'>()).max(10_000) }),
          z.strictObject({
            tab: z.enum(TABS),
            filters: filters.optional(),
            sort: z.strictObject({ by: z.enum(SORT_KEYS), direction: z.enum(['asc', 'desc']) }).optional(),
          }),
        ])
        .optional(),
      title: shortText.optional(),
      columns: z.array(z.enum(EXPORT_COLUMNS)).min(1).max(EXPORT_COLUMNS.length).optional(),
      locale: z.enum(LOCALES).optional(),
      options: z
        .strictObject({
          personalData: z.boolean().optional(),
          as: z.enum(PAPERS).optional(),
          report: z.enum(REPORTS).optional(),
          period: z.strictObject({ from: civilDate.optional(), to: civilDate.optional() }).optional(),
          asOf: instant.optional(),
          filters: filters.optional(),
          groupBy: z.enum(REPORT_GROUPS).optional(),
          currency: currency.nullable().optional(),
        })
        .optional(),
    }),
    jobStarted,
  ),
  /**
   * Looks into an uploaded file: what it is, and for a table of directory entries its columns and what they are taken
   * for, without reading it to its end. `format` says what it is where a person knows better. Errors: NOT_FOUND,
   * INVALID_INPUT with path "file" for what is no such file.
   */
  'imports.columns': query(
    z.strictObject({
      fileId: id<'file'>(),
      format: z.enum(DIRECTORY_FORMATS).optional(),
      encoding: z.enum(TABLE_ENCODINGS).optional(),
    }),
    fileColumns,
  ),
  /**
   * Reads an uploaded file and judges every row; changes nothing. `mapping` and `encoding` are of directory tables: a
   * mapping given is taken as it is, and kept for files of the same header once they are imported; without one the
   * proposed one counts. Errors: NOT_FOUND; INVALID_INPUT where a mapping names a field of another kind of entry; a
   * column that is missing fails the job with path "mapping".
   */
  'imports.preview': command(
    z.strictObject({
      fileId: id<'file'>(),
      format: z.enum(IMPORT_FORMATS),
      mapping: columnMapping.optional(),
      options: z
        .strictObject({
          direction: z.enum(DIRECTIONS).optional(),
          encoding: z.enum(TABLE_ENCODINGS).optional(),
        })
        .optional(),
      locale: z.enum(LOCALES).optional(),
    }),
    jobStarted,
  ),
  /** Carries a previewed import out, in one transaction. Errors: NOT_FOUND. */
  'imports.commit': command(z.strictObject({ importId: id<'import'>() }), jobStarted),
  /** What `imports.undo` would do now; changes nothing. Errors: NOT_FOUND, CLOCK_UNCERTAIN as for `deals.undo`. */
  'imports.undoPreview': query(z.strictObject({ batchId: id<'batch'>() }), importUndo),
  /**
   * Takes back all an import did, in one transaction: what `deals.undo` of its batch does, as a job that tells how far
   * it is and can be cancelled. There is no redo: the file can be imported again. Errors: NOT_FOUND; of the job
   * CLOCK_UNCERTAIN.
   */
  'imports.undo': command(z.strictObject({ batchId: id<'batch'>() }), jobStarted),
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
