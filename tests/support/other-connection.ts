import BetterSqlite3 from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { databaseFile } from '#main/db/open.ts'

/** Another program with the same database open: it knows nothing of us and waits for nobody. */
export function otherConnection(app: { readonly dataDir: string }): BetterSqlite3.Database {
  const other = new BetterSqlite3(databaseFile(app.dataDir), { timeout: 0 })
  onTestFinished(() => void other.close())
  return other
}

/** Puts a database of another application where ours would be. */
export function foreignDatabase(dataDir: string): void {
  const foreign = new BetterSqlite3(databaseFile(dataDir))
  foreign.exec('CREATE TABLE notes (text)')
  foreign.close()
}
