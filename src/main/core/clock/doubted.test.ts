import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Output } from '#shared/ipc/contract.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import { rawOf, rowsOf, totalChanges } from '../../../../tests/support/database-content.ts'
import { createDeal, receiveDeal } from '../../../../tests/support/deal-commands.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
let app: TestApplication

beforeEach(async () => {
  app = await testApplication()
})
afterEach(() => app.close())

const clockOf = async (): Promise<Output<'app.info'>['clock']> => (await app.call('app.info', {})).clock
const statuses = () =>
  rowsOf(rawOf(app), 'SELECT status FROM deals ORDER BY rowid').map(({ status }) => status)

/** Starts the application again, with a deal that waits for an answer, when the computer shows another date. */
async function startAfter(ms: number): Promise<void> {
  await receiveDeal(app)
  app = await app.reopen(() => app.clock.jump(ms))
}

test('a leap of more than 90 days at start closes nothing until the date is confirmed', async () => {
  const before = '2026-11-22T09:00:00.000Z'
  await startAfter(91 * DAY_MS)
  expect(await clockOf()).toEqual({
    now: before,
    hold: { since: before, why: 'leaped-forward' },
    banner: null,
    computer: { now: app.clock.now(), today: '2027-02-21' },
  })
  app.timers.fire()
  await app.app.look()
  expect(statuses()).toEqual(['received'])
  const { clock, expiredMeanwhile } = await app.call('app.confirm-clock', { today: '2027-02-21' })
  expect(clock).toMatchObject({ now: app.clock.now(), hold: null, banner: null })
  expect(expiredMeanwhile).toEqual([])
  expect(rowsOf(rawOf(app), 'SELECT status, closed_at FROM deals')).toEqual([
    { status: 'expired', closed_at: '2026-12-06T09:00:00.000Z' },
  ])
})

test('90 days at start are a long leave: what has run out closes at its deadline', async () => {
  await startAfter(90 * DAY_MS)
  expect((await clockOf()).hold).toBeNull()
  expect(statuses()).toEqual(['expired'])
})

test('another day than the computer’s is refused, and nothing changes', async () => {
  await startAfter(400 * DAY_MS)
  const content = rowsOf(rawOf(app), 'SELECT * FROM clock_state')
  const error = await app.fail('app.confirm-clock', { today: '2026-11-22' })
  expect(error).toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path: 'today' }] } })
  expect(JSON.stringify(error)).toContain('set it right first')
  expect(rowsOf(rawOf(app), 'SELECT * FROM clock_state')).toEqual(content)
  expect((await clockOf()).hold?.why).toBe('leaped-forward')
})

test('confirming without a doubt changes nothing and tells the clock', async () => {
  const changes = totalChanges(rawOf(app))
  const answer = await app.call('app.confirm-clock', { today: '2031-01-01' })
  expect(answer).toEqual({ clock: await clockOf(), expiredMeanwhile: [] })
  expect(totalChanges(rawOf(app))).toBe(changes)
})

test('a doubt outlives the application, and so does its end', async () => {
  await startAfter(400 * DAY_MS)
  app = await app.reopen(() => app.clock.jump(-400 * DAY_MS))
  expect((await clockOf()).hold).toMatchObject({ why: 'leaped-forward' })
  await app.call('app.confirm-clock', { today: app.clock.today() })
  app = await app.reopen()
  expect((await clockOf()).hold).toBeNull()
})

