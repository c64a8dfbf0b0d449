import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { BrowserContext } from '@playwright/test'
import { runOn } from '../stand-in/run.ts'
import { expect, standInOn } from './test.ts'

/** What tests type that belongs to a person, and must not stand in a log. */
export const PERSONAL = { companyName: 'Kestrel Cloud' }

/** The codes in the log of a data folder, oldest first. No line may say anything of a person. */
export function logged(dataDir: string): string[] {
  const file = join(dataDir, 'logs/main.log')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  expect(text).not.toMatch(/kestrel|mara|lindqvist|fabrikam/i)
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => (JSON.parse(line) as { code: string }).code)
}

/** An ended application left its database whole: checkpointed where it ended cleanly, and in any case undamaged. */
export function expectWhole(dataDir: string, end: 'clean' | 'cut-off' = 'clean'): void {
  if (end === 'clean') expect(existsSync(join(dataDir, 'tandem.db-wal'))).toBe(false)
  const database = new BetterSqlite3(join(dataDir, 'tandem.db'))
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  database.close()
}

/** The folder is free, and what was saved is there: the application starts on it again. Gives the company it knows. */
export async function startAgain(context: BrowserContext, dataDir: string): Promise<string> {
  const standIn = standInOn(context, dataDir)
  await runOn(standIn)
  const page = await Promise.race([
    standIn.page,
    standIn.app.ended.then(() => Promise.reject(new Error(standIn.dialog.errors.join()))),
  ])
  const answer = await page.evaluate(() => window.tandem!.call('profile.get', {}))
  standIn.app.quit()
  await standIn.app.ended
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return (answer.value as { companyName: string }).companyName
}
