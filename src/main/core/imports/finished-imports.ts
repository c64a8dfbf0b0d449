import type { BatchId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ImportCommitted } from '#shared/ipc/contract/exchange.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { BareUnit } from '../context.ts'

export interface FinishedImport extends ImportCommitted {
  readonly name: string
  readonly at: Instant
}

/** Notes what a file brought, in the transaction that brought it: jobs themselves are forgotten when the process ends. */
export async function noteFinishedImport(
  unit: BareUnit,
  name: string,
  brought: ImportCommitted,
): Promise<void> {
  const { batchId, ...counts } = brought
  await unit.trx
    .insertInto('finished_imports')
    .values({ batch_id: batchId, at: unit.now, name, ...counts })
    .execute()
}

/** Imports that finished after a moment, newest first, and how many there are in all. */
export async function importsSince(
  db: ReadExecutor,
  since: Instant,
  most: number,
): Promise<{ rows: FinishedImport[]; count: number }> {
  const finished = db.selectFrom('finished_imports').where('at', '>', since)
  const rows = await finished.selectAll().orderBy('at', 'desc').limit(most).execute()
  const { count } = await finished
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return {
    rows: rows.map(({ batch_id, at, ...rest }) => ({
      ...rest,
      batchId: batch_id as BatchId,
      at: at as Instant,
    })),
    count,
  }
}
