import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from './index.ts'

const AT = '2026-11-22T09:00:00.000Z'

async function versionThree() {
  const raw = new BetterSqlite3(':memory:')
  onTestFinished(() => void raw.close())
  const connection = connect(raw, 'begin immediate')
  await migrate(connection, MIGRATIONS.slice(0, 2))
  raw.prepare(`INSERT INTO settings VALUES ('profile', '{}')`).run()
  await migrate(connection, MIGRATIONS.slice(0, 3))
  return raw
}

const insert = (raw: BetterSqlite3.Database, table: string, values: readonly unknown[]) =>
  raw.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values)

test('from version 2 to 3: what was there stays, and rows of the new tables come out as they went in', async () => {
  const raw = await versionThree()
  expect(raw.pragma('user_version', { simple: true })).toBe(3)
  expect(raw.prepare('SELECT * FROM settings').raw().all()).toEqual([['profile', '{}']])
  const rows = {
    drafts: ['d1', AT, '{"name":"Harbour"}'],
    saved_views: ['v1', 'Mine', AT, '{}'],
    notifications: ['n1', 'expired:deal', 'deal-expired', AT, 'deal', null, '{}', null, null],
    inbox_state: [1, AT],
    clock_state: [1, AT, AT, null, null],
    finished_imports: ['b1', AT, 'deals.csv', 212, 31, 5, 4],
    clock_resets: [1, AT, AT, AT, 'moved-back-far', 7, null],
  }
  for (const [table, values] of Object.entries(rows)) {
    insert(raw, table, values)
    expect(raw.prepare(`SELECT * FROM ${table}`).raw().all()).toEqual([values])
  }
})

test('one notification for each key, one state of the clock, and no reset is ever rewritten', async () => {
  const raw = await versionThree()
  insert(raw, 'notifications', ['n1', 'expired:deal', 'deal-expired', AT, null, null, '{}', null, null])
  const again = ['n2', 'expired:deal', 'deal-expired', AT, null, null, '{}', null, null]
  expect(() => insert(raw, 'notifications', again)).toThrow('UNIQUE')
  insert(raw, 'clock_state', [1, AT, AT, null, null])
  expect(() => insert(raw, 'clock_state', [2, AT, AT, null, null])).toThrow('CHECK')
  expect(() => raw.prepare('UPDATE clock_state SET hold_since = ?').run(AT)).toThrow('CHECK')
  insert(raw, 'clock_resets', [1, AT, AT, AT, 'moved-back-far', 7, null])
  expect(() => raw.prepare('UPDATE clock_resets SET actor = NULL').run()).toThrow('APPEND_ONLY')
  expect(() => raw.prepare('DELETE FROM clock_resets').run()).toThrow('APPEND_ONLY')
})