test('a clock that was years ahead is lowered, written down, and what ran out by it is told', async () => {
  const { id } = await receiveDeal(app)
  const late = await receiveDeal(app, { expiresAt: '2026-11-23T09:00:00.000Z' })
  app.clock.jump(80 * DAY_MS)
  await app.app.look()
  expect(statuses()).toEqual(['expired', 'expired'])
  const wrong = app.clock.now()
  app.clock.jump(-78 * DAY_MS)
  app.clock.advance(MINUTE_MS)
  const own = await createDeal(app)
  expect(own.createdAt > wrong).toBe(true)
  expect((await clockOf()).hold).toMatchObject({ why: 'moved-back-far' })
  const heard: string[] = []
  app.app.subscribe(({ name }) => heard.push(name))
  const { clock, expiredMeanwhile } = await app.call('app.confirm-clock', { today: '2026-11-24' })
  expect(clock).toMatchObject({ now: '2026-11-24T09:01:00.000Z', hold: null, banner: null })
  expect(expiredMeanwhile).toEqual([id])
  expect(expiredMeanwhile).not.toContain(late.id)
  expect(heard).toContain('clock.changed')
  expect(rowsOf(rawOf(app), 'SELECT * FROM clock_resets')).toEqual([
    {
      seq: 1,
      at: '2026-11-24T09:01:00.000Z',
      high_water_before: own.createdAt,
      hold_since: own.createdAt,
      hold_reason: 'moved-back-far',
      last_event: 5,
      actor: null,
    },
  ])
  expect(statuses()).toEqual(['expired', 'expired', 'accepted'])
})

test('after such a confirmation the events of the wrong future raise no doubt again', async () => {
  app.clock.jump(80 * DAY_MS)
  await receiveDeal(app)
  app.clock.jump(-80 * DAY_MS)
  expect((await clockOf()).hold?.why).toBe('moved-back-far')
  await app.call('app.confirm-clock', { today: app.clock.today() })
  app = await app.reopen()
  expect(await clockOf()).toMatchObject({ now: app.clock.now(), hold: null, banner: null })
})

test('a clock set back by hours is told, and time goes on; each event keeps what the computer said', async () => {
  const heard: string[] = []
  app.app.subscribe(({ name }) => heard.push(name))
  const before = app.clock.now()
  app.clock.jump(-3 * 3_600_000)
  app.clock.advance(MINUTE_MS)
  const now = '2026-11-22T09:01:00.000Z'
  expect(await clockOf()).toEqual({
    now,
    hold: null,
    banner: 'moved-back',
    computer: { now: '2026-11-22T06:01:00.000Z', today: '2026-11-22' },
  })
  expect(heard).toEqual(['clock.changed'])
  const deal = await receiveDeal(app)
  expect([before < now, deal.createdAt, deal.expiresAt]).toEqual([true, now, '2026-12-06T09:01:00.000Z'])
  expect(rowsOf(rawOf(app), 'SELECT wall FROM event_walls')).toEqual([{ wall: '2026-11-22T06:01:00.000Z' }])
  app.clock.jump(3 * 3_600_000)
  await receiveDeal(app, { name: 'Later' })
  expect(await clockOf()).toMatchObject({ now, banner: null })
  expect(rowsOf(rawOf(app), 'SELECT count(*) AS walls FROM event_walls')).toEqual([{ walls: 1 }])
})

/** The same on a host that tells of sleeps. */
async function openReporting(): Promise<void> {
  await app.close()
  app = await testApplication({ reportsSuspends: true })
  await receiveDeal(app)
}

test('a jump under somebody’s eyes is asked about where the host tells of sleeps', async () => {
  await openReporting()
  app.clock.jump(30 * DAY_MS)
  expect((await clockOf()).hold?.why).toBe('jumped-while-running')
  expect(statuses()).toEqual(['received'])
})

test('waking up explains it', async () => {
  await openReporting()
  app.clock.jump(30 * DAY_MS)
  await app.app.resume()
  expect((await clockOf()).hold).toBeNull()
  expect(statuses()).toEqual(['expired'])
})

test('what screens ask as time goes by is no sign that somebody sat before them', async () => {
  await app.close()
  app = await testApplication({ reportsSuspends: true })
  await app.call('today.visit', {})
  await app.call('today.get', {})
  app.clock.jump(DAY_MS + 1)
  await app.call('today.get', {})
  expect((await clockOf()).hold).toBeNull()
})
