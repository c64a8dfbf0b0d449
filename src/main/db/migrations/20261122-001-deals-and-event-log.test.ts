import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from './index.ts'

/** A database as version 0 is: nothing at all. */
function versionZero() {
  const raw = new BetterSqlite3(':memory:')
  onTestFinished(() => void raw.close())
  return connect(raw, 'begin immediate')
}

async function versionOne() {
  const connection = versionZero()
  await migrate(connection, MIGRATIONS.slice(0, 1))
  return connection.raw
}

const named = (raw: BetterSqlite3.Database, type: string) =>
  raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all(type)

test('from nothing to version 1: every table, and every table of ours is strict', async () => {
  const raw = await versionOne()
  const tables = named(raw, 'table').filter((name) => !String(name).startsWith('deal_search_'))
  expect(tables).toEqual([
    'board_counters',
    'customers',
    'deal_events',
    'deal_parties',
    'deal_search',
    'deal_solutions',
    'deals',
    'partners',
    'people',
    'settings',
    'solutions',
    'texts',
  ])
  const loose = raw
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND type = 'table'
              AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all()
  expect(loose).toEqual([])
  expect(raw.pragma('user_version', { simple: true })).toBe(1)
})

test('from nothing to version 1: every guard', async () => {
  expect(named(await versionOne(), 'trigger')).toEqual([
    'board_counters_add',
    'board_counters_move',
    'board_counters_take',
    'deal_events_continue_the_chain',
    'deal_events_never_change',
    'deal_events_never_go',
    'deals_need_an_event_to_begin',
    'deals_need_an_event_to_change',
    'deals_need_an_event_to_go',
    'deals_terminal_are_frozen',
  ])
})

test('from nothing to version 1: rows go in and come out as they were', async () => {
  const raw = await versionOne()
  const rows = {
    people: ['p1', 'Ana', 'Silva', '+1', 'ana@kestrel.example', null, null],
    texts: ['t1', '备注'],
    customers: [
      'c1',
      'Foods',
      'foods',
      'Kade 1',
      null,
      'Delft',
      'delft',
      null,
      null,
      'NL',
      '012345678',
      'import',
    ],
    partners: ['pa1', 'Brink', 'brink', '4301187', 'NL', 'p1', 'person'],
    solutions: ['s1', 'ColdTrace', 'coldtrace', 'own', null, 'SOL-1', 'ip-co-sell', 'person'],
    settings: ['profile', '{}'],
  }
  for (const [table, values] of Object.entries(rows)) {
    raw.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values)
    expect(raw.prepare(`SELECT * FROM ${table}`).raw().all()).toEqual([values])
  }
})
