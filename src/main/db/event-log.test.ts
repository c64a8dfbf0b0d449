import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../tests/support/application.ts'
import { rawOf, rowsOf } from '../../../tests/support/database-content.ts'
import { createDeal, execute, receiveDeal } from '../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../tests/support/open-application.ts'
import { CHAIN_START, eventsOf, hashOf, headOf, integrityFaults, verifyChain } from './event-log.ts'
import type { ReadExecutor } from './executor.ts'
import { PersonalData } from './personal-data.ts'

let app: TestApplication
let db: ReadExecutor

beforeEach(async () => {
  app = await openApplication()
  db = app.app.core.writer.db as unknown as ReadExecutor
})

test('an empty log ends where the chain begins, and holds', async () => {
  expect(await headOf(db)).toEqual({ seq: 0, hash: CHAIN_START })
  expect(await verifyChain(db)).toEqual({ events: 0, fault: null })
})

test('every event names the hash of the one before it, and carries its own', async () => {
  const { id } = await createDeal(app)
  await execute(app, id, { kind: 'mark-stage', stage: 'proposed' })
  await execute(app, id, { kind: 'win' })
  await receiveDeal(app)
  const rows = rowsOf(rawOf(app), 'SELECT * FROM deal_events ORDER BY seq')
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  expect(rows.map(({ prev_hash }) => prev_hash)).toEqual([
    CHAIN_START,
    ...rows.slice(0, -1).map(({ hash }) => hash),
  ])
  for (const row of rows) expect(hashOf(row as never)).toBe(row['hash'])
  expect(await headOf(db)).toEqual({ seq: 4, hash: rows[3]!['hash'] })
  expect(await verifyChain(db)).toEqual({ events: 4, fault: null })
})

test('the hash covers every column but itself', async () => {
  await createDeal(app)
  const row = rowsOf(rawOf(app), 'SELECT * FROM deal_events')[0]!
  for (const column of Object.keys(row)) {
    const changed = hashOf({ ...row, [column]: 'something else' } as never)
    expect(changed === row['hash'], column).toBe(column === 'hash')
  }
})

test('the history of a deal comes back oldest first, personal data filled in', async () => {
  const { id } = await createDeal(app, { notes: 'call Monday' })
  await createDeal(app)
  await execute(app, id, { kind: 'set-favorite', favorite: true })
  const events = await eventsOf(db, new PersonalData(() => 'unused'), id)
  expect(events.map(({ kind, version }) => [kind, version])).toEqual([
    ['created', 1],
    ['favorite-set', 2],
  ])
  expect(events[0]!.body).toMatchObject({ notes: 'call Monday', team: [{ email: 'ana@kestrel.example' }] })
})

test('a healthy file has no integrity faults', async () => {
  await createDeal(app)
  expect(await integrityFaults(db)).toEqual([])
})
