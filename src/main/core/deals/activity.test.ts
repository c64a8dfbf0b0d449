import { expect, test } from 'vitest'
import { createDeal, execute } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const HOUR_MS = 3_600_000

test('without history there is no day', async () => {
  const app = await openApplication()
  expect((await app.call('deals.activity', {})).rows).toEqual([])
})

test('every event counts on the day it took effect, the first and the last instant of a day included', async () => {
  const app = await openApplication()
  const untilMidnight = () => Math.ceil(Date.parse(app.clock.now()) / 86_400_000) * 86_400_000
  const dayNow = () => app.clock.now().slice(0, 10)
  const { id } = await createDeal(app)
  const days = [{ day: dayNow(), events: 1 }]
  app.clock.advance(untilMidnight() - 1 - Date.parse(app.clock.now()))
  await execute(app, id, { kind: 'set-favorite', favorite: true })
  days[0]!.events += 1
  app.clock.advance(1)
  await execute(app, id, { kind: 'set-favorite', favorite: false })
  days.push({ day: dayNow(), events: 1 })
  app.clock.advance(3 * 24 * HOUR_MS)
  await execute(app, id, { kind: 'mark-stage', stage: 'qualified' })
  days.push({ day: dayNow(), events: 1 })
  expect((await app.call('deals.activity', {})).rows).toEqual(days)
})

test('a sample is found where its deals began, and adds up to its events', async () => {
  const app = await openApplication()
  await app.call('sample.load', {})
  const { rows } = await app.call('deals.activity', {})
  const { raw } = app.app.core.reader
  const told = raw
    .prepare('SELECT substr(at, 1, 10) AS day, count(*) AS events FROM deal_events GROUP BY day ORDER BY day')
    .all()
  expect(rows.length).toBeGreaterThan(20)
  expect(rows).toEqual(told)
})
