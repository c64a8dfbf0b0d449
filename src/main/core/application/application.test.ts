import { expect, test } from 'vitest'
import { createDeal, execute, receiveDeal } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'

test('an empty application says what it is and that nothing is saved yet', async () => {
  const app = await openApplication()
  expect(await app.call('app.info', {})).toEqual({
    name: 'Tandem',
    version: '0.0.0-test',
    commit: null,
    runtime: [],
    rulebook: '2020-10',
    schemaVersion: SCHEMA_VERSION,
    host: 'loopback',
    capabilities: [],
    clock: {
      now: app.clock.now(),
      hold: null,
      banner: null,
      computer: { now: app.clock.now(), today: app.clock.today() },
    },
    counts: { deals: 0, received: 0, active: 0, closed: 0, favorites: 0, sample: 0, events: 0, unread: 0 },
    savedAt: null,
  })
})

test('it counts what it holds, by status, and says when it last saved', async () => {
  const app = await openApplication()
  await receiveDeal(app)
  const won = await createDeal(app)
  await createDeal(app)
  await execute(app, won.id, { kind: 'win' })
  app.clock.advance(1000)
  await execute(app, won.id, { kind: 'set-favorite', favorite: true })
  const savedAt = app.clock.now()
  app.clock.advance(1000)
  const info = await app.call('app.info', {})
  expect(info.counts).toEqual({
    deals: 3,
    received: 1,
    active: 1,
    closed: 1,
    favorites: 1,
    sample: 0,
    events: 5,
    unread: 0,
  })
  expect(info.savedAt).toBe(savedAt)
})
