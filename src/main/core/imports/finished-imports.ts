import type { BatchId, FileId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ImportCommitted } from '#shared/ipc/contract/exchange.ts'
import { headOf } from '../../db/event-log.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { BareUnit } from '../context.ts'
import { saveLastTeams } from '../deals/last-teams.ts'

export interface FinishedImport extends ImportCommitted {
  readonly name: string
  readonly at: Instant
  readonly errorsFileId: FileId | null
  readonly undoneAt: Instant | null
}

/** What an import is known by once it is through. */
export interface ImportNote {
  readonly batchId: BatchId
  /** The file as it was called. */
  readonly name: string
  readonly errorsFileId: FileId | null
}

/**
 * Every import is written inside this, whatever its file holds, and can be undone for it (docs/adr/0019): while `work`
 * runs, triggers note under its batch each entry of the directory that is added or changed, with its columns before and
 * after; the deals it touches are known by the origin of their events (`importOrigin`). What it brought is noted in the
 * same transaction: jobs themselves are forgotten when the process ends.
 */
export async function importing(
  unit: BareUnit,
  { batchId, name, errorsFileId }: ImportNote,
  work: () => Promise<ImportCommitted>,
): Promise<ImportCommitted> {
  const { trx, db, now } = unit
  const { seq } = await headOf(db)
  await trx.insertInto('import_open').values({ only: 1, batch_id: batchId }).execute()
  const brought = await work()
  // While it is still noted whom the import changed.
  await saveLastTeams(trx, unit.lastTeams)
  await trx.deleteFrom('import_open').execute()
  const { created, updated, unchanged, refused } = brought
  await trx
    .insertInto('finished_imports')
    .values({
      batch_id: batchId,
      at: now,
      name,
      created,
      updated,
      unchanged,
      refused,
      after_event: seq,
      errors_file_id: errorsFileId,
    })
    .execute()
  return brought
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
    rows: rows.map(({ name, created, updated, unchanged, refused, ...row }) => ({
      batchId: row.batch_id as BatchId,
      name,
      at: row.at as Instant,
      created,
      updated,
      unchanged,
      refused,
      errorsFileId: row.errors_file_id as FileId | null,
      undoneAt: row.undone_at as Instant | null,
    })),
    count,
  }
}
