import type { Json } from '#shared/errors.ts'
import { runExport } from '../exports/run-export.ts'
import { commitImport } from '../imports/commit-import.ts'
import { previewDirectory } from '../imports/directory/preview.ts'
import { previewPartnerCenter } from '../imports/partner-center-csv/preview.ts'
import { undoImport } from '../imports/undo/undo-import.ts'
import type { BareUnit } from '../context.ts'
import { transact } from '../unit-of-work.ts'
import type { JobControl } from './job-control.ts'
import type { LongTask, LongTaskDeps } from './long-task.ts'

/** Runs one piece of long work, on whichever thread it finds itself. */
export async function runLongTask(task: LongTask, deps: LongTaskDeps, control: JobControl): Promise<Json> {
  switch (task.kind) {
    case 'export':
      return await runExport(task, deps, control)
    case 'paper':
      // Loaded when somebody first asks: most never do.
      return await (await import('../paper/run-paper.ts')).runPaper(task, deps, control)
    case 'preview-partner-center':
      return (await previewPartnerCenter(task, deps, control)) as unknown as Json
    case 'preview-directory':
      return (await previewDirectory(task, deps, control)) as unknown as Json
    case 'commit-import':
      return (await commitImport(task, deps, control)) as unknown as Json
    case 'undo-import': {
      const { batchId, moment } = task
      const { newId, breathe } = deps
      const writing = { writer: await deps.writer(), newId, breathe }
      const undo = async (unit: BareUnit) => (await undoImport(unit, batchId, control)).undone
      return (await transact(writing, moment, undo)) as unknown as Json
    }
  }
}
