import type { ReadExecutor } from '../../db/executor.ts'
import type { StoredRow } from '../deals/deal-row.ts'
import { listRows, listTotals, rowsByIds } from '../deals/lists.repository.ts'
import type { LongTask } from '../jobs/long-task.ts'

export type ExportTask = Extract<LongTask, { kind: 'export' }>

const ROWS_PER_PAGE = 500

/** The deals an export takes, page by page, in the list's order. */
export async function* selectedRows(db: ReadExecutor, task: ExportTask): AsyncIterable<StoredRow[]> {
  const { selection } = task
  if ('ids' in selection) {
    for (let start = 0; start < selection.ids.length; start += ROWS_PER_PAGE) {
      yield await rowsByIds(db, selection.ids.slice(start, start + ROWS_PER_PAGE))
    }
    return
  }
  let cursor: string | undefined
  do {
    const page = await listRows(db, selection, task, { cursor, limit: ROWS_PER_PAGE })
    yield page.rows
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

/** How many deals that will be at most: chosen ones may be gone. */
export const selectedCount = async (db: ReadExecutor, task: ExportTask): Promise<number> =>
  'ids' in task.selection ? task.selection.ids.length : (await listTotals(db, task.selection, task)).count

/** The name of an export's file: what it holds, and of which day. */
export const exportName = (task: ExportTask, prefix: string, ending: string): string =>
  `${prefix}-${'ids' in task.selection ? 'deals' : task.selection.tab}-${task.today}.${ending}`
