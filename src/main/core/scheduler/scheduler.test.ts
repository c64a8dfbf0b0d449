import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { contentOf, rawOf, rowsOf, totalChanges } from '../../../../tests/support/database-content.ts'
import { importLines, line } from '../../../../tests/support/bulk-csv.ts'
import { expectConsistent } from '../../../../tests/support/consistency.ts'
import { createDeal, execute, receiveDeal } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { SWEEP_INTERVAL_MS } from './scheduler.ts'

const DAY_MS = 86_400_000
let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

/** What the table says, whoever has looked or not. */
const stored = (id: string) =>
  rowsOf(rawOf(app), 'SELECT status, closed_at, next_expiry FROM deals WHERE id = ?', id)[0]!
const sweep = () => app.app.resume()

test('a deal expires exactly at its deadline, not a millisecond before', async () => {
  const { id, expiresAt } = await receiveDeal(app)
  app.clock.advance(14 * DAY_MS - 1)
  await sweep()
  expect(stored(id)).toEqual({ status: 'received', closed_at: null, next_expiry: expiresAt })
  app.clock.advance(1)
  await sweep()
  expect(stored(id)).toEqual({ status: 'expired', closed_at: expiresAt, next_expiry: null })
})

test('swept weeks later, a deal has closed at its deadline all the same', async () => {
  const { id, expiresAt } = await receiveDeal(app)
  app.clock.advance(400 * DAY_MS)
  await sweep()
  expect(stored(id)).toMatchObject({ status: 'expired', closed_at: expiresAt })
  const event = rowsOf(
    rawOf(app),
    `SELECT at, recorded_at, origin, actor, kind FROM deal_events WHERE kind = 'expired'`,
  )
  expect(event).toEqual([
    { at: expiresAt, recorded_at: app.clock.now(), origin: 'schedule', actor: null, kind: 'expired' },
  ])
})

test('a deadline a file or sender brought is kept to, not the fourteen days', async () => {
  const { id } = await receiveDeal(app, { expiresAt: '2026-11-23T00:00:00Z' })
  app.clock.advance(DAY_MS)
  await sweep()
  expect(stored(id)).toMatchObject({ status: 'expired', closed_at: '2026-11-23T00:00:00.000Z' })
})

test('a second sweep changes nothing, and writes nothing either', async () => {
  await receiveDeal(app)
  app.clock.advance(20 * DAY_MS)
  await sweep()
  const [content, changes] = [contentOf(rawOf(app)), totalChanges(rawOf(app))]
  app.clock.advance(SWEEP_INTERVAL_MS)
  await sweep()
  expect(contentOf(rawOf(app))).toEqual(content)
  expect(totalChanges(rawOf(app))).toBe(changes)
})

test('sweeps that begin at the same time are one', async () => {
  const { id } = await receiveDeal(app)
  app.clock.advance(20 * DAY_MS)
  await Promise.all([sweep(), sweep(), app.call('deals.get', { dealId: id }), sweep()])
  expect((await app.call('app.info', {})).counts.events).toBe(2)
})

test('five hundred deals that are due all expire, in slices that let others have their turn', async () => {
  const waiting = { 'Partner Referral Status': 'New', 'Partner Referral Substatus': 'Pending' }
  await importLines(
    app,
    Array.from({ length: 500 }, (_, index) => line(`R-${index}`, waiting)),
  )
  app.clock.advance(15 * DAY_MS)
  let turns = 0
  const breathe = app.timers.breathe.bind(app.timers)
  app.timers.breathe = () => {
    turns += 1
    return breathe()
  }
  const announced: number[] = []
  app.app.subscribe((event) => event.name === 'deals.changed' && announced.push(event.payload.ids.length))
  await sweep()
  expect(rowsOf(rawOf(app), 'SELECT status, count(*) AS deals FROM deals GROUP BY status')).toEqual([
    { status: 'expired', deals: 500 },
  ])
  expect(turns).toBeGreaterThanOrEqual(9)
  expect(announced.reduce((sum, count) => sum + count, 0)).toBe(500)
  await expectConsistent(app)
})

test('a party that does not answer expires by its own clock; our own status stays', async () => {
  const contact = { firstName: 'Iris', lastName: 'B', phone: '+1', email: 'iris@kestrel.example' }
  const deal = await createDeal(app)
  app.clock.advance(3 * DAY_MS)
  const invited = await execute(app, deal.id, {
    kind: 'invite-microsoft',
    help: 'general',
    contact,
    consent: true,
  })
  const [party] = invited.parties
  app.clock.advance(14 * DAY_MS - 1)
  expect((await app.call('deals.get', { dealId: deal.id })).microsoft).toBe('pending')
  app.clock.advance(1)
  const after = await app.call('deals.get', { dealId: deal.id })
  expect(after).toMatchObject({ status: 'accepted', type: 'co-sell', microsoft: 'expired', closedAt: null })
  const { rows } = await app.call('deals.timeline', { dealId: deal.id })
  expect(rows[0]).toMatchObject({ kind: 'party-expired', at: party!.expiresAt })
})

test('an invitation runs out on a closed deal too, and moves nothing else of it', async () => {
  const contact = { firstName: 'Iris', lastName: 'B', phone: '+1', email: 'iris@kestrel.example' }
  const deal = await createDeal(app, { contact, consent: true, microsoft: { help: 'general' } })
  const won = await execute(app, deal.id, { kind: 'win' })
  app.clock.advance(15 * DAY_MS)
  const after = await app.call('deals.get', { dealId: deal.id })
  const others = { parties: [], eligibility: [] }
  expect({ ...after, ...others }).toEqual({ ...won, microsoft: 'expired', version: 3, ...others })
})

test('invitations of several closed deals run out together, also where their notes are the same words', async () => {
  const contact = { firstName: 'Iris', lastName: 'B', phone: '+1', email: 'iris@kestrel.example' }
  const asked = { contact, consent: true, microsoft: { help: 'general' as const }, notes: 'As discussed' }
  const deals = [await createDeal(app, asked), await createDeal(app, asked)]
  for (const { id } of deals) await execute(app, id, { kind: 'win' })
  app.clock.advance(15 * DAY_MS)
  const after = await Promise.all(deals.map(({ id }) => app.call('deals.get', { dealId: id })))
  expect(after.map(({ microsoft, notes }) => [microsoft, notes])).toEqual([
    ['expired', 'As discussed'],
    ['expired', 'As discussed'],
  ])
  expect(app.log.filter(({ level }) => level === 'error')).toEqual([])
})

test('it looks every minute until the application closes', async () => {
  const own = await openApplication()
  expect([...own.timers.running.values()]).toEqual([SWEEP_INTERVAL_MS])
  expect(SWEEP_INTERVAL_MS).toBe(60_000)
  const { id } = await receiveDeal(own)
  own.clock.advance(15 * DAY_MS)
  const closed = new Promise<void>((resolve) => {
    own.app.subscribe((event) => event.name === 'deals.changed' && resolve())
  })
  own.timers.fire()
  await closed
  expect(rowsOf(rawOf(own), 'SELECT status FROM deals WHERE id = ?', id)).toEqual([{ status: 'expired' }])
})

test('closing stops it', async () => {
  const { testApplication } = await import('../../../../tests/support/application.ts')
  const own = await testApplication()
  await own.close()
  expect(own.timers.running.size).toBe(0)
})
