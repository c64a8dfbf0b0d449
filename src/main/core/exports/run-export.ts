import type { Exported } from '#shared/ipc/contract/exchange.ts'
import type { ExportFormat } from '#shared/ipc/contract/exchange.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { FileStore } from '../files/file-store.ts'
import type { JobControl } from '../jobs/job-control.ts'
import { exportDealsCsv } from './export-deals-csv.ts'
import { exportDealsXlsx } from './export-deals-xlsx.ts'
import { PeopleCount } from './people-count.ts'
import { type ExportTask, exportName } from './selected-rows.ts'

/** Writes one kind of file to a path and gives its number of rows. */
type Write = (
  path: string,
  db: ReadExecutor,
  task: ExportTask,
  newId: () => string,
  people: PeopleCount,
  control: JobControl,
) => Promise<number>

const FORMATS: Record<ExportFormat, { readonly ending: string; readonly write: Write }> = {
  'deals-csv': { ending: 'csv', write: exportDealsCsv },
  'deals-xlsx': { ending: 'xlsx', write: exportDealsXlsx },
}

/** Writes the chosen deals to a file: all of them, in order, one snapshot; whole or not at all. Errors: CANCELLED. */
export async function runExport(
  task: ExportTask,
  deps: { readonly db: ReadExecutor; readonly files: FileStore; readonly newId: () => string },
  control: JobControl,
): Promise<Exported> {
  const { ending, write } = FORMATS[task.format]
  const people = new PeopleCount()
  let rows = 0
  const file = await deps.files.write(exportName(task, 'tandem', ending), async (path) => {
    rows = await deps.db
      .transaction()
      .execute((snapshot) => write(path, snapshot, task, deps.newId, people, control))
  })
  return { fileId: file.fileId, name: file.name, bytes: file.bytes, rows, people: people.size }
}
