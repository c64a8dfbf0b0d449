import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from './index.ts'

async function versionSix() {
  const raw = new BetterSqlite3(':memory:')
  onTestFinished(() => void raw.close())
  const connection = connect(raw, 'begin immediate')
  await migrate(connection, MIGRATIONS.slice(0, 5))
  raw.exec(`INSERT INTO finished_imports VALUES ('b0', '2026-11-22T09:00:00.000Z', 'a.csv', 1, 2, 3, 4)`)
  raw.exec(`INSERT INTO people VALUES ('p1', 'Ana', 'Silva', '1', 'ana@kestrel.example', NULL, NULL)`)
  raw.exec(`INSERT INTO solutions VALUES ('s1', 'Old', 'old', 'own', NULL, 'SOL-1', NULL, 'person')`)
  await migrate(connection, MIGRATIONS.slice(0, 6))
  return raw
}

const changes = (raw: BetterSqlite3.Database) =>
  raw
    .prepare(`SELECT entry_table, entry_id, before ->> 'name', after ->> 'name' FROM import_changes`)
    .raw()
    .all()

test('from version 5 to 6: imports of before stay, with nothing known of what they added', async () => {
  const raw = await versionSix()
  const kept = raw.prepare(
    'SELECT name, refused, after_event, errors_file_id, undone_at FROM finished_imports',
  )
  expect(kept.raw().all()).toEqual([['a.csv', 4, 0, null, null]])
  expect(changes(raw)).toEqual([])
})

test('while an import writes, entries are noted as they were first and as they are last', async () => {
  const raw = await versionSix()
  raw.exec(`UPDATE solutions SET name = 'Before' WHERE id = 's1'`)
  raw.exec(`INSERT INTO import_open VALUES (1, 'b1')`)
  raw.exec(`UPDATE solutions SET name = 'Between' WHERE id = 's1'`)
  raw.exec(`UPDATE solutions SET name = 'After' WHERE id = 's1'`)
  raw.exec(`INSERT INTO solutions VALUES ('s2', 'New', 'new', 'own', NULL, NULL, NULL, 'import')
    ON CONFLICT (id) DO UPDATE SET name = excluded.name`)
  raw.exec(`INSERT INTO solutions VALUES ('s2', 'Newer', 'newer', 'own', NULL, NULL, NULL, 'import')
    ON CONFLICT (id) DO UPDATE SET name = excluded.name`)
  raw.exec(`UPDATE people SET team_at = 'now', team_deal_id = 'd1' WHERE id = 'p1'`)
  raw.exec(`DELETE FROM import_open`)
  raw.exec(`UPDATE solutions SET name = 'Later' WHERE id = 's1'`)
  expect(changes(raw)).toEqual([
    ['people', 'p1', null, null],
    ['solutions', 's1', 'Before', 'After'],
    ['solutions', 's2', null, 'Newer'],
  ])
  const person = raw.prepare(`SELECT before, after FROM import_changes WHERE entry_table = 'people'`)
  expect(person.raw().get()).toEqual([
    '{"team_at":null,"team_deal_id":null}',
    '{"team_at":"now","team_deal_id":"d1"}',
  ])
})
