import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect } from '@playwright/test'

/** What the application remembers of the clock: so many milliseconds ahead, as after a wrong time that was put right. */
export const rememberAhead = (ms: number) => (dataDir: string) => {
  const db = new BetterSqlite3(join(dataDir, 'tandem.db'))
  const ahead = new Date(Date.now() + ms).toISOString()
  const { changes } = db.prepare('UPDATE clock_state SET high_water = ?, last_wall = ?').run(ahead, ahead)
  db.close()
  expect(changes).toBe(1)
}
