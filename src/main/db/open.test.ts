import { copyFileSync, statSync, writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { temporaryFolder } from '../../../tests/support/folder.ts'
import { APPLICATION_ID } from './connection.ts'
import { databaseFile, openReader, openWriter, readProfile } from './open.ts'

async function openedIn(folder: string) {
  const writer = await openWriter(folder)
  onTestFinished(() => writer.db.destroy())
  return writer
}

const EXPECTED = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  busy_timeout: 250,
  secure_delete: 1,
  temp_store: 2,
  wal_autocheckpoint: 1000,
  journal_size_limit: 16_777_216,
  fullfsync: process.platform === 'darwin' ? 1 : 0,
}

test('a fresh database reads back the whole profile after its first read', async () => {
  const { raw } = await openedIn(temporaryFolder())
  raw.prepare('SELECT count(*) FROM deals').get()
  expect(readProfile(raw)).toEqual(EXPECTED)
  expect(raw.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
})

test('a database opened again reads back the whole profile, after a write too', async () => {
  const folder = temporaryFolder()
  await (await openWriter(folder)).db.destroy()
  const { raw } = await openedIn(folder)
  expect(readProfile(raw)).toEqual(EXPECTED)
  raw.exec(`INSERT INTO settings VALUES ('key', 'value')`)
  expect(readProfile(raw)).toEqual(EXPECTED)
})

test.skipIf(process.platform === 'win32')('only its owner may read the database and its log', async () => {
  const folder = temporaryFolder()
  await openedIn(folder)
  for (const suffix of ['', '-wal', '-shm']) {
    expect(statSync(databaseFile(folder) + suffix).mode & 0o077, suffix).toBe(0)
  }
})

test('a reader sees what is committed and can change nothing', async () => {
  const folder = temporaryFolder()
  const writer = await openedIn(folder)
  writer.raw.exec(`INSERT INTO settings VALUES ('key', 'value')`)
  const reader = openReader(folder)
  onTestFinished(() => reader.db.destroy())
  expect(reader.raw.prepare('SELECT value FROM settings').pluck().get()).toBe('value')
  expect(() => reader.raw.exec('DELETE FROM settings')).toThrow(/readonly/)
})

test('a file that is no database at all is an error of its own, and nothing is written to it', async () => {
  const folder = temporaryFolder()
  writeFileSync(databaseFile(folder), 'Dear diary, '.repeat(1000))
  await expect(openWriter(folder)).rejects.toMatchObject({ code: 'SQLITE_NOTADB' })
  expect(statSync(databaseFile(folder)).size).toBe(12_000)
})

test.skipIf(process.platform !== 'linux')('a folder that cannot be written is READ_ONLY', async () => {
  await expect(openWriter('/proc')).rejects.toEqual(new AppError('READ_ONLY', { why: 'folder-not-writable' }))
})

test('a first start killed while it wrote is undone and finished', async () => {
  const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()]
  const raw = new BetterSqlite3(databaseFile(elsewhere))
  raw.exec('PRAGMA cache_size = 1; BEGIN; CREATE TABLE half (text)')
  raw.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            INSERT INTO half SELECT hex(randomblob(50)) FROM n`)
  for (const suffix of ['', '-journal']) {
    copyFileSync(databaseFile(elsewhere) + suffix, databaseFile(folder) + suffix)
  }
  raw.close()
  const opened = await openedIn(folder)
  expect(opened.raw.prepare('SELECT count(*) FROM deals').pluck().get()).toBe(0)
})

test.for([
  { name: 'an empty file', make: (file: string) => writeFileSync(file, '') },
  {
    name: 'an empty WAL database without our mark',
    make: (file: string) => {
      const raw = new BetterSqlite3(file)
      raw.pragma('journal_mode = WAL')
      raw.close()
    },
  },
])('$name is what a start killed in its first moment leaves: it is finished', async ({ make }) => {
  const folder = temporaryFolder()
  make(databaseFile(folder))
  const { raw } = await openedIn(folder)
  expect(raw.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(raw.prepare('SELECT count(*) FROM deals').pluck().get()).toBe(0)
})
