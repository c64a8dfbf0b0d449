import { expect, onTestFinished, test } from 'vitest'
import type { ProcedureName } from '#shared/ipc/contract.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import { rawOf, rowsOf } from '../../../../tests/support/database-content.ts'
import { createDeal, receiveDeal } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const DAY_MS = 86_400_000

const calls: [ProcedureName, (dealId: string) => object][] = [
  ['app.info', () => ({})],
  ['deals.get', (dealId) => ({ dealId })],
  ['deals.list', () => ({ tab: 'all' })],
  ['deals.totals', () => ({ tab: 'all' })],
  ['deals.board', () => ({ family: 'standard' })],
  ['deals.timeline', (dealId) => ({ dealId })],
  ['deals.search', () => ({ text: 'cold' })],
  ['deals.actions', (dealId) => ({ dealId })],
  ['deals.check', (dealId) => ({ dealId, command: { kind: 'accept', name: 'Late' } })],
  [
    'deals.execute',
    (dealId) => ({ dealId, expectedVersion: null, command: { kind: 'accept', name: 'Late' } }),
  ],
  ['settings.save', () => ({ theme: 'dark' })],
  ['exports.start', () => ({ format: 'deals-csv', selection: { tab: 'all' } })],
]

test.for(calls)('%s closes what has run out before it does anything', async ([name, input]) => {
  const app = await openApplication()
  const { id } = await receiveDeal(app)
  app.clock.advance(30 * DAY_MS)
  await app.app.dispatch(name, input(id))
  expect(rowsOf(rawOf(app), 'SELECT status FROM deals')).toEqual([{ status: 'expired' }])
})

test('a list that is asked for at the deadline shows the deal as expired already', async () => {
  const app = await openApplication()
  await receiveDeal(app)
  app.clock.advance(14 * DAY_MS)
  const { rows } = await app.call('deals.list', { tab: 'all', filters: { statuses: ['expired'] } })
  expect(rows.map(({ status }) => status)).toEqual(['expired'])
})

test('what ran out while the application was closed is closed before anybody can ask', async () => {
  const first = await testApplication()
  const { expiresAt } = await receiveDeal(first)
  first.clock.advance(60 * DAY_MS)
  const second = await first.reopen()
  onTestFinished(() => second.close())
  expect(rowsOf(rawOf(second), 'SELECT status, closed_at FROM deals')).toEqual([
    { status: 'expired', closed_at: expiresAt },
  ])
})

test('an application whose first sweep fails starts all the same', async () => {
  const first = await testApplication()
  await receiveDeal(first)
  rawOf(first).exec(`CREATE TRIGGER full BEFORE INSERT ON deal_events BEGIN SELECT RAISE(ABORT, 'full'); END`)
  first.clock.advance(60 * DAY_MS)
  const second = await first.reopen()
  onTestFinished(() => second.close())
  expect(second.log).toMatchObject([{ code: 'SWEEP_FAILED' }])
  expect((await second.call('deals.list', { tab: 'all' })).rows).toHaveLength(1)
})

/** Makes every new event fail, as a full disk would. */
function failing(app: TestApplication): () => void {
  rawOf(app).exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON main.deal_events
                   BEGIN SELECT RAISE(ABORT, 'disk full, canary'); END`)
  return () => void rawOf(app).exec('DROP TRIGGER full')
}

test('a sweep that fails is written to the log without data, and tried again the next time', async () => {
  const app = await openApplication()
  await receiveDeal(app)
  app.clock.advance(30 * DAY_MS)
  const mend = failing(app)
  await app.app.resume()
  expect(app.log).toMatchObject([{ level: 'error', code: 'SWEEP_FAILED' }])
  expect(JSON.stringify(app.log)).not.toContain('canary')
  mend()
  await app.app.resume()
  expect(rowsOf(rawOf(app), 'SELECT status FROM deals')).toEqual([{ status: 'expired' }])
  expect(app.log).toHaveLength(1)
})

test('while a sweep fails everything can still be read, and the rules still refuse what is too late', async () => {
  const app = await openApplication()
  const { id } = await receiveDeal(app)
  const own = await createDeal(app)
  app.clock.advance(30 * DAY_MS)
  failing(app)
  expect((await app.call('deals.get', { dealId: own.id })).name).toBe(own.name)
  expect((await app.call('deals.list', { tab: 'all' })).rows).toHaveLength(2)
  const command = { kind: 'accept' as const, name: 'Late' }
  const { allowed, reasons } = await app.call('deals.check', { dealId: id, command })
  expect([allowed, reasons[0]!.code]).toEqual([false, 'INVITATION_EXPIRED'])
})
