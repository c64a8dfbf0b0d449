import { beforeEach, expect, test } from 'vitest'
import { contentOf, rawOf, rowsOf } from '../../../tests/support/database-content.ts'
import { createDeal, execute, receiveDeal } from '../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../tests/support/open-application.ts'
import { insertRow, lastEvent, nextEvent } from '../../../tests/support/raw-events.ts'

const REFUSED = /EVENT_LOG_IS_APPEND_ONLY/
let raw: ReturnType<typeof rawOf>

beforeEach(async () => {
  const app = await openApplication()
  raw = rawOf(app)
  await execute(app, (await createDeal(app)).id, { kind: 'win' })
  await receiveDeal(app)
})

/** Whatever is tried must be refused and leave every table as it was. */
function refused(attempt: () => unknown, message: RegExp = REFUSED): void {
  const before = contentOf(raw)
  expect(attempt).toThrow(message)
  expect(contentOf(raw)).toEqual(before)
}

const columns = () => rowsOf(raw, `SELECT name FROM pragma_table_info('deal_events')`).map(({ name }) => name)

test('no column of any event can be changed by raw SQL', () => {
  for (const column of columns()) {
    refused(() => raw.exec(`UPDATE deal_events SET ${String(column)} = ${String(column)}`))
    refused(() => raw.exec(`UPDATE OR REPLACE deal_events SET ${String(column)} = 3 WHERE seq = 1`))
  }
})

test('no event can be deleted, neither one nor all', () => {
  refused(() => raw.exec('DELETE FROM deal_events WHERE seq = 1'))
  refused(() => raw.exec('DELETE FROM deal_events'))
})

test('an event cannot be put in the place of another', () => {
  const last = lastEvent(raw) as unknown as Record<string, unknown>
  for (const verb of ['INSERT OR REPLACE', 'REPLACE', 'INSERT OR IGNORE']) {
    refused(() => insertRow(raw, verb, 'deal_events', { ...last, body: '{}' }))
  }
})

test.for([
  { name: 'the id', taken: () => ({ id: lastEvent(raw).id }) },
  {
    name: 'the deal and version',
    taken: () => ({ deal_id: lastEvent(raw).deal_id, deal_version: lastEvent(raw).deal_version }),
  },
])('an event that continues the chain cannot push out the one that has $name', ({ taken }) => {
  const row = nextEvent(raw, { deal_version: 99, ...taken() }) as unknown as Record<string, unknown>
  for (const verb of ['INSERT OR REPLACE', 'REPLACE', 'INSERT']) {
    refused(() => insertRow(raw, verb, 'deal_events', row))
  }
})

test.for([
  { name: 'leaves a gap', wrong: () => ({ seq: lastEvent(raw).seq + 2 }) },
  { name: 'goes before the last', wrong: () => ({ seq: 0 }) },
  { name: 'does not name the hash before it', wrong: () => ({ prev_hash: 'f'.repeat(64) }) },
])('an event that $name is refused', ({ wrong }) => {
  const row = nextEvent(raw, { deal_version: 99, ...wrong() }) as unknown as Record<string, unknown>
  refused(() => insertRow(raw, 'INSERT', 'deal_events', row))
})

test('an event without a sequence number of its own is refused', () => {
  const { seq: _seq, ...row } = nextEvent(raw, { deal_version: 99 })
  refused(() => insertRow(raw, 'INSERT', 'deal_events', row))
})

test('an event that continues the chain is taken: the guards refuse the wrong ones only', () => {
  const row = nextEvent(raw, { deal_version: 99 }) as unknown as Record<string, unknown>
  insertRow(raw, 'INSERT', 'deal_events', row)
  expect(lastEvent(raw)).toEqual(row)
})
