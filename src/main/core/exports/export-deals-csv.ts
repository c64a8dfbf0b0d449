import type { ReadExecutor } from '../../db/executor.ts'
import { CsvWriter } from '../exchange/csv-writer.ts'
import type { JobControl } from '../jobs/job-control.ts'
import { headings, tablePages } from './deal-table.ts'
import type { PeopleCount } from './people-count.ts'
import type { ExportTask } from './selected-rows.ts'
import { csvCell } from '../exchange/table-cell.ts'

/** Writes a table as CSV and gives its number of rows. Errors: CANCELLED. */
export async function exportDealsCsv(
  path: string,
  db: ReadExecutor,
  task: ExportTask,
  newId: () => string,
  people: PeopleCount,
  control: JobControl,
): Promise<number> {
  const writer = await CsvWriter.create(path)
  let rows = 0
  try {
    await writer.write([headings(task)])
    for await (const page of tablePages(db, task, newId, people, control)) {
      await writer.write(page.rows.map((row) => row.map(csvCell)))
      rows += page.rows.length
    }
  } finally {
    await writer.close()
  }
  return rows
}
