import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from './index.ts'

const AT = '2026-11-22T09:00:00.000Z'

test('from version 3 to 4: the same log, and what happened after an instant is found without reading it', async () => {
  const raw = new BetterSqlite3(':memory:')
  onTestFinished(() => void raw.close())
  const connection = connect(raw, 'begin immediate')
  await migrate(connection, MIGRATIONS.slice(0, 3))
  raw
    .prepare(
      `INSERT INTO deal_events (seq, id, deal_id, deal_version, kind, at, recorded_at, origin, rulebook, command_id,
                                command, body, prev_hash, hash)
       VALUES (1, 'e', 'd', 1, 'created', ?, ?, 'person', '2020-10', 'c', 'create', '{}', ?, ?)`,
    )
    .run(AT, AT, '0'.repeat(64), '1'.repeat(64))
  const before = raw.prepare('SELECT * FROM deal_events').all()
  await migrate(connection, MIGRATIONS.slice(0, 4))
  expect(raw.pragma('user_version', { simple: true })).toBe(4)
  expect(raw.prepare('SELECT * FROM deal_events').all()).toEqual(before)
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  const question = 'SELECT deal_id, deal_version FROM deal_events WHERE at > ?'
  const plan = raw.prepare(`EXPLAIN QUERY PLAN ${question}`).all('2026') as { detail: string }[]
  expect(plan[0]!.detail).toContain('COVERING INDEX deal_events_by_time')
})
