import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { temporaryFolder } from '../../../tests/support/folder.ts'
import { SCHEMA_VERSION } from './migrate.ts'
import { databaseFile, openWriter } from './open.ts'

// Nobody has these files open when they are hashed: see PROMISES F4.
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

function madeBy(file: string, work: (raw: BetterSqlite3.Database) => void): string {
  const raw = new BetterSqlite3(file)
  work(raw)
  raw.close()
  return hashOf(file)
}

test('a SQLite file of another application is refused as READ_ONLY and stays as it is', async () => {
  const folder = temporaryFolder()
  const file = databaseFile(folder)
  const before = madeBy(file, (raw) => raw.exec('CREATE TABLE notes (text); PRAGMA application_id = 7'))
  await expect(openWriter(folder)).rejects.toEqual(
    new AppError('READ_ONLY', { why: 'not-a-tandem-database' }),
  )
  expect(hashOf(file)).toBe(before)
})

test('a SQLite file with tables and no mark at all is refused too', async () => {
  const folder = temporaryFolder()
  const before = madeBy(databaseFile(folder), (raw) => raw.exec('CREATE TABLE notes (text)'))
  await expect(openWriter(folder)).rejects.toMatchObject({ code: 'READ_ONLY' })
  expect(hashOf(databaseFile(folder))).toBe(before)
})

test.for(['wal', 'delete'])('data of a newer application is refused, byte for byte (%s)', async (mode) => {
  const folder = temporaryFolder()
  const file = databaseFile(folder)
  await (await openWriter(folder)).db.destroy()
  const before = madeBy(file, (raw) => {
    raw.pragma(`journal_mode = ${mode}`)
    raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
  })
  await expect(openWriter(folder)).rejects.toEqual(new AppError('READ_ONLY', { why: 'newer-data' }))
  expect(hashOf(file)).toBe(before)
})

test('data of a newer application that was not closed cleanly is refused, byte for byte', async () => {
  const folder = temporaryFolder()
  const file = databaseFile(folder)
  await (await openWriter(folder)).db.destroy()
  const newer = new BetterSqlite3(file)
  newer.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
  const other = new BetterSqlite3(file, { readonly: true })
  other.pragma('user_version')
  newer.close()
  // The reader closes last and cannot empty the log into the file: it stays, as after a crash.
  other.close()
  expect(readdirSync(folder)).toContain('tandem.db-wal')
  const before = [hashOf(file), hashOf(`${file}-wal`)]
  await expect(openWriter(folder)).rejects.toMatchObject({ code: 'READ_ONLY' })
  expect([hashOf(file), hashOf(`${file}-wal`)]).toEqual(before)
})
