import { appendFile } from 'node:fs/promises'
import type { BatchId, CommandId, FileId } from '#shared/domain/ids.ts'
import type { ImportPreview, PartnerCenterFormat } from '#shared/ipc/contract/exchange.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import { PersonalData } from '../../../db/personal-data.ts'
import { currentProfile } from '../../company/profile.repository.ts'
import { importOrigin } from '../../context.ts'
import type { FileStore } from '../../files/file-store.ts'
import { type JobControl, stopIfCancelled } from '../../jobs/job-control.ts'
import type { LongTask } from '../../jobs/long-task.ts'
import { dealsByReferral, inBatches } from './batches.ts'
import { issue } from './cells.ts'
import { COLUMN } from './columns.ts'
import { DirectoryDraft } from './directory-draft.ts'
import { ErrorsFile } from './errors-file.ts'
import { type CsvFile, type Line, openCsv } from './parse.ts'
import { openJson } from '../partner-center-json/open-json.ts'
import { type PlanContext, planRow, refusedPlan } from './plan.ts'
import { type ReadRow, readRow } from './row.ts'
import { Tally } from './tally.ts'
import { ImportTwins } from '../twins.ts'

export type PreviewTask = Extract<LongTask, { kind: 'preview-partner-center' }>

export interface PreviewDeps {
  readonly db: ReadExecutor
  readonly files: FileStore
  readonly newId: () => string
}

const OPEN: Record<PartnerCenterFormat, (path: string, ownNumber: string | null) => Promise<CsvFile>> = {
  'partner-center-csv': openCsv,
  'partner-center-json': openJson,
}

/** A preview, and the file in which its readable rows wait for the commit: one JSON line each. */
export interface PreviewResult {
  readonly preview: ImportPreview
  readonly stagedFileId: FileId
  /** Rows that could be read, whatever the rules said of them. */
  readonly readable: number
}

/** Reads a file of Partner Center and judges every row against what is here now; changes nothing. Errors: as openCsv, CANCELLED. */
export async function previewPartnerCenter(
  task: PreviewTask,
  deps: PreviewDeps,
  control: JobControl,
): Promise<PreviewResult> {
  const source = await deps.files.get(task.fileId)
  const { profile } = await currentProfile(deps.db, new PersonalData(deps.newId))
  const csv = await OPEN[task.format](source.path, profile.partnerId || null)
  const staged = await deps.files.draft('staged-import.jsonl')
  const errorsDraft = await deps.files.draft(errorsName(source.name))
  try {
    const errors = await ErrorsFile.create(errorsDraft.path, csv.header, task.locale)
    const tally = await judgeAll(csv, task, deps, control, errors, staged.path).finally(() => errors.close())
    const kept = errors.rows > 0 ? await errorsDraft.keep() : await errorsDraft.discard()
    const { fileId: stagedFileId } = await staged.keep()
    const preview: ImportPreview = {
      importId: task.importId,
      name: source.name,
      rows: tally.rows,
      ...tally.counts,
      warnings: tally.warnings,
      duplicates: tally.duplicates,
      sample: tally.sample(),
      errorsFileId: kept ? kept.fileId : null,
    }
    return { preview, stagedFileId, readable: tally.readable }
  } catch (error) {
    await staged.discard()
    await errorsDraft.discard()
    throw error
  }
}

/** What was refused is a table, whatever it came in. */
const errorsName = (name: string): string => `errors-${name.replace(/\.json$/i, '.csv')}`

async function judgeAll(
  csv: CsvFile,
  task: PreviewTask,
  { db, newId }: PreviewDeps,
  control: JobControl,
  errors: ErrorsFile,
  stagedPath: string,
): Promise<Tally> {
  const tally = new Tally()
  const context = await planContext(task, db, newId)
  const twins = await ImportTwins.load(db)
  const seen = new Set<string>()
  await appendFile(stagedPath, '', { mode: 0o600 })
  for await (const lines of inBatches(csv.lines)) {
    stopIfCancelled(control)
    const read = lines.map((line) => ({ line, ...once(readRow(line), line, seen) }))
    const rows = read.map(({ row }) => row).filter((row) => row !== null)
    const deals = await dealsByReferral(
      db,
      new PersonalData(newId),
      rows.map(({ referralId }) => referralId),
    )
    await twins.fetch(rows)
    for (const { line, row, reasons, warnings } of read) {
      const plan = row ? planRow(row, deals.get(row.referralId) ?? null, context) : refusedPlan(reasons, [])
      if (plan.verdict === 'refused') errors.add(line.raw, plan.reasons)
      const twin = row && plan.verdict === 'create' ? twins.judge(row) : null
      tally.add(line, row, { ...plan, warnings: [...warnings, ...plan.warnings, ...(twin ? [twin] : [])] })
    }
    await appendFile(stagedPath, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    await errors.flush()
    control.progress(tally.rows, null)
  }
  return tally
}

/** A referral may stand in a file once; further lines of it are refused. */
function once(read: ReadRow, line: Line, seen: Set<string>): ReadRow {
  const referralId = line.cells.get(COLUMN.referralId)?.trim() ?? ''
  if (referralId === '' || !seen.has(referralId)) {
    seen.add(referralId)
    return read
  }
  const twice = issue('TWICE_IN_FILE', COLUMN.referralId, referralId)
  return { row: null, reasons: [...read.reasons, twice], warnings: [] }
}

async function planContext(task: PreviewTask, db: ReadExecutor, newId: () => string): Promise<PlanContext> {
  const { profile, actor } = await currentProfile(db, new PersonalData(newId))
  const author = {
    origin: importOrigin(newId() as BatchId),
    actor,
    commandId: newId() as CommandId,
  }
  const { now, today, direction } = task
  return {
    now,
    today,
    hold: null,
    direction,
    profile,
    actor,
    newId,
    author,
    directory: await DirectoryDraft.load(db, newId),
  }
}
