import { afterEach, beforeEach, expect, test } from 'vitest'
import { testApplication } from '../../../../tests/support/application.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { rawOf, rowsOf, totalChanges } from '../../../../tests/support/database-content.ts'
import { receiveDeal } from '../../../../tests/support/deal-commands.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
let app: TestApplication

beforeEach(async () => {
  app = await testApplication()
})
afterEach(() => app.close())

const kept = () => rowsOf(rawOf(app), 'SELECT high_water, last_wall, hold_reason FROM clock_state')
const row = (at: string, wall = at, hold: string | null = null) => ({
  high_water: at,
  last_wall: wall,
  hold_reason: hold,
})

/** Lets a minute's tick happen and waits until it is over: what is written after it comes after it. */
async function minute(): Promise<void> {
  app.timers.fire()
  await app.app.core.context().write(async () => {})
  await app.timers.breathe()
}

test('asking writes nothing about the clock, however much time goes by', async () => {
  const [before, changes] = [kept(), totalChanges(rawOf(app))]
  for (let hour = 0; hour < 5; hour += 1) {
    app.clock.advance(3_600_000)
    await app.call('app.info', {})
    await app.app.look()
  }
  expect([kept(), totalChanges(rawOf(app))]).toEqual([before, changes])
})

test('the start keeps the high water, and a minute’s tick does once it has risen by ten minutes', async () => {
  expect(kept()).toEqual([row('2026-11-22T09:00:00.000Z')])
  app.clock.advance(10 * MINUTE_MS - 1)
  await minute()
  expect(kept()).toEqual([row('2026-11-22T09:00:00.000Z')])
  app.clock.advance(1)
  await minute()
  expect(kept()).toEqual([row('2026-11-22T09:10:00.000Z')])
})

test('closing keeps what was known last', async () => {
  app.clock.advance(MINUTE_MS)
  app = await app.reopen(() => app.clock.jump(-MINUTE_MS / 2))
  expect(kept()).toEqual([row('2026-11-22T09:01:00.000Z')])
  expect((await app.call('app.info', {})).clock.now).toBe('2026-11-22T09:01:00.000Z')
})

test('a doubt is kept when it comes and when it goes, and told', async () => {
  const heard: string[] = []
  app.app.subscribe(({ name }) => heard.push(name))
  app.clock.jump(400 * DAY_MS)
  await app.call('deals.list', { tab: 'all' })
  const [trusted, wall] = ['2026-11-22T09:00:00.000Z', '2027-12-27T09:00:00.000Z']
  expect(kept()).toEqual([row(trusted, wall, 'leaped-forward')])
  await app.call('app.confirm-clock', { today: '2027-12-27' })
  expect(kept()).toEqual([row(wall)])
  expect(heard).toEqual(['clock.changed', 'clock.changed'])
  expect(app.log).toMatchObject([
    { level: 'warn', code: 'CLOCK_JUDGED', highWater: trusted, lastWall: wall },
    { level: 'warn', code: 'CLOCK_JUDGED', highWater: wall, lastWall: wall },
  ])
})

test('killed before the clock was kept, the newest event tells how late it was', async () => {
  app.clock.advance(5 * MINUTE_MS)
  await receiveDeal(app)
  app = await app.reopen(() => app.clock.jump(-4 * 3_600_000))
  rawOf(app).exec('DELETE FROM clock_state')
  const next = await testApplication({ clock: app.clock, dataDir: app.dataDir })
  const { clock } = await next.call('app.info', {})
  expect(clock).toMatchObject({ now: '2026-11-22T09:05:00.000Z', banner: 'moved-back' })
  await next.app.close()
})

test('a clock that cannot be kept stops nobody: the doubt stands, and the log says so', async () => {
  rawOf(app).exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON main.clock_state
                   BEGIN SELECT RAISE(ABORT, 'disk full, canary'); END`)
  await receiveDeal(app)
  app.clock.jump(400 * DAY_MS)
  expect((await app.call('app.info', {})).clock.hold?.why).toBe('leaped-forward')
  expect(app.log).toContainEqual(expect.objectContaining({ level: 'error', code: 'CLOCK_NOT_KEPT' }))
  expect(JSON.stringify(app.log)).not.toContain('canary')
  rawOf(app).exec('DROP TRIGGER full')
  await app.app.look()
  expect(kept()).toMatchObject([{ hold_reason: 'leaped-forward' }])
})
