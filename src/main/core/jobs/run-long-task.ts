import type { Json } from '#shared/errors.ts'
import type { Connection } from '../../db/connection.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { runExport } from '../exports/run-export.ts'
import type { FileStore } from '../files/file-store.ts'
import { commitImport } from '../imports/commit-import.ts'
import { previewDirectory } from '../imports/directory/preview.ts'
import { previewPartnerCenter } from '../imports/partner-center-csv/preview.ts'
import type { JobControl } from './job-control.ts'
import type { LongTask } from './long-task.ts'

/** What long work may use: connections of its own and the folder of files. */
export interface LongTaskDeps {
  readonly db: ReadExecutor
  /** The connection that writes, opened when it is first needed. Only for a task that has the writing turn. */
  readonly writer: () => Promise<Connection>
  readonly files: FileStore
  readonly newId: () => string
  /** Lets messages of this thread have their turn. */
  readonly breathe: () => Promise<void>
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
    case 'commit-import':
      return (await commitImport(task, deps, control)) as unknown as Json
  }
}
