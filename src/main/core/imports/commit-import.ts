import type { ImportCommitted } from '#shared/ipc/contract/exchange.ts'
import type { Connection } from '../../db/connection.ts'
import type { BareUnit } from '../context.ts'
import type { FileStore } from '../files/file-store.ts'
import type { JobControl } from '../jobs/job-control.ts'
import type { LongTask } from '../jobs/long-task.ts'
import { type Transacted, transact } from '../unit-of-work.ts'
import { commitDirectory } from './directory/commit.ts'
import { importing } from './finished-imports.ts'
import { commitPartnerCenterCsv } from './partner-center-csv/commit.ts'

type CommitTask = Extract<LongTask, { kind: 'commit-import' }>

export interface CommitDeps {
  readonly writer: () => Promise<Connection>
  readonly files: FileStore
  readonly newId: () => string
  readonly breathe: () => Promise<void>
}

/**
 * Carries a previewed import out in one transaction: all of it, or nothing. Errors: NOT_FOUND (the staged rows), BUSY,
 * CANCELLED, CLOCK_UNCERTAIN, after which nothing has happened.
 */
export async function commitImport(
  task: CommitTask,
  { writer, files, newId, breathe }: CommitDeps,
  control: JobControl,
): Promise<Transacted<ImportCommitted>> {
  const { path } = await files.get(task.stagedFileId)
  return transact({ writer: await writer(), newId, breathe }, task.moment, (unit) =>
    importing(unit, task, () => carryOut(unit, task, path, control)),
  )
}

function carryOut(
  unit: BareUnit,
  { batchId, unreadable, total, how }: CommitTask,
  stagedPath: string,
  control: JobControl,
): Promise<ImportCommitted> {
  const order = { stagedPath, batchId, unreadable, total }
  return how.kind === 'directory'
    ? commitDirectory(unit, { ...order, ...how }, control)
    : commitPartnerCenterCsv(unit, { ...order, ...how }, control)
}
