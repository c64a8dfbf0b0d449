import type { BatchId, FileId, ImportId, JobId } from '#shared/domain/ids.ts'
import type { Direction } from '#shared/domain/deal.ts'
import type { Locale } from '#shared/domain/settings.ts'
import type { ImportFormat } from '#shared/ipc/contract/exchange.ts'
import { notFound } from '#shared/errors.ts'
import type { CommandContext } from '../context.ts'
import type { FileStore } from '../files/file-store.ts'
import { noteFinishedImport } from './finished-imports.ts'
import { commitPartnerCenterCsv } from './partner-center-csv/commit.ts'
import type { PreviewResult } from './partner-center-csv/preview.ts'

type Staged = PreviewResult & { readonly direction: Direction }

export interface PreviewOrder {
  readonly format: ImportFormat
  readonly direction: Direction
  readonly locale: Locale
}

/** Imports between their preview and their commit. Kept in memory: a preview of an earlier run is worth nothing. */
export class ImportsService {
  readonly #files: FileStore
  readonly #staged = new Map<ImportId, Staged>()

  constructor(files: FileStore) {
    this.#files = files
  }

  /** Starts reading a file; the reasons in its errors file are in the language asked for. Errors: NOT_FOUND. */
  async preview(
    context: CommandContext,
    fileId: FileId,
    { format, direction, locale }: PreviewOrder,
  ): Promise<JobId> {
    const { core, now, today } = context
    const { name } = await this.#files.get(fileId)
    const importId = core.ports.newId() as ImportId
    return core.jobs.start('import-preview', name, async (control) => {
      const task = {
        kind: 'preview-partner-center',
        format,
        importId,
        fileId,
        direction,
        locale,
        now,
        today,
      } as const
      const result = (await core.ports.runLongTask(task, control)) as unknown as PreviewResult
      this.#staged.set(importId, { ...result, direction })
      return result.preview
    })
  }

  /** Starts carrying a previewed import out. Errors: NOT_FOUND; a second commit of the same preview too. */
  commit(context: CommandContext, importId: ImportId): JobId {
    const staged = this.#staged.get(importId)
    if (!staged) throw notFound('import', importId)
    this.#staged.delete(importId)
    const { core } = context
    return core.jobs.start('import-commit', staged.preview.name, async (control) => {
      const { path } = await this.#files.get(staged.stagedFileId)
      const { rows } = staged.preview
      const order = {
        stagedPath: path,
        batchId: core.ports.newId() as BatchId,
        direction: staged.direction,
        unreadable: rows - staged.readable,
        total: rows,
      }
      const result = await core
        .context()
        .write(async (unit) => {
          const committed = await commitPartnerCenterCsv(unit, order, control)
          await noteFinishedImport(unit, staged.preview.name, committed)
          return committed
        })
        .catch((error: unknown) => {
          // Nothing was written: the preview can be committed again.
          this.#staged.set(importId, staged)
          throw error
        })
      return result
    })
  }
}
