import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { ColumnMapping, DirectoryFormat } from '#shared/domain/directory-tables.ts'
import type { BatchId } from '#shared/domain/ids.ts'
import type { ImportCommitted } from '#shared/ipc/contract/exchange.ts'
import type { BareUnit } from '../../context.ts'
import { type JobControl, stopIfCancelled } from '../../jobs/job-control.ts'
import { inBatches } from '../partner-center-csv/batches.ts'
import { SHELVES } from './entries.ts'
import { rememberMapping } from './mapping-memory.ts'
import { DirectoryPlanner } from './plan.ts'
import type { DirectoryRow } from './read-row.ts'

export interface DirectoryCommitOrder {
  readonly stagedPath: string
  readonly batchId: BatchId
  readonly format: DirectoryFormat
  readonly columns: readonly string[]
  readonly mapping: ColumnMapping
  /** Rows refused while reading, so that the result counts the whole file. */
  readonly unreadable: number
  readonly total: number
}

async function* stagedRows(path: string): AsyncIterable<DirectoryRow> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as DirectoryRow
}

/**
 * Carries a previewed table of directory entries out, judging every row anew against what is here now, in the unit's one
 * transaction, and remembers what its columns were. Errors: CANCELLED, after which nothing has happened.
 */
export async function commitDirectory(
  unit: BareUnit,
  order: DirectoryCommitOrder,
  control: JobControl,
): Promise<ImportCommitted> {
  const { format, columns, mapping } = order
  const shelf = SHELVES[format]
  const entries = await shelf.load(unit.db, unit.personal)
  const planner = new DirectoryPlanner(format, mapping, entries, unit.newId)
  const counts = { create: 0, update: 0, unchanged: 0, refused: order.unreadable }
  let done = 0
  for await (const rows of inBatches(stagedRows(order.stagedPath))) {
    stopIfCancelled(control)
    const plans = rows.map((row) => planner.plan(row))
    for (const { verdict } of plans) counts[verdict] += 1
    await shelf.save(
      unit,
      plans.flatMap(({ change }) => (change ? [change] : [])),
    )
    done += rows.length
    control.progress(done, order.total)
    await unit.breathe()
  }
  await rememberMapping(unit.trx, format, columns, mapping)
  unit.announce({ name: 'directory.changed', payload: {} })
  const { create, update, unchanged, refused } = counts
  return { batchId: order.batchId, created: create, updated: update, unchanged, refused }
}
