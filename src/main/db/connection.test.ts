import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/folder.ts'
import { databaseFile, openReader, openWriter } from './open.ts'

async function writerIn(folder: string) {
  const writer = await openWriter(folder)
  onTestFinished(() => writer.db.destroy())
  return writer
}

test('a transaction that reads before it writes holds the write lock from its beginning (F3)', async () => {
  const folder = temporaryFolder()
  const { db } = await writerIn(folder)
  const other = new BetterSqlite3(databaseFile(folder), { timeout: 0 })
  onTestFinished(() => void other.close())
  await db.transaction().execute(async (trx) => {
    await trx.selectFrom('settings').selectAll().execute()
    expect(() => other.exec(`INSERT INTO settings VALUES ('theirs', '1')`)).toThrow(/locked/)
    await trx.insertInto('settings').values({ key: 'ours', value: '1' }).execute()
  })
  expect(other.prepare('SELECT key FROM settings').pluck().all()).toEqual(['ours'])
})

test('a reading transaction is one snapshot and keeps nobody from writing', async () => {
  const folder = temporaryFolder()
  const writer = await writerIn(folder)
  const reader = openReader(folder)
  onTestFinished(() => reader.db.destroy())
  const count = () => reader.db.selectFrom('settings').select('key').execute()
  await reader.db.transaction().execute(async (snapshot) => {
    expect(await snapshot.selectFrom('settings').select('key').execute()).toEqual([])
    await writer.db.insertInto('settings').values({ key: 'late', value: '1' }).execute()
    expect(await snapshot.selectFrom('settings').select('key').execute()).toEqual([])
  })
  expect(await count()).toEqual([{ key: 'late' }])
})

test('a failed transaction leaves nothing, and the connection serves on', async () => {
  const { db } = await writerIn(temporaryFolder())
  const failing = db.transaction().execute(async (trx) => {
    await trx.insertInto('settings').values({ key: 'gone', value: '1' }).execute()
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  expect(await db.selectFrom('settings').selectAll().execute()).toEqual([])
})

test('more different statements than are kept prepared still answer right', async () => {
  const { db } = await writerIn(temporaryFolder())
  for (let number = 0; number < 1200; number += 1) {
    const { rows } = await sql<{ n: number }>`SELECT ${sql.lit(number)} AS n`.execute(db)
    expect(rows[0]!.n).toBe(number)
  }
})

test('a limit stands in the text of a query: bound, SQLite would plan the query anew every time', async () => {
  const { db } = await writerIn(temporaryFolder())
  const { sql: text, parameters } = db.selectFrom('settings').selectAll().limit(3).compile()
  expect(text).toContain('limit 3')
  expect(parameters).toEqual([])
})
