import type { Exported } from '#shared/ipc/contract/exchange.ts'
import { exportName } from '../exports/selected-rows.ts'
import { type JobControl, stopIfCancelled } from '../jobs/job-control.ts'
import type { LongTaskDeps } from '../jobs/long-task.ts'
import type { PaperTask } from './paper-task.ts'
import { writeReport } from './write-report.ts'
import { writeSheets } from './write-sheets.ts'

/** The name of the file: what it holds, and of which day. */
const nameOf = (task: PaperTask): string =>
  task.paper === 'report'
    ? `tandem-${task.asked.report}-${task.today}.${task.as}`
    : exportName(task, 'tandem-sheets', 'html')

/** Writes a document or a table of a report from one snapshot; whole or not at all. Errors: INVALID_INPUT, CANCELLED. */
export async function runPaper(
  task: PaperTask,
  { db, files, ...deps }: LongTaskDeps,
  control: JobControl,
): Promise<Exported> {
  const name = nameOf(task)
  let written = { rows: 0, people: 0 }
  const { fileId, bytes } = await files.write(name, (path) =>
    db.transaction().execute(async (snapshot) => {
      stopIfCancelled(control)
      written =
        task.paper === 'report'
          ? { rows: await writeReport(path, snapshot, task, deps), people: 0 }
          : await writeSheets(path, snapshot, task, deps, control)
    }),
  )
  return { fileId, name, bytes, ...written, files: 1 }
}
