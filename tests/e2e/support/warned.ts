import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect } from '@playwright/test'
import type { Host } from './host.ts'
import { type Tandem, tandemOn } from './test.ts'

/** The warnings of the sample as if nobody had read them. The first of them come with the second start. */
function forgetReading(dataDir: string): void {
  const db = new BetterSqlite3(join(dataDir, 'tandem.db'))
  db.exec('UPDATE notifications SET read_at = NULL')
  db.close()
}

/** Comes back to an application that has warned of the sample’s clocks, which nobody has read yet. */
export async function comeBackWarned(host: Host): Promise<Tandem> {
  const tandem = tandemOn(await host.restart(forgetReading), host)
  const { page } = tandem
  await expect(page.getByRole('button', { name: /^Notifications/ })).toHaveAccessibleName(/unread/)
  return tandem
}
