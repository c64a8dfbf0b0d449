import { beforeEach, describe, expect, test } from 'vitest'
import { HOUR_MS } from '#shared/domain/time.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import {
  commit,
  fileOf,
  importLines,
  line,
  upload,
  withMicrosoft,
} from '../../../../tests/support/bulk-csv.ts'
import { createDeal, execute, person, receiveDeal } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const DAY_MS = 24 * HOUR_MS
let app: TestApplication
beforeEach(async () => {
  app = await openApplication()
})

const visit = async () => (await app.call('today.visit', {})).since
const away = async () => (await app.call('today.get', {})).away
const kinds = async () => (await away()).rows.map((row) => (row.what === 'import' ? row.what : row.told.kind))

describe('a visit', () => {
  test('goes on while somebody looks at least every hour, however long', async () => {
    expect(await visit()).toBeNull()
    for (let looks = 0; looks < 30; looks += 1) {
      app.clock.advance(HOUR_MS - 1)
      expect(await visit()).toBeNull()
    }
  })

  test('is over after an hour without a look; the next one says when it ended', async () => {
    await visit()
    app.clock.advance(30 * 60_000)
    await visit()
    const last = app.clock.now()
    app.clock.advance(HOUR_MS)
    expect(await visit()).toBe(last)
    app.clock.advance(60_000)
    expect(await visit()).toBe(last)
    expect((await away()).since).toBe(last)
  })

  test('survives closing, and a quick restart is the same visit', async () => {
    const once = await testApplication()
    const { clock } = once
    const first = clock.now()
    await once.call('today.visit', {})
    clock.advance(2 * DAY_MS)
    expect(await once.call('today.visit', {})).toEqual({ since: first })
    const again = await once.reopen(() => clock.advance(60_000))
    expect(await again.call('today.visit', {})).toEqual({ since: first })
    const last = await again.reopen(() => clock.advance(DAY_MS))
    expect((await last.call('today.get', {})).away.since).toBe(first)
    expect(await last.call('today.visit', {})).toEqual({ since: '2026-11-24T09:01:00.000Z' })
    await last.close()
  })
})

describe('while one was away', () => {
  /** Somebody was here, and comes back so many milliseconds later. */
  async function goneFor(ms: number) {
    await visit()
    app.clock.advance(ms)
    await app.app.resume()
    await visit()
  }

  test('expiries of both kinds, newest first, and not what was told before', async () => {
    await receiveDeal(app, { name: 'Nobody answered' })
    app.clock.advance(HOUR_MS)
    const asked = { contact: person('Iris'), consent: true, microsoft: { help: 'general' as const } }
    await createDeal(app, { name: 'Asked', ...asked })
    app.clock.advance(10 * DAY_MS)
    await app.app.resume()
    await goneFor(5 * DAY_MS)
    expect((await away()).rows).toMatchObject([
      {
        what: 'notification',
        told: { kind: 'invitation-expired', dealName: 'Asked', organization: 'Microsoft' },
      },
      { what: 'notification', told: { kind: 'deal-expired', dealName: 'Nobody answered' } },
    ])
    await goneFor(DAY_MS)
    expect((await away()).rows).toEqual([])
  })

  test('after weeks one summary instead of a burst', async () => {
    await receiveDeal(app)
    await receiveDeal(app)
    await goneFor(30 * DAY_MS)
    expect(await kinds()).toEqual(['summary'])
  })

  test('answers that a file brought, and the import; answers written down here are no news', async () => {
    await importLines(app, [line('A', withMicrosoft('Pending')), line('B', withMicrosoft('Pending'))])
    const { rows } = await app.call('deals.list', { tab: 'outbound', sort: { by: 'name', direction: 'asc' } })
    expect(rows.map(({ microsoft }) => microsoft)).toEqual(['pending', 'pending'])
    await goneFor(2 * HOUR_MS)
    const { parties } = await app.call('deals.get', { dealId: rows[0]!.id })
    await execute(app, rows[0]!.id, { kind: 'record-answer', partyId: parties[0]!.id, answer: 'accepted' })
    expect(await kinds()).toEqual([])
    app.clock.advance(60_000)
    const { committed } = await importLines(app, [line('B', withMicrosoft('Accepted'))])
    const { rows: happened } = await away()
    expect(happened).toHaveLength(2)
    expect(happened).toContainEqual({
      what: 'import',
      ...committed,
      errorsFileId: null,
      undoneAt: null,
      name: 'deals.csv',
      at: app.clock.now(),
    })
    expect(happened).toContainEqual({
      what: 'notification',
      told: expect.objectContaining({ kind: 'invitation-accepted', dealId: rows[1]!.id }),
    })
  })

  test('invitations sent to many at once are no news', async () => {
    await goneFor(2 * HOUR_MS)
    const ids: string[] = []
    for (let made = 0; made < 11; made += 1) ids.push((await createDeal(app)).id)
    await app.call('deals.bulk', {
      selection: { ids },
      command: { kind: 'invite-microsoft', help: 'general', contact: person('Iris'), consent: true },
      dryRun: false,
    })
    expect((await app.call('notifications.list', {})).rows[0]!.kind).toBe('summary')
    expect(await kinds()).toEqual([])
  })

  test('an import that failed is none that finished', async () => {
    await goneFor(2 * HOUR_MS)
    const fileId = await upload(app, fileOf([line('A')]))
    const { jobId } = await app.call('imports.preview', { fileId, format: 'partner-center-csv' })
    const { importId } = (await app.job(jobId)) as { importId: string }
    app.app.core.writer.raw.exec(
      "CREATE TRIGGER no BEFORE INSERT ON deals BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    await expect(commit(app, importId)).rejects.toThrow('failed')
    expect(await kinds()).toEqual([])
  })

  test('twenty are shown, and it is said how many more there are', async () => {
    await goneFor(2 * HOUR_MS)
    for (let files = 0; files < 22; files += 1) {
      app.clock.advance(1)
      await importLines(app, [line('Same')])
    }
    const { rows, more } = await away()
    expect([rows.length, more]).toEqual([20, 2])
    expect(rows[0]).toMatchObject({ what: 'import', at: app.clock.now(), unchanged: 1 })
  })
})
