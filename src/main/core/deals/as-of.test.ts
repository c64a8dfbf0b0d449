import { expect, test } from 'vitest'
import { createDeal, execute, receiveDeal } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const DAY_MS = 86_400_000

test('a deal comes back as it was at any instant of its life', async () => {
  const app = await openApplication()
  const states = [await createDeal(app, { name: 'First name' })]
  const { id } = states[0]!
  for (const command of [
    { kind: 'edit', changes: { name: 'Second name' } },
    { kind: 'mark-stage', stage: 'developed' },
    { kind: 'win' },
  ] as const) {
    app.clock.advance(DAY_MS)
    states.push(await execute(app, id, command))
  }
  app.clock.advance(DAY_MS)
  for (const state of states) {
    const asOf = state.updatedAt
    expect(await app.call('deals.get', { dealId: id, asOf })).toEqual(state)
    const later = new Date(Date.parse(asOf) + DAY_MS - 1).toISOString()
    expect(await app.call('deals.get', { dealId: id, asOf: later })).toEqual(state)
  }
})

test('before it began, a deal is NOT_FOUND', async () => {
  const app = await openApplication()
  const { id, createdAt } = await createDeal(app)
  const asOf = new Date(Date.parse(createdAt) - 1).toISOString()
  expect(await app.fail('deals.get', { dealId: id, asOf })).toMatchObject({ code: 'NOT_FOUND' })
  expect((await app.call('deals.get', { dealId: id, asOf: createdAt })).id).toBe(id)
})

test('a deal that expired while nobody looked had expired at its deadline, not when somebody did', async () => {
  const app = await openApplication()
  const { id, expiresAt } = await receiveDeal(app)
  app.clock.advance(90 * DAY_MS)
  const asOf = (ms: number) => new Date(Date.parse(expiresAt!) + ms).toISOString()
  expect((await app.call('deals.get', { dealId: id, asOf: asOf(-1) })).status).toBe('received')
  expect((await app.call('deals.get', { dealId: id, asOf: asOf(0) })).status).toBe('expired')
})
