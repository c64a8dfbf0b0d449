import { sql } from 'kysely'
import type { ViewId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { LeftList, View } from '#shared/ipc/contract/views.ts'
import type { Executor, ReadExecutor } from '../../db/executor.ts'

/** Saved lists by name, whatever its case. */
export async function listViews(db: ReadExecutor): Promise<View[]> {
  const rows = await db
    .selectFrom('saved_views')
    .selectAll()
    .orderBy(sql`name COLLATE NOCASE`)
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, view }) => ({
    ...(JSON.parse(view) as Omit<View, 'id' | 'name'>),
    id: id as ViewId,
    name,
  }))
}

export async function viewExists(db: ReadExecutor, id: ViewId): Promise<boolean> {
  const row = await db.selectFrom('saved_views').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

export async function saveView(trx: Executor, { id, name, ...view }: View, savedAt: Instant): Promise<void> {
  const values = { name, saved_at: savedAt, view: JSON.stringify(view) }
  await trx
    .insertInto('saved_views')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}

/** False where there is none. */
export async function deleteView(trx: Executor, id: ViewId): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('saved_views').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

const LEFT = 'list.'

/** How each list was left. */
export async function leftLists(db: ReadExecutor): Promise<LeftList[]> {
  const known = new Set((await listViews(db)).map(({ id }) => id))
  const rows = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '>', LEFT)
    .where('key', '<', `${LEFT}~`)
    .orderBy('key')
    .execute()
  return rows.map(({ value }) => {
    const left = JSON.parse(value) as LeftList
    return { ...left, viewId: left.viewId !== null && known.has(left.viewId) ? left.viewId : null }
  })
}

export async function leaveList(trx: Executor, left: LeftList): Promise<void> {
  const value = JSON.stringify(left)
  await trx
    .insertInto('settings')
    .values({ key: `${LEFT}${left.tab}`, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
