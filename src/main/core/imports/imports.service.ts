import type { Direction } from '#shared/domain/deal.ts'
import type { ColumnMapping, DirectoryFormat, TableEncoding } from '#shared/domain/directory-tables.ts'
import type { BatchId, FileId, ImportId, JobId } from '#shared/domain/ids.ts'
import type { Locale } from '#shared/domain/settings.ts'
import { notFound } from '#shared/errors.ts'
import type {
  FileColumns,
  ImportCommitted,
  ImportUndo,
  PartnerCenterFormat,
} from '#shared/ipc/contract/exchange.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import type { Core } from '../core.ts'
import type { FileStore } from '../files/file-store.ts'
import type { JobControl } from '../jobs/job-control.ts'
import type { CarryOut, LongTask } from '../jobs/long-task.ts'
import type { Transacted } from '../unit-of-work.ts'
import type { Question } from './directory/look.ts'
import type { DirectoryPreviewResult } from './directory/preview.ts'
import type { PreviewResult } from './partner-center-csv/preview.ts'
import { batchOf } from './undo/batch.ts'

/** A preview that waits for its commit, and how it is carried out. */
type Staged = PreviewResult & {
  readonly how: CarryOut
}

export type PreviewOrder =
  | { readonly format: PartnerCenterFormat; readonly direction: Direction; readonly locale: Locale }
  | {
      readonly format: DirectoryFormat
      readonly mapping: ColumnMapping | null
      readonly encoding: TableEncoding
      readonly locale: Locale
    }

/** Imports between their preview and their commit. Kept in memory: a preview of an earlier run is worth nothing. */
export class ImportsService {
  readonly #files: FileStore
  readonly #staged = new Map<ImportId, Staged>()

  constructor(files: FileStore) {
    this.#files = files
  }

  /** Looks into a file before anything is judged. Errors: NOT_FOUND, INVALID_INPUT. */
  async columns({ db }: QueryContext, fileId: FileId, question: Question): Promise<FileColumns> {
    // What reads tables is loaded with the first of them, not at the start.
    const { lookInto } = await import('./directory/look.ts')
    return lookInto(db, await this.#files.get(fileId), question)
  }

  /** Starts reading a file; the reasons in its errors file are in the language asked for. Errors: NOT_FOUND. */
  async preview(context: CommandContext, fileId: FileId, order: PreviewOrder): Promise<JobId> {
    const { core, now, today } = context
    const { name } = await this.#files.get(fileId)
    const importId = core.ports.newId() as ImportId
    const run = async <R>(task: LongTask, control: JobControl) =>
      (await core.ports.runLongTask(task, control)) as unknown as R
    return core.jobs.start('import-preview', name, async (control) => {
      if ('mapping' in order) {
        const { format } = order
        const task = { kind: 'preview-directory', importId, fileId, ...order } as const
        const result = await run<DirectoryPreviewResult>(task, control)
        const { columns, mapping } = result
        return this.#stage(result, { kind: 'directory', format, columns, mapping })
      }
      const { direction } = order
      const task = { kind: 'preview-partner-center', importId, fileId, now, today, ...order } as const
      return this.#stage(await run<PreviewResult>(task, control), { kind: 'partner-center', direction })
    })
  }

  /** Starts carrying a previewed import out. Errors: NOT_FOUND; a second commit of the same preview too. */
  commit(context: CommandContext, importId: ImportId): JobId {
    const staged = this.#staged.get(importId)
    if (!staged) throw notFound('import', importId)
    this.#staged.delete(importId)
    const { core } = context
    return core.jobs.start('import-commit', staged.preview.name, (control) =>
      core.gate
        .hold(() => commitElsewhere(core, staged, control))
        .catch((error: unknown) => {
          // Nothing was written: the preview can be committed again.
          this.#staged.set(importId, staged)
          throw error
        }),
    )
  }

  /** Whether a file is still here. */
  async isKept(fileId: FileId): Promise<boolean> {
    return (await this.#files.find(fileId)) !== null
  }

  /** Starts taking an import back. Errors: NOT_FOUND. */
  async undo({ core, db }: CommandContext, batchId: BatchId): Promise<JobId> {
    const { name } = await batchOf(db, batchId)
    return core.jobs.start('import-undo', name, (control) =>
      core.gate.hold(() =>
        writeElsewhere<ImportUndo>(
          core,
          { kind: 'undo-import', batchId, moment: core.clock.read() },
          control,
        ),
      ),
    )
  }

  #stage(result: PreviewResult, how: CarryOut) {
    this.#staged.set(result.preview.importId, { ...result, how })
    return result.preview
  }
}

/** Has something written beside the engine, and tells the screens what came of it. */
async function writeElsewhere<T>(core: Core, task: LongTask, control: JobControl): Promise<T> {
  const { value, events } = (await core.ports.runLongTask(task, control)) as unknown as Transacted<T>
  for (const event of events) core.announce(event)
  return value
}

function commitElsewhere(core: Core, staged: Staged, control: JobControl): Promise<ImportCommitted> {
  const { name, rows, errorsFileId } = staged.preview
  const task = {
    kind: 'commit-import',
    name,
    stagedFileId: staged.stagedFileId,
    errorsFileId,
    batchId: core.ports.newId() as BatchId,
    how: staged.how,
    unreadable: rows - staged.readable,
    total: rows,
    moment: core.clock.read(),
  } as const
  return writeElsewhere(core, task, control)
}
