import { appendFile } from 'node:fs/promises'
import type { ColumnMapping } from '#shared/domain/directory-tables.ts'
import type { FileId } from '#shared/domain/ids.ts'
import type { ImportPreview } from '#shared/ipc/contract/exchange.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import { PersonalData } from '../../../db/personal-data.ts'
import type { FileStore } from '../../files/file-store.ts'
import { type JobControl, stopIfCancelled } from '../../jobs/job-control.ts'
import type { LongTask } from '../../jobs/long-task.ts'
import { RowTally } from '../row-tally.ts'
import { inBatches } from '../partner-center-csv/batches.ts'
import { ErrorsFile } from '../partner-center-csv/errors-file.ts'
import { type Table, openTable } from '../tables/open-table.ts'
import { SHELVES } from './entries.ts'
import { checkMapping, proposalFor } from './mapping.ts'
import { DirectoryPlanner, refusedRow } from './plan.ts'
import { readDirectoryRow } from './read-row.ts'
import { shownRow } from './shown-row.ts'

export type DirectoryPreviewTask = Extract<LongTask, { kind: 'preview-directory' }>

export interface DirectoryPreviewDeps {
  readonly db: ReadExecutor
  readonly files: FileStore
  readonly newId: () => string
}

/** A preview, and what its commit needs: the readable rows, one JSON line each, and what the columns were taken for. */
export interface DirectoryPreviewResult {
  readonly preview: ImportPreview
  readonly stagedFileId: FileId
  readonly readable: number
  readonly columns: readonly string[]
  readonly mapping: ColumnMapping
}

/** Reads a table of directory entries and judges every row; changes nothing. Errors: INVALID_INPUT, CANCELLED. */
export async function previewDirectory(
  task: DirectoryPreviewTask,
  deps: DirectoryPreviewDeps,
  control: JobControl,
): Promise<DirectoryPreviewResult> {
  const source = await deps.files.get(task.fileId)
  const table = await openTable(source.path, task.encoding)
  const { columns } = table
  const mapping = task.mapping ?? (await proposalFor(deps.db, task.format, columns)).mapping
  checkMapping(task.format, columns, mapping)
  const staged = await deps.files.draft('staged-import.jsonl')
  const errorsDraft = await deps.files.draft(`errors-${source.name}`)
  try {
    const errors = await ErrorsFile.create(errorsDraft.path, table.header, task.locale)
    const work = { table, mapping, errors, stagedPath: staged.path }
    const tally = await judgeAll(work, task, deps, control).finally(() => errors.close())
    const kept = errors.rows > 0 ? await errorsDraft.keep() : await errorsDraft.discard()
    const { fileId: stagedFileId } = await staged.keep()
    const preview: ImportPreview = {
      importId: task.importId,
      name: source.name,
      rows: tally.rows,
      ...tally.counts,
      warnings: tally.warnings,
      duplicates: 0,
      sample: tally.sample(),
      errorsFileId: kept ? kept.fileId : null,
    }
    return { preview, stagedFileId, readable: tally.readable, columns, mapping }
  } catch (error) {
    await staged.discard()
    await errorsDraft.discard()
    throw error
  }
}

interface Work {
  readonly table: Table
  readonly mapping: ColumnMapping
  readonly errors: ErrorsFile
  readonly stagedPath: string
}

async function judgeAll(
  { table, mapping, errors, stagedPath }: Work,
  { format }: DirectoryPreviewTask,
  { db, newId }: DirectoryPreviewDeps,
  control: JobControl,
): Promise<RowTally> {
  const tally = new RowTally()
  const entries = await SHELVES[format].load(db, new PersonalData(newId))
  const planner = new DirectoryPlanner(format, mapping, entries, newId)
  await appendFile(stagedPath, '', { mode: 0o600 })
  for await (const lines of inBatches(table.lines)) {
    stopIfCancelled(control)
    const staged: string[] = []
    for (const line of lines) {
      const { row, reasons, warnings } = readDirectoryRow(line, format, table.columns, mapping)
      const plan = row ? planner.plan(row) : refusedRow(reasons)
      if (row) staged.push(`${JSON.stringify(row)}\n`)
      if (plan.verdict === 'refused') errors.add(line.cells, plan.reasons)
      const judged = { ...plan, warnings: [...warnings, ...plan.warnings] }
      tally.add(shownRow(format, line, row, judged), row !== null)
    }
    await appendFile(stagedPath, staged.join(''))
    await errors.flush()
    control.progress(tally.rows, null)
  }
  return tally
}
