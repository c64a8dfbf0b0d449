import type { DraftId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { DraftForm } from '#shared/ipc/contract/drafts.ts'
import type { Executor, ReadExecutor } from '../../db/executor.ts'

/** A deal somebody is still writing. */
export interface Draft {
  readonly draftId: DraftId
  readonly savedAt: Instant
  readonly form: DraftForm
}

interface Row {
  readonly id: string
  readonly saved_at: string
  readonly form: string
}
const draftFrom = ({ id, saved_at, form }: Row): Draft => ({
  draftId: id as DraftId,
  savedAt: saved_at as Instant,
  form: JSON.parse(form) as DraftForm,
})

/** All drafts, newest first. */
export async function listDrafts(db: ReadExecutor): Promise<Draft[]> {
  const rows = await db
    .selectFrom('drafts')
    .selectAll()
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(draftFrom)
}

export async function draftById(db: ReadExecutor, id: DraftId): Promise<Draft | null> {
  const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? draftFrom(row) : null
}

/**
 * Writes a draft as it was typed, people and notes in it: this table is the one place beside `people` and `texts` where
 * personal data stands, because no event and no deal hangs on a draft and it can always be deleted.
 */
export async function saveDraft(trx: Executor, { draftId, savedAt, form }: Draft): Promise<void> {
  const values = { saved_at: savedAt, form: JSON.stringify(form) }
  await trx
    .insertInto('drafts')
    .values({ id: draftId, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}

/** Deletes a draft; SQLite overwrites what it held with zeroes. False where there is none. */
export async function deleteDraft(trx: Executor, id: DraftId): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('drafts').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}
