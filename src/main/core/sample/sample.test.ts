import { beforeEach, expect, test } from 'vitest'
import { TERMINAL_STATUSES } from '#shared/domain/deal.ts'
import { FakeClock, type TestApplication } from '../../../../tests/support/application.ts'
import { expectConsistent } from '../../../../tests/support/consistency.ts'
import { contentOf, rawOf, rowsOf } from '../../../../tests/support/database-content.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const load = () => app.call('sample.load', {})
const list = async () => (await app.call('deals.list', { tab: 'all', limit: 500 })).rows

test('sixty deals come, in every status and on every stage of both ladders', async () => {
  expect(await load()).toEqual({ deals: 60 })
  const rows = await list()
  expect(rows).toHaveLength(60)
  const of = <K extends 'status' | 'type' | 'direction'>(key: K) => new Set(rows.map((row) => row[key]))
  expect(of('status')).toEqual(new Set(['received', 'accepted', ...TERMINAL_STATUSES]))
  expect(of('type')).toEqual(new Set(['co-sell', 'partner-to-partner', 'private', 'solution-assessment']))
  expect(of('direction')).toEqual(new Set(['inbound', 'outbound']))
  for (const family of ['standard', 'assessment'] as const) {
    const { columns } = await app.call('deals.board', { family })
    for (const { key, count } of columns) {
      // Nobody sends us an assessment, and the sample has won the ones it has closed.
      if (family === 'assessment' && (key === 'received' || key === 'lost')) continue
      expect(count, `${family} ${key}`).toBeGreaterThan(0)
    }
  }
  expect(rows.some(({ favorite }) => favorite)).toBe(true)
  await expectConsistent(app)
})

test('every deal of it says that it is of the sample, and the application counts them', async () => {
  await load()
  for (const { id } of await list()) {
    expect((await app.call('deals.get', { dealId: id })).origin).toBe('sample')
  }
  expect((await app.call('app.info', {})).counts.sample).toBe(60)
})

test('countdowns run: answers are due within fourteen days from now, some soon, and none is overdue', async () => {
  await load()
  const left = (await list())
    .filter(({ status }) => status === 'received')
    .map(({ expiresAt }) => (Date.parse(expiresAt!) - Date.parse(app.clock.now())) / 86_400_000)
  expect(Math.min(...left)).toBeGreaterThan(0)
  expect(Math.min(...left)).toBeLessThan(3)
  expect(Math.max(...left)).toBeLessThanOrEqual(14)
  const before = contentOf(rawOf(app))
  await app.app.resume()
  const { notifications, ...after } = contentOf(rawOf(app))
  expect({ ...after, notifications: [] }).toEqual(before)
  // Nothing has run out; what will do so soon is warned of like anybody's.
  expect([...new Set(notifications.map(({ kind }) => kind))].sort()).toEqual([
    'deal-expiring',
    'invitation-expiring',
  ])
})

test('nothing of it lies in the future, and running deals close later than today', async () => {
  await load()
  const now = app.clock.now()
  for (const { at } of rowsOf(rawOf(app), 'SELECT at FROM deal_events')) expect(String(at) <= now).toBe(true)
  const running = (await list()).filter(({ status }) => status === 'accepted')
  expect(running.filter(({ closeDate }) => closeDate > app.clock.today()).length).toBeGreaterThan(20)
})

test('its history is told by the rules: every deal began, and was closed no earlier than it began', async () => {
  await load()
  for (const row of await list()) {
    const { rows } = await app.call('deals.timeline', { dealId: row.id, limit: 500 })
    expect(['created', 'received']).toContain(rows.at(-1)!.kind)
    const instants = rows.map(({ at }) => at).reverse()
    expect(instants).toEqual([...instants].sort())
    expect(rows.every(({ origin }) => origin === 'sample')).toBe(true)
  }
})

test('loading it twice changes nothing', async () => {
  await load()
  const before = contentOf(rawOf(app))
  app.clock.advance(3_600_000)
  expect(await load()).toEqual({ deals: 60 })
  expect(contentOf(rawOf(app))).toEqual(before)
})

test.for([
  '1999-12-31T23:59:59.999Z',
  '2000-02-29T00:00:00.000Z',
  '2024-02-29T12:00:00.000Z',
  '2026-01-01T00:00:00.000Z',
  '2026-03-29T01:30:00.000Z',
  '2038-01-19T03:14:08.000Z',
  '2099-12-31T23:59:59.999Z',
])('it can be loaded and cleared whatever the date is: %s', async (start) => {
  const own = await openApplication({ clock: new FakeClock(start) })
  // Of some of these days one is asked first whether it is today.
  await own.call('app.confirm-clock', { today: own.clock.today() })
  expect(await own.call('sample.load', {})).toEqual({ deals: 60 })
  await expectConsistent(own)
  expect(
    (await own.call('deals.list', { tab: 'inbound', filters: { statuses: ['received'] } })).rows.length,
  ).toBeGreaterThan(3)
  expect(await own.call('sample.clear', {})).toEqual({ deals: 60 })
})
