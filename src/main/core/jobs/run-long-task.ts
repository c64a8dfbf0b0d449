import type { Json } from '#shared/errors.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { runExport } from '../exports/run-export.ts'
import type { FileStore } from '../files/file-store.ts'
import { previewDirectory } from '../imports/directory/preview.ts'
import { previewPartnerCenter } from '../imports/partner-center-csv/preview.ts'
import type { JobControl } from './job-control.ts'
import type { LongTask } from './long-task.ts'

/** What long work may use: a reading connection of its own and the folder of files. */
export interface LongTaskDeps {
  readonly db: ReadExecutor
  readonly files: FileStore
  readonly newId: () => string
}

/** Runs one piece of long work, on whichever thread it finds itself. */
export async function runLongTask(task: LongTask, deps: LongTaskDeps, control: JobControl): Promise<Json> {
  switch (task.kind) {
    case 'export':
      return await runExport(task, deps, control)
    case 'preview-partner-center':
      return (await previewPartnerCenter(task, deps, control)) as unknown as Json
    case 'preview-directory':
      return (await previewDirectory(task, deps, control)) as unknown as Json
  }
}
