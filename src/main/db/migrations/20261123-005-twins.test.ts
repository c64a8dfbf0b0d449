import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from './index.ts'

test('from version 4 to 5: customers stay, and whatever looks alike is found by an index', async () => {
  const raw = new BetterSqlite3(':memory:')
  onTestFinished(() => void raw.close())
  const connection = connect(raw, 'begin immediate')
  await migrate(connection, MIGRATIONS.slice(0, 4))
  raw
    .prepare(
      `INSERT INTO customers (id, name, name_key, address_line1, city, city_key, country, origin)
       VALUES ('c', 'Castanho Lda', 'castanho lda', '', 'Porto', 'porto', 'PT', 'person')`,
    )
    .run()
  const before = raw.prepare('SELECT * FROM customers').all()
  await migrate(connection, MIGRATIONS.slice(0, 5))
  expect(raw.pragma('user_version', { simple: true })).toBe(5)
  expect(raw.prepare('SELECT * FROM customers').all()).toEqual(before)
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  const indexOf = (question: string, ...values: string[]) =>
    (raw.prepare(`EXPLAIN QUERY PLAN ${question}`).all(...values) as { detail: string }[])[0]!.detail
  expect(
    indexOf(
      'SELECT id, name_key FROM customers WHERE country = ? AND substr(name_key, 4, 3) = ?',
      'PT',
      'tan',
    ),
  ).toContain('COVERING INDEX customers_name_middle')
  expect(
    indexOf('SELECT id FROM deals WHERE customer_id = ? AND close_date BETWEEN ? AND ?', 'c', '1', '2'),
  ).toContain('deals_customer (customer_id=? AND close_date>? AND close_date<?)')
  expect(
    indexOf(
      `SELECT id FROM deals WHERE crm_id IS NOT NULL
          AND replace(replace(replace(replace(lower(crm_id), ' ', ''), '-', ''), '_', ''), '/', '') = ?`,
      'x',
    ),
  ).toContain('deals_crm')
})
