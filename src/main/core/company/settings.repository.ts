import { DEFAULT_SETTINGS, type Settings } from '#shared/domain/settings.ts'
import type { Executor, ReadExecutor } from '../../db/executor.ts'

const KEY = 'settings'

/** The settings of this installation; what was never saved has its default. */
export async function currentSettings(db: ReadExecutor): Promise<Settings> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst()
  return { ...DEFAULT_SETTINGS, ...(row ? (JSON.parse(row.value) as Partial<Settings>) : {}) }
}

export async function saveSettings(trx: Executor, settings: Settings): Promise<void> {
  const value = JSON.stringify(settings)
  await trx
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
