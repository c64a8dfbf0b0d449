import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import { importLines, line } from '../../../../tests/support/bulk-csv.ts'
import { rawOf, scalarOf } from '../../../../tests/support/database-content.ts'
import { createDeal, person, receiveDeal } from '../../../../tests/support/deal-commands.ts'
import { inboxOf, kindsTold } from '../../../../tests/support/inbox.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const DAY_MS = 86_400_000
const ASKED = { contact: person('Iris'), consent: true }
const HELP = { help: 'general' as const }
const NEW = { 'Partner Referral Status': 'New', 'Partner Referral Substatus': 'Pending', 'Sales Stage': '' }
let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const inviteAll = (ids: readonly string[]) =>
  app.call('deals.bulk', {
    selection: { ids: [...ids] },
    command: { kind: 'invite-microsoft', ...HELP, ...ASKED },
    dryRun: false,
  })

const deals = async (count: number) => {
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) ids.push((await createDeal(app)).id)
  return ids
}

/** So many deals that wait for an answer, brought by a file, which tells nothing of them. */
const waiting = (count: number) =>
  importLines(
    app,
    Array.from({ length: count }, (_, index) => line(`R-${index}`, NEW)),
  )

describe('one unit of work', () => {
  test('ten things to tell are told one by one', async () => {
    await inviteAll(await deals(10))
    expect(await kindsTold(app)).toEqual(Array.from({ length: 10 }, () => 'invitation-sent'))
  })

  test('with eleven, all of it is one summary that can be opened', async () => {
    await inviteAll(await deals(11))
    const { rows, unread } = await app.call('notifications.list', {})
    expect([rows.length, unread]).toEqual([1, 0])
    expect(rows[0]).toMatchObject({
      kind: 'summary',
      dealId: null,
      dealName: null,
      partyId: null,
      organization: null,
      params: { since: null, total: 11, counts: { 'invitation-sent': 11 } },
    })
    const told = await app.call('notifications.list', { summaryId: rows[0]!.id })
    expect(told.rows).toHaveLength(11)
    expect(told.rows[0]).toMatchObject({ kind: 'invitation-sent', organization: 'Microsoft' })
  })

  test('a summary that is read is read with all it told', async () => {
    await waiting(11)
    await app.app.resume()
    app.clock.advance(8 * DAY_MS)
    await app.app.resume()
    const [summary] = await inboxOf(app)
    expect(summary!.readAt).toBeNull()
    expect(await app.call('notifications.mark-read', { ids: [summary!.id] })).toEqual({ unread: 0 })
    const told = await app.call('notifications.list', { summaryId: summary!.id })
    expect(told.rows.filter(({ readAt }) => readAt === null)).toEqual([])
  })

  test('what a sweep finds in slices is one summary too', async () => {
    await waiting(130)
    app.clock.advance(6 * DAY_MS)
    await app.app.resume()
    app.clock.advance(6 * DAY_MS)
    await app.app.resume()
    app.clock.advance(3 * DAY_MS)
    await app.app.resume()
    expect((await inboxOf(app)).map(({ kind, params }) => [kind, params.counts])).toEqual([
      ['summary', { 'deal-expired': 130 }],
      ['summary', { 'deal-expiring': 130 }],
    ])
  })
})

