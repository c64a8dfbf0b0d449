import { type Kysely, sql } from 'kysely'
import { AppError } from '#shared/errors.ts'
import type { Connection } from './connection.ts'
import { MIGRATIONS, type Migration } from './migrations/index.ts'

/** The schema version this application writes. */
export const SCHEMA_VERSION = MIGRATIONS.length

/** The schema version of an open database. */
export const schemaVersion = ({ raw }: Connection): number =>
  raw.pragma('user_version', { simple: true }) as number

/**
 * Brings a database to the newest schema, each step whole or not at all, version number included (PROMISES 6.4).
 * Errors: READ_ONLY for data of a newer application, which is left untouched (R14).
 */
export async function migrate(
  connection: Connection,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const { db, raw } = connection
  const from = schemaVersion(connection)
  if (from > migrations.length) throw new AppError('READ_ONLY', { why: 'newer-data' })
  for (const [index, migration] of migrations.entries()) {
    const version = index + 1
    if (version <= from) continue
    raw.pragma('foreign_keys = OFF')
    try {
      await db.transaction().execute(async (trx) => {
        await migration.up(trx as unknown as Kysely<unknown>)
        const broken = await sql<{ table: string }>`PRAGMA foreign_key_check`.execute(trx)
        if (broken.rows.length > 0) throw new Error(`migration ${migration.name} breaks a foreign key`)
        await sql.raw(`PRAGMA user_version = ${version}`).execute(trx)
      })
    } finally {
      raw.pragma('foreign_keys = ON')
    }
  }
}
