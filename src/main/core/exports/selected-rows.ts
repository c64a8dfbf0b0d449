import type { Deal } from '#shared/domain/deal.ts'
import type { DealId } from '#shared/domain/ids.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { PersonalData } from '../../db/personal-data.ts'
import { loadDeals } from '../deals/deals.repository.ts'
import { type JobControl, stopIfCancelled } from '../jobs/job-control.ts'
import type { StoredRow } from '../deals/deal-row.ts'
import { listRows, listTotals, rowsByIds } from '../deals/lists.repository.ts'
import type { LongTask } from '../jobs/long-task.ts'

export type ExportTask = Extract<LongTask, { kind: 'export' }>
/** Which deals, and from when they are seen. */
export type Selecting = Pick<ExportTask, 'selection' | 'now' | 'today'>

const ROWS_PER_PAGE = 500

/** The deals an export takes, page by page, in the list's order. */
export async function* selectedRows(db: ReadExecutor, task: Selecting): AsyncIterable<StoredRow[]> {
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

/** How many deals that are. Chosen ones may be gone. */
export async function selectedCount(db: ReadExecutor, task: Selecting): Promise<number> {
  if (!('ids' in task.selection)) return (await listTotals(db, task.selection, task)).count
  let count = 0
  for await (const page of selectedRows(db, task)) count += page.length
  return count
}

/** The chosen deals whole, one by one, telling how far it is. Errors: CANCELLED. */
export async function* selectedDeals(
  db: ReadExecutor,
  task: Selecting,
  newId: () => string,
  control: JobControl,
): AsyncIterable<Deal> {
  const total = await selectedCount(db, task)
  let done = 0
  for await (const page of selectedRows(db, task)) {
    stopIfCancelled(control)
    const ids = page.map(({ id }) => id as DealId)
    const deals = await loadDeals(db, new PersonalData(newId), ids)
    for (const id of ids) yield deals.get(id)!
    done += page.length
    control.progress(done, total)
  }
}

const MOST_NAME = 80

/** A title as part of a file's name on any system: no character any of them forbids, no blank or dot at its ends. */
const safeName = (title: string): string =>
  Array.from(title.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' '))
    .slice(0, MOST_NAME)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')

/** The name of an export's file: what it holds, and of which day ("Outbound – Overdue – 2026-11-23.csv"). */
export function exportName(
  {
    title = null,
    selection,
    today,
  }: Pick<Selecting, 'selection' | 'today'> & { readonly title?: string | null },
  prefix: string,
  ending: string,
): string {
  const name = safeName(title ?? '')
  if (name === '') return `${prefix}-${'ids' in selection ? 'deals' : selection.tab}-${today}.${ending}`
  return `${prefix === 'partner-center' ? 'Partner Center – ' : ''}${name} – ${today}.${ending}`
}
