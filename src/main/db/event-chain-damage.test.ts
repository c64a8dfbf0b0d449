import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApplication, testApplication } from '../../../tests/support/application.ts'
import { rawOf, rowsOf, scalarOf } from '../../../tests/support/database-content.ts'
import { verifyChain } from './event-log.ts'
import type { ReadExecutor } from './executor.ts'

let app: TestApplication
let events: number

// One log for all tests: whatever a test damages it puts back.
beforeAll(async () => {
  app = await testApplication()
  await app.call('sample.load', {})
  events = Number(scalarOf(rawOf(app), 'SELECT count(*) FROM deal_events'))
  rawOf(app).exec('DROP TRIGGER deal_events_never_change; DROP TRIGGER deal_events_never_go')
})
afterAll(() => app.close())

const verify = () => verifyChain(app.app.core.writer.db as unknown as ReadExecutor)

/** Flips one bit of the text of a column without making it unreadable. */
function flipped(text: string, at: number): string {
  const index = at % text.length
  const code = text.charCodeAt(index) ^ 1
  return text.slice(0, index) + String.fromCharCode(code) + text.slice(index + 1)
}

/** Damages one column of one event, looks, and puts it back. */
async function damaged(seq: number, column: string, value: unknown) {
  const raw = rawOf(app)
  const was = scalarOf(raw, `SELECT ${column} FROM deal_events WHERE seq = ?`, seq)
  const set = (to: unknown) =>
    raw.prepare(`UPDATE deal_events SET ${column} = ? WHERE seq = ?`).run(to, column === 'seq' ? 9999 : seq)
  raw.pragma('ignore_check_constraints = ON')
  raw.prepare(`UPDATE deal_events SET ${column} = ? WHERE seq = ?`).run(value, seq)
  try {
    return await verify()
  } finally {
    set(was)
    raw.pragma('ignore_check_constraints = OFF')
  }
}

const seqs = () => fc.integer({ min: 1, max: events })

test.for(['id', 'kind', 'at', 'recorded_at', 'origin', 'command_id', 'body'])(
  'a byte flipped anywhere in %s is found at its event',
  async (column) => {
    const property = fc.asyncProperty(seqs(), fc.nat(5000), async (seq, at) => {
      const text = String(scalarOf(rawOf(app), `SELECT ${column} FROM deal_events WHERE seq = ?`, seq))
      const { fault } = await damaged(seq, column, flipped(text, at))
      expect(fault).toEqual({ seq, fault: 'hash' })
    })
    await fc.assert(property, { numRuns: 8 })
  },
)

test('a byte flipped in a hash is found at its event', async () => {
  for (const seq of [1, Math.floor(events / 2), events]) {
    const hash = String(scalarOf(rawOf(app), 'SELECT hash FROM deal_events WHERE seq = ?', seq))
    expect((await damaged(seq, 'hash', flipped(hash, 7))).fault).toEqual({ seq, fault: 'hash' })
  }
})

test('a byte flipped in the hash before is found as a broken link', async () => {
  const hash = String(scalarOf(rawOf(app), 'SELECT prev_hash FROM deal_events WHERE seq = 5'))
  expect((await damaged(5, 'prev_hash', flipped(hash, 0))).fault).toEqual({ seq: 5, fault: 'link' })
})

test('a sequence number that is not its own is found as a gap', async () => {
  expect(await damaged(events, 'seq', 9999)).toEqual({
    events: events - 1,
    fault: { seq: 9999, fault: 'gap' },
  })
})

test('an event taken out of the middle is found as a gap', async () => {
  const raw = rawOf(app)
  raw.exec('BEGIN; DELETE FROM deal_events WHERE seq = 7')
  expect((await verify()).fault).toEqual({ seq: 8, fault: 'gap' })
  raw.exec('ROLLBACK')
})

test('an event rewritten with a hash that fits is found at the one after it', async () => {
  const raw = rawOf(app)
  const { hashOf } = await import('./event-log.ts')
  const row = rowsOf(raw, 'SELECT * FROM deal_events WHERE seq = 3')[0]!
  const forged = hashOf({ ...row, body: '{}' } as never)
  raw.exec('BEGIN')
  raw.prepare(`UPDATE deal_events SET body = '{}', hash = ? WHERE seq = 3`).run(forged)
  expect((await verify()).fault).toEqual({ seq: 4, fault: 'link' })
  raw.exec('ROLLBACK')
})

test('after all that the log is whole again', async () => {
  expect(await verify()).toEqual({ events, fault: null })
})
