import { beforeEach, describe, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { rawOf, totalChanges } from '../../../../tests/support/database-content.ts'
import {
  addPartner,
  addSolution,
  create,
  createDeal,
  execute,
  partnerInvite,
  person,
  receiveDeal,
} from '../../../../tests/support/deal-commands.ts'
import { inboxOf } from '../../../../tests/support/inbox.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const ASKED = { contact: person('Iris'), consent: true, microsoft: { help: 'general' as const } }
let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

/** Lets time go by with a round every so often. */
async function live(ms: number, every = 6 * HOUR_MS): Promise<void> {
  for (let lived = 0; lived < ms; lived += every) {
    app.clock.advance(Math.min(every, ms - lived))
    await app.app.resume()
  }
}

/** The warnings told, oldest first: what of, how many days before, and when. */
const warnings = async () =>
  (await inboxOf(app))
    .filter(({ kind }) => kind.endsWith('-expiring'))
    .map(({ kind, params, at }) => [kind, params.days, at])
    .reverse()

const told = (...days: number[]) =>
  days.map((count) => [expect.any(String) as string, count, expect.any(String) as string])

test('inbound about to expire: seven, three and one day before, each once and on the hour', async () => {
  const { expiresAt } = await receiveDeal(app)
  const before = (days: number) => new Date(Date.parse(expiresAt!) - days * DAY_MS).toISOString()
  await live(13 * DAY_MS + 23 * HOUR_MS)
  expect(await warnings()).toEqual([7, 3, 1].map((days) => ['deal-expiring', days, before(days)]))
})

test('a warning says when the time is up and whose deal it is', async () => {
  const { id, name, expiresAt } = await receiveDeal(app)
  await live(7 * DAY_MS)
  expect((await inboxOf(app))[0]).toMatchObject({
    kind: 'deal-expiring',
    dealId: id,
    dealName: name,
    partyId: null,
    params: { days: 7, expiresAt },
  })
})

test('our invitation about to expire: each party by its own clock', async () => {
  const [solutionId, partnerId] = [await addSolution(app), await addPartner(app)]
  const deal = await execute(app, null, create(solutionId, ASKED))
  await live(5 * DAY_MS)
  await execute(app, deal.id, { kind: 'invite-partner', invite: partnerInvite(partnerId, solutionId) })
  await live(11 * DAY_MS)
  const rows = (await inboxOf(app)).filter(({ kind }) => kind === 'invitation-expiring').reverse()
  expect(rows.map(({ organization, params }) => [organization, params.days])).toEqual([
    ['Microsoft', 7],
    ['Microsoft', 3],
    ['Brink & Daughters', 7],
    ['Microsoft', 1],
    ['Brink & Daughters', 3],
  ])
})

test('after a gap only the newest warning is told, none that was missed', async () => {
  await receiveDeal(app)
  await live(6 * DAY_MS)
  app.clock.advance(5.5 * DAY_MS)
  await app.app.resume()
  expect(await warnings()).toEqual(told(3))
  await live(2 * DAY_MS)
  expect(await warnings()).toEqual(told(3, 1))
})

test.each([
  ['accepted', { kind: 'accept' as const, name: 'Ours' }],
  ['declined', { kind: 'decline' as const, reason: 'budget' as const }],
])('a deal that was %s is warned of no more; what was told stays', async (_how, command) => {
  const { id } = await receiveDeal(app)
  await live(8 * DAY_MS)
  await execute(app, id, command)
  await live(7 * DAY_MS)
  expect(await warnings()).toEqual(told(7))
})

test('an invitation that was answered is warned of no more, one of a lost deal neither, one of a won deal is', async () => {
  const [answered, lost, won] = [
    await createDeal(app, ASKED),
    await createDeal(app, ASKED),
    await createDeal(app, ASKED),
  ]
  const partyId = answered.parties[0]!.id
  await execute(app, answered.id, { kind: 'record-answer', partyId, answer: 'accepted' })
  await execute(app, lost.id, { kind: 'lose', reason: 'budget' })
  await execute(app, won.id, { kind: 'win' })
  await live(8 * DAY_MS)
  const rows = (await inboxOf(app)).filter(({ kind }) => kind === 'invitation-expiring')
  expect(rows.map(({ dealId }) => dealId)).toEqual([won.id])
})

describe('the setting', () => {
  test('other days take effect at once, and bring no older warning back', async () => {
    await receiveDeal(app)
    await live(12 * DAY_MS)
    expect(await warnings()).toEqual(told(7, 3))
    await app.call('settings.save', { warnDaysBefore: [10, 5] })
    await app.app.resume()
    expect(await warnings()).toEqual(told(7, 3))
    await app.call('settings.save', { warnDaysBefore: [10, 2] })
    await app.app.resume()
    expect(await warnings()).toEqual(told(7, 3, 2))
  })

  test('without days nothing is warned of', async () => {
    await app.call('settings.save', { warnDaysBefore: [] })
    await receiveDeal(app)
    await live(13 * DAY_MS)
    expect(await warnings()).toEqual([])
  })
})

test('a clock shorter than the days is warned of at once: the next round', async () => {
  await receiveDeal(app, { expiresAt: '2026-11-23T00:00:00Z' })
  await app.app.resume()
  expect(await warnings()).toEqual(told(1))
})

test('a round with nothing to say writes nothing', async () => {
  await receiveDeal(app)
  await live(8 * DAY_MS)
  const changes = totalChanges(rawOf(app))
  for (let minute = 0; minute < 50; minute += 1) await live(60_000, 60_000)
  expect(totalChanges(rawOf(app))).toBe(changes)
})

test('calls do not wait for warnings: they come with the minute', async () => {
  await receiveDeal(app)
  app.clock.advance(7 * DAY_MS)
  await app.call('deals.list', { tab: 'all' })
  expect(await warnings()).toEqual([])
  const heard = new Promise<void>((resolve) => {
    app.app.subscribe(({ name }) => name === 'notifications.changed' && resolve())
  })
  app.timers.fire()
  await heard
  expect(await warnings()).toEqual(told(7))
})

test('rounds at the same time tell once', async () => {
  await receiveDeal(app)
  app.clock.advance(7 * DAY_MS)
  await Promise.all([app.app.resume(), app.app.resume(), app.app.resume()])
  expect(await warnings()).toEqual(told(7))
})

test('a round that fails is written to the log without data, and the next one makes up for it', async () => {
  await receiveDeal(app)
  app.clock.advance(7 * DAY_MS)
  rawOf(app).exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON main.notifications
                   BEGIN SELECT RAISE(ABORT, 'canary'); END`)
  await app.app.resume()
  expect(app.log).toMatchObject([{ level: 'error', code: 'SWEEP_FAILED' }])
  expect(JSON.stringify(app.log)).not.toContain('canary')
  rawOf(app).exec('DROP TRIGGER full')
  await app.app.resume()
  expect(await warnings()).toEqual(told(7))
})
