import { type Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { temporaryFolder } from '../../../tests/support/folder.ts'
import { MIGRATIONS, type Migration } from './migrations/index.ts'
import { SCHEMA_VERSION, migrate, schemaVersion } from './migrate.ts'
import { openWriter } from './open.ts'

async function opened() {
  const connection = await openWriter(temporaryFolder())
  onTestFinished(() => connection.db.destroy())
  return connection
}

const step = (name: string, ...statements: string[]): Migration => ({
  name,
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})

const tables = (raw: Awaited<ReturnType<typeof opened>>['raw']) =>
  raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()

test('opening a database brings it to the newest schema', async () => {
  expect(SCHEMA_VERSION).toBe(MIGRATIONS.length)
  expect(schemaVersion(await opened())).toBe(SCHEMA_VERSION)
})

test('migrating again does nothing', async () => {
  const connection = await opened()
  const before = connection.raw.pragma('schema_version', { simple: true })
  await migrate(connection)
  expect(connection.raw.pragma('schema_version', { simple: true })).toBe(before)
})

test('a step that fails leaves neither half a schema nor a new version', async () => {
  const connection = await opened()
  const steps = [...MIGRATIONS, step('bad', 'CREATE TABLE half (x)', 'CREATE TABLE half (x)')]
  await expect(migrate(connection, steps)).rejects.toThrow(/already exists/)
  expect(schemaVersion(connection)).toBe(SCHEMA_VERSION)
  expect(tables(connection.raw)).not.toContain('half')
})

test('whole steps before one that fails stay', async () => {
  const connection = await opened()
  const steps = [...MIGRATIONS, step('good', 'CREATE TABLE good (x)'), step('bad', 'CREATE nonsense')]
  await expect(migrate(connection, steps)).rejects.toThrow()
  expect(schemaVersion(connection)).toBe(SCHEMA_VERSION + 1)
  expect(tables(connection.raw)).toContain('good')
})

test('a step that breaks a foreign key is taken back, and keys are enforced afterwards', async () => {
  const connection = await opened()
  const orphan = step('orphan', `INSERT INTO deal_solutions VALUES ('no such deal', 'no such solution')`)
  await expect(migrate(connection, [...MIGRATIONS, orphan])).rejects.toThrow(/foreign key/)
  expect(schemaVersion(connection)).toBe(SCHEMA_VERSION)
  expect(connection.raw.prepare('SELECT count(*) FROM deal_solutions').pluck().get()).toBe(0)
  expect(connection.raw.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('a database of a newer application is refused', async () => {
  const connection = await opened()
  await expect(migrate(connection, [])).rejects.toEqual(new AppError('READ_ONLY', { why: 'newer-data' }))
})
