import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { APPLICATION_ID } from './connection.ts'
import { SCHEMA_VERSION } from './migrate.ts'

/**
 * Whether a database has nothing in it yet: a new one, or one whose first start was killed before its mark was set.
 * Errors: READ_ONLY for a file of another application, or of a newer Tandem (R14).
 */
export function isStillEmpty(raw: BetterSqlite3.Database): boolean {
  const number = (query: string) => raw.prepare<[], number>(query).pluck().get()!
  const mark = number('PRAGMA application_id')
  const version = number('PRAGMA user_version')
  const empty = mark === 0 && version === 0 && number('SELECT count(*) FROM sqlite_schema') === 0
  if (!empty && mark !== APPLICATION_ID) throw new AppError('READ_ONLY', { why: 'not-a-tandem-database' })
  if (version > SCHEMA_VERSION) throw new AppError('READ_ONLY', { why: 'newer-data' })
  return empty
}

/** Looks at a file before anything could write to it: reading alone changes no byte. Errors: READ_ONLY. */
export function lookAt(file: string): void {
  const raw = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  try {
    isStillEmpty(raw)
  } catch (error) {
    // A first start killed in mid-write: only a writer can undo that, and it looks again.
    const halfWritten =
      error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_READONLY_ROLLBACK'
    if (!halfWritten) throw error
  } finally {
    raw.close()
  }
}
