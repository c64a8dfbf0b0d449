import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { rawOf, totalChanges } from '../../../../tests/support/database-content.ts'
import { receiveDeal } from '../../../../tests/support/deal-commands.ts'
import { inboxOf } from '../../../../tests/support/inbox.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { planFaults, planOf, statementsOf } from '../../../../tests/support/query-plans.ts'

const DAY_MS = 86_400_000
let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

/** Time passes, and the minute's round goes. */
async function live(ms: number) {
  app.clock.advance(ms)
  await app.app.resume()
}
const taken = async () => (await app.call('notifications.take-untold', {})).rows

test('a warning is handed over once, by id and deadline', async () => {
  const { id, expiresAt } = await receiveDeal(app)
  expect(await taken()).toEqual([])
  await live(7 * DAY_MS)
  const [warning] = await inboxOf(app)
  expect(await taken()).toEqual([
    { id: warning!.id, kind: 'deal-expiring', dealId: id, expiresAt, counts: {}, isAway: false },
  ])
  expect(await taken()).toEqual([])
  await live(4 * DAY_MS)
  expect(await taken()).toHaveLength(1)
})

test('what was read in the inbox meanwhile is no news', async () => {
  await receiveDeal(app)
  await live(7 * DAY_MS)
  await app.call('notifications.mark-read', { all: true })
  expect(await taken()).toEqual([])
})

test('after weeks there is one line, with what it counts', async () => {
  for (let count = 0; count < 4; count += 1) await receiveDeal(app)
  await taken()
  await live(30 * DAY_MS)
  expect(await taken()).toMatchObject([
    { kind: 'summary', dealId: null, counts: { 'deal-expired': 4 }, isAway: true },
  ])
})

test('with nothing to hand over nothing is written', async () => {
  await receiveDeal(app)
  await live(7 * DAY_MS)
  await taken()
  const changes = totalChanges(rawOf(app))
  for (let count = 0; count < 20; count += 1) await taken()
  expect(totalChanges(rawOf(app))).toBe(changes)
})

test('a mark from days that have not come holds nothing back', async () => {
  const ahead = JSON.stringify({ at: '2099-01-01T00:00:00.000Z', id: 'x' })
  rawOf(app).exec(`INSERT INTO settings (key, value) VALUES ('told-outside', '${ahead}')`)
  await receiveDeal(app)
  await live(7 * DAY_MS)
  expect(await taken()).toHaveLength(1)
  expect(await taken()).toEqual([])
  await live(4 * DAY_MS)
  expect(await taken()).toHaveLength(1)
})

test('it comes from an index', async () => {
  await receiveDeal(app)
  await live(7 * DAY_MS)
  const asked = (await statementsOf(app, taken)).filter((text) => /notifications/.test(text))
  expect(asked.flatMap((statement) => planFaults(app, statement))).toEqual([])
  expect(asked.flatMap((statement) => planOf(app, statement)).join('\n')).toContain('notifications_unread')
})
