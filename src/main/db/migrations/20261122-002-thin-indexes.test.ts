import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from './index.ts'

const ID = '0192f0c0-0000-7000-8000-000000000001'
const AT = '2026-11-22T09:00:00.000Z'

async function versionOneWithADeal() {
  const raw = new BetterSqlite3(':memory:')
  onTestFinished(() => void raw.close())
  const connection = connect(raw, 'begin immediate')
  await migrate(connection, MIGRATIONS.slice(0, 1))
  raw
    .prepare(
      `INSERT INTO deal_events (seq, id, deal_id, deal_version, kind, at, recorded_at, origin, rulebook, command_id,
                                command, body, prev_hash, hash)
       VALUES (1, 'e', ?, 1, 'created', ?, ?, 'person', '2020-10', 'c', 'create', '{}', ?, ?)`,
    )
    .run(ID, AT, AT, '0'.repeat(64), '1'.repeat(64))
  raw
    .prepare(
      `INSERT INTO deals (id, version, rulebook, origin, name, type, direction, status, stage, percent, family,
                          board_column, value_amount, value_currency, close_date, customer_id, customer_name,
                          country, partners, pending_partners, favorite, stage_since, created_at, updated_at,
                          attention, state)
       VALUES (?, 1, '2020-10', 'created', 'Deal', 'private', 'outbound', 'accepted', 'created', 10, 'standard',
               'created', 100, 'EUR', '2027-01-01', 'k', 'Customer', 'NL', 0, 0, 1, ?, ?, ?, 1, '{}')`,
    )
    .run(ID, AT, AT, AT)
  return connection
}

test('from version 1 to 2: the same rows, found through the new indexes', async () => {
  const connection = await versionOneWithADeal()
  const { raw } = connection
  const before = raw.prepare('SELECT * FROM deals').all()
  await migrate(connection, MIGRATIONS.slice(0, 2))
  expect(raw.pragma('user_version', { simple: true })).toBe(2)
  expect(raw.prepare('SELECT * FROM deals').all()).toEqual(before)
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  for (const index of ['deals_direction_by_name', 'deals_board']) {
    const where = index === 'deals_board' ? `family = 'standard'` : `direction = 'outbound'`
    const found = raw.prepare(`SELECT id FROM deals INDEXED BY ${index} WHERE ${where}`).pluck()
    expect(found.all()).toEqual([ID])
  }
  const favorites = raw.prepare('SELECT id FROM deals INDEXED BY deals_favorite_by_name WHERE favorite = 1')
  expect(favorites.pluck().all()).toEqual([ID])
})

test('from version 1 to 2: one index for each order of a direction, none for both together', async () => {
  const connection = await versionOneWithADeal()
  await migrate(connection, MIGRATIONS.slice(0, 2))
  const names = connection.raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'deals'`)
    .pluck()
    .all() as string[]
  expect(names.filter((name) => name.startsWith('deals_direction_by_'))).toHaveLength(11)
  expect(names.filter((name) => name.startsWith('deals_favorite_by_'))).toHaveLength(11)
  expect(names.filter((name) => name.startsWith('deals_by_'))).toEqual([])
})
