import type { Exported, TableFormat } from '#shared/ipc/contract/exchange.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { FileStore } from '../files/file-store.ts'
import type { JobControl } from '../jobs/job-control.ts'
import { exportDealsCsv } from './export-deals-csv.ts'
import { exportDealsXlsx } from './export-deals-xlsx.ts'
import { PeopleCount } from './people-count.ts'
import { exportPartnerCenterCsv, partsOf } from './partner-center-csv/export.ts'
import { exportPartnerCenterJson } from './partner-center-json/export.ts'
import { type ExportTask, exportName, selectedCount } from './selected-rows.ts'

/** Writes one kind of file to a path and gives its number of rows. */
type Write = (
  path: string,
  db: ReadExecutor,
  task: ExportTask,
  newId: () => string,
  people: PeopleCount,
  control: JobControl,
) => Promise<number>

interface Format {
  readonly prefix: string
  /** Of the file's name, for so many rows. */
  readonly ending: (rows: number) => string
  readonly write: Write
  /** How many files are in the one. */
  readonly files: (rows: number) => number
}

const table = (ending: string, write: Write): Format => ({
  prefix: 'tandem',
  ending: () => ending,
  write,
  files: () => 1,
})

const FORMATS: Record<TableFormat, Format> = {
  'deals-csv': table('csv', exportDealsCsv),
  'deals-xlsx': table('xlsx', exportDealsXlsx),
  'partner-center-json': { ...table('json', exportPartnerCenterJson), prefix: 'partner-center' },
  'partner-center-csv': {
    prefix: 'partner-center',
    ending: (rows) => (partsOf(rows) > 1 ? 'zip' : 'csv'),
    write: exportPartnerCenterCsv,
    files: partsOf,
  },
}

/** Writes the chosen deals to a file: all of them, in order, one snapshot; whole or not at all. Errors: CANCELLED. */
export async function runExport(
  task: ExportTask,
  deps: { readonly db: ReadExecutor; readonly files: FileStore; readonly newId: () => string },
  control: JobControl,
): Promise<Exported> {
  const format = FORMATS[task.format]
  const people = new PeopleCount()
  return deps.db.transaction().execute(async (snapshot) => {
    const count = await selectedCount(snapshot, task)
    let rows = 0
    const name = exportName(task, format.prefix, format.ending(count))
    const file = await deps.files.write(name, async (path) => {
      rows = await format.write(path, snapshot, task, deps.newId, people, control)
    })
    const { fileId, bytes } = file
    return { fileId, name, bytes, rows, people: people.size, files: format.files(rows) }
  })
}
