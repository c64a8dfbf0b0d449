import { beforeEach, expect, test } from 'vitest'
import { contentOf, rawOf, rowsOf } from '../../../tests/support/database-content.ts'
import { createDeal, execute, receiveDeal } from '../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../tests/support/open-application.ts'
import { appendByHand, insertRow } from '../../../tests/support/raw-events.ts'

const NO_EVENT = /NO_EVENT_FOR_THIS_VERSION/
let raw: ReturnType<typeof rawOf>
let closed: string
let running: string

beforeEach(async () => {
  const app = await openApplication()
  raw = rawOf(app)
  closed = (await receiveDeal(app, { externalId: 'REF-1', name: 'Closed deal' })).id
  await execute(app, closed, { kind: 'accept', name: 'Closed deal' })
  await execute(app, closed, { kind: 'win' })
  running = (await createDeal(app)).id
})

function refused(attempt: () => unknown, message: RegExp): void {
  const before = contentOf(raw)
  expect(attempt).toThrow(message)
  expect(contentOf(raw)).toEqual(before)
}

const rowOf = (id: string) => rowsOf(raw, 'SELECT * FROM deals WHERE id = ?', id)[0]!
const columns = () =>
  rowsOf(raw, `SELECT name FROM pragma_table_info('deals')`).map(({ name }) => String(name))

test('no column of a terminal deal can be changed by raw SQL, nor of a running one without an event', () => {
  for (const id of [closed, running]) {
    for (const column of columns()) {
      for (const verb of ['UPDATE', 'UPDATE OR REPLACE', 'UPDATE OR IGNORE']) {
        refused(() => raw.prepare(`${verb} deals SET ${column} = ${column} WHERE id = ?`).run(id), NO_EVENT)
      }
    }
  }
})

test('a version counted up alone is no event', () => {
  for (const id of [closed, running]) {
    refused(() => raw.prepare('UPDATE deals SET version = version + 1 WHERE id = ?').run(id), NO_EVENT)
  }
})

test('a row cannot take the place of another, whatever it collides with', () => {
  const { rowid, ...row } = rowOf(closed)
  for (const verb of ['INSERT OR REPLACE', 'REPLACE', 'INSERT OR IGNORE', 'INSERT']) {
    refused(() => insertRow(raw, verb, 'deals', { ...row, status: 'lost' }), NO_EVENT)
    refused(() => insertRow(raw, verb, 'deals', { ...row, rowid }), NO_EVENT)
    refused(() => insertRow(raw, verb, 'deals', { ...row, rowid, id: running }), NO_EVENT)
    refused(() => insertRow(raw, verb, 'deals', { ...row, id: 'no event names me' }), NO_EVENT)
  }
})

test('a referral id cannot be used to push a closed deal out', () => {
  const version = appendByHand(raw, running)
  const upsert = 'UPDATE OR REPLACE deals SET version = ?, referral_id = ? WHERE id = ?'
  refused(() => raw.prepare(upsert).run(version, 'REF-1', running), NO_EVENT)
  const { rowid: _rowid, ...row } = rowOf(running)
  raw
    .prepare(
      `INSERT INTO deal_events SELECT seq + 1, 'new', 'new deal', 1, kind, at, recorded_at, actor, origin,
    rulebook, command_id, command, body, hash, hash FROM deal_events ORDER BY seq DESC LIMIT 1`,
    )
    .run()
  const intruder = { ...row, id: 'new deal', version: 1, referral_id: 'REF-1' }
  for (const verb of ['INSERT OR REPLACE', 'REPLACE', 'INSERT']) {
    refused(() => insertRow(raw, verb, 'deals', intruder), NO_EVENT)
  }
})

test('a deal goes only with an event that says it was removed', () => {
  for (const id of [closed, running]) {
    const remove = raw.prepare('DELETE FROM deals WHERE id = ?')
    refused(() => remove.run(id), NO_EVENT)
    appendByHand(raw, id, 'removed')
    remove.run(id)
    expect(rowOf(id)).toBeUndefined()
  }
})

test('an event of another kind lets no deal go', () => {
  appendByHand(raw, closed, 'won')
  refused(() => raw.prepare('DELETE FROM deals WHERE id = ?').run(closed), NO_EVENT)
})