describe('away', () => {
  /** Two deals to answer, one invitation, and a warning that is told already. */
  async function leave(from: TestApplication) {
    await receiveDeal(from)
    await receiveDeal(from, { expiresAt: '2027-01-02T09:00:00Z' })
    await createDeal(from, { ...ASKED, microsoft: HELP })
    await from.app.resume()
    await from.call('notifications.mark-read', { all: true })
  }
  const found = {
    kind: 'summary',
    readAt: null,
    params: { total: 3, counts: { 'deal-expired': 1, 'deal-expiring': 1, 'invitation-expired': 1 } },
  }
  const unread = async (of: TestApplication) =>
    (await of.call('notifications.list', { unreadOnly: true })).rows

  test('after weeks everything that was missed is one summary, however little', async () => {
    await leave(app)
    const left = app.clock.now()
    app.clock.advance(39 * DAY_MS)
    await app.app.resume()
    const rows = await unread(app)
    expect(rows).toMatchObject([found])
    expect(rows[0]!.params.since).toBe(left)
    await app.app.resume()
    app.clock.advance(60_000)
    await app.app.resume()
    expect(await unread(app)).toEqual(rows)
  })

  test('a week and no more is no absence', async () => {
    await leave(app)
    app.clock.advance(7 * DAY_MS)
    await app.app.resume()
    expect((await unread(app)).map(({ kind }) => kind)).toEqual(['invitation-expiring', 'deal-expiring'])
  })

  test('started after weeks and started again at once: one summary', async () => {
    const first = await testApplication()
    await leave(first)
    first.clock.advance(39 * DAY_MS)
    const second = await first.reopen()
    const third = await second.reopen()
    onTestFinished(() => third.close())
    expect(await unread(third)).toMatchObject([found])
  })

  test('whoever asks before the minute is over is told no more than that either', async () => {
    await leave(app)
    app.clock.advance(39 * DAY_MS)
    await app.call('deals.list', { tab: 'all' })
    expect(await unread(app)).toMatchObject([{ params: { total: 2 } }])
    app.clock.advance(30_000)
    await app.app.resume()
    expect(await unread(app)).toMatchObject([found])
  })

  test('cut off between two slices and begun again, it is still one summary', async () => {
    await waiting(130)
    await app.app.resume()
    app.clock.advance(30 * DAY_MS)
    rawOf(app).exec(`CREATE TEMP TRIGGER cut BEFORE INSERT ON main.deal_events
      WHEN (SELECT count(*) FROM deal_events WHERE kind = 'expired') >= 70 BEGIN SELECT RAISE(ABORT, 'cut'); END`)
    await app.app.resume()
    expect(scalarOf(rawOf(app), `SELECT count(*) FROM deals WHERE status = 'expired'`)).toBe(50)
    // Nothing of the first one is closed: as after a kill, another begins with what stands in the file.
    const again = await testApplication({ clock: app.clock, dataDir: app.dataDir })
    onTestFinished(() => again.close())
    expect((await inboxOf(again)).map(({ params }) => params.counts)).toEqual([{ 'deal-expired': 130 }])
  })

  test('warnings in more than one slice are one summary too', async () => {
    await waiting(450)
    await app.app.resume()
    app.clock.advance(8 * DAY_MS)
    await app.app.resume()
    expect((await inboxOf(app)).map(({ params }) => params.counts)).toEqual([{ 'deal-expiring': 450 }])
  })

  test('what somebody does meanwhile is told by itself', async () => {
    await leave(app)
    app.clock.advance(39 * DAY_MS)
    await receiveDeal(app)
    const kinds = (await inboxOf(app)).slice(0, 2).map(({ kind }) => kind)
    expect(kinds).toEqual(['deal-received', 'summary'])
    expect((await unread(app)).map(({ kind }) => kind)).toEqual(['summary'])
  })

  test('a clock that was far ahead when it was last looked at makes no absence for ever', async () => {
    await leave(app)
    app.clock.advance(900 * DAY_MS)
    await app.app.resume()
    app.clock.jump(-890 * DAY_MS)
    await app.app.resume()
    expect((await app.call('app.info', {})).clock.hold).not.toBeNull()
    await app.call('app.confirm-clock', { today: app.clock.today() })
    await app.app.resume()
    expect(scalarOf(rawOf(app), 'SELECT swept_at FROM inbox_state')).toBe(app.clock.now())
  })

  test('while the clock is doubted nobody is warned and no absence begins or ends', async () => {
    const first = await testApplication()
    await receiveDeal(first)
    const before = await inboxOf(first)
    const state = () => scalarOf(rawOf(doubted), 'SELECT swept_at FROM inbox_state')
    const left = scalarOf(rawOf(first), 'SELECT swept_at FROM inbox_state')
    const doubted = await first.reopen(() => first.clock.jump(400 * DAY_MS))
    onTestFinished(() => doubted.close())
    await doubted.app.resume()
    expect([await inboxOf(doubted), state()]).toEqual([before, left])
    await doubted.call('app.confirm-clock', { today: doubted.clock.today() })
    await doubted.app.resume()
    expect((await inboxOf(doubted))[0]).toMatchObject({
      kind: 'summary',
      params: { since: left, counts: { 'deal-expired': 1 } },
    })
  })
})
