import { beforeEach, describe, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { importLines, line, withMicrosoft } from '../../../../tests/support/bulk-csv.ts'
import { contentOf, rawOf, rowsOf, scalarOf } from '../../../../tests/support/database-content.ts'
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
import { inboxOf, kindsTold } from '../../../../tests/support/inbox.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const DAY_MS = 86_400_000
const ASKED = { contact: person('Iris'), consent: true, microsoft: { help: 'general' as const } }
let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

/** A deal that asked Microsoft, and its party. */
async function asked() {
  const deal = await createDeal(app, ASKED)
  return { dealId: deal.id, partyId: deal.parties[0]!.id }
}

const answer = (dealId: string, partyId: string, said: 'accepted' | 'declined' | 'won' | 'lost') =>
  execute(app, dealId, { kind: 'record-answer', partyId, answer: said, sellers: [person('Seller')] })

test('an arrival is told with its deal, its sender and the day the answer is due', async () => {
  const deal = await receiveDeal(app)
  expect(await inboxOf(app)).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      kind: 'deal-received',
      at: app.clock.now(),
      readAt: app.clock.now(),
      dealId: deal.id,
      dealName: deal.name,
      partyId: deal.parties[0]!.id,
      organization: 'Microsoft',
      params: { expiresAt: deal.expiresAt },
    },
  ])
})

test('an invitation and its answers are told in turn', async () => {
  const { dealId, partyId } = await asked()
  await answer(dealId, partyId, 'accepted')
  await answer(dealId, partyId, 'won')
  expect(await kindsTold(app)).toEqual(['invitation-sent', 'invitation-accepted', 'party-won'])
})

test('an expiry is told when it is found, with the moment it happened', async () => {
  const { expiresAt } = await receiveDeal(app)
  const { partyId } = await asked()
  app.clock.advance(7 * DAY_MS)
  await app.app.resume()
  app.clock.advance(6 * DAY_MS)
  await app.app.resume()
  app.clock.advance(DAY_MS + 5000)
  await app.call('app.info', {})
  const told = (await inboxOf(app)).filter(({ kind }) => kind.endsWith('expired'))
  expect(told.map(({ kind, at, params }) => [kind, at, params])).toEqual([
    ['invitation-expired', app.clock.now(), { expiresAt }],
    ['deal-expired', app.clock.now(), { expiresAt }],
  ])
  expect(told[0]!.partyId).toBe(partyId)
})

test('the names are those of now', async () => {
  const { dealId } = await asked()
  await execute(app, dealId, { kind: 'edit', changes: { name: 'Renamed' } })
  expect((await inboxOf(app))[0]).toMatchObject({ dealName: 'Renamed', organization: 'Microsoft' })
})

test('what is refused or rolled back tells nothing', async () => {
  const { dealId, partyId } = await asked()
  await answer(dealId, partyId, 'declined')
  const before = contentOf(rawOf(app)).notifications
  const command = { kind: 'record-answer' as const, partyId, answer: 'accepted' as const }
  await app.fail('deals.execute', { dealId, expectedVersion: null, command })
  rawOf(app).exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON main.notifications
                   BEGIN SELECT RAISE(ABORT, 'full'); END`)
  await expect(receiveDeal(app)).rejects.toThrow('INTERNAL')
  rawOf(app).exec('DROP TRIGGER full')
  expect(contentOf(rawOf(app)).notifications).toEqual(before)
  expect((await app.call('app.info', {})).counts.deals).toBe(1)
})

test('a partner who is invited anew after declining is told of anew', async () => {
  const [solutionId, partnerId] = [await addSolution(app), await addPartner(app)]
  const invite = partnerInvite(partnerId, solutionId)
  const deal = await execute(app, null, create(solutionId, { partners: [invite] }))
  await answer(deal.id, deal.parties[0]!.id, 'declined')
  await execute(app, deal.id, { kind: 'invite-partner', invite })
  expect(await kindsTold(app)).toEqual(['invitation-sent', 'invitation-declined', 'invitation-sent'])
})

describe('an undo', () => {
  /** The last event of a deal taken back. */
  async function undo(dealId: string) {
    const { rows } = await app.call('deals.timeline', { dealId, limit: 1 })
    expect((await app.call('deals.undo', { eventId: rows[0]!.eventId })).undone).toBe(1)
  }
  const command = {
    kind: 'invite-microsoft' as const,
    help: 'general' as const,
    contact: person('Iris'),
    consent: true,
  }

  test('of an invitation takes along what was told of it; a new one is told, and warned of, anew', async () => {
    const { id } = await createDeal(app)
    await execute(app, id, command)
    app.clock.advance(7 * DAY_MS)
    await app.app.resume()
    expect(await kindsTold(app)).toEqual(['invitation-sent', 'invitation-expiring'])
    await undo(id)
    expect(await inboxOf(app)).toEqual([])
    await execute(app, id, command)
    app.clock.advance(7 * DAY_MS)
    await app.app.resume()
    expect(await kindsTold(app)).toEqual(['invitation-sent', 'invitation-expiring'])
  })

  test('of a yes takes the news of it back; what comes instead, or the yes after all, is told', async () => {
    const { dealId, partyId } = await asked()
    await answer(dealId, partyId, 'accepted')
    await undo(dealId)
    expect(await kindsTold(app)).toEqual(['invitation-sent'])
    await answer(dealId, partyId, 'accepted')
    expect(await kindsTold(app)).toEqual(['invitation-sent', 'invitation-accepted'])
    await undo(dealId)
    await answer(dealId, partyId, 'declined')
    expect(await kindsTold(app)).toEqual(['invitation-sent', 'invitation-declined'])
  })

  test('of an invitation of many takes them out of their summary, and the summary with the last of them', async () => {
    const ids: string[] = []
    for (let made = 0; made < 12; made += 1) ids.push((await createDeal(app)).id)
    const { batchId } = await app.call('deals.bulk', { selection: { ids }, command, dryRun: false })
    await undo(ids[0]!)
    expect((await inboxOf(app)).map(({ params }) => params.total)).toEqual([11])
    await app.call('deals.undo', { batchId: batchId! })
    expect(contentOf(rawOf(app)).notifications).toEqual([])
  })

  test('of a creation takes its news along, of our own answer takes nothing back', async () => {
    const { dealId } = await asked()
    await undo(dealId)
    expect(await inboxOf(app)).toEqual([])
    const { id } = await receiveDeal(app)
    await execute(app, id, { kind: 'accept', name: 'Ours' })
    await undo(id)
    expect(await kindsTold(app)).toEqual(['deal-received'])
  })
})

describe('read and unread', () => {
  /** One deal to answer and one invitation, each a week before its end. */
  async function warned() {
    await receiveDeal(app)
    await asked()
    app.clock.advance(7 * DAY_MS)
    await app.app.resume()
  }

  test('the unread ones are counted, in the list and in what the application says of itself', async () => {
    await warned()
    const [newest] = await inboxOf(app)
    app.clock.advance(1000)
    expect(await app.call('notifications.mark-read', { ids: [newest!.id] })).toEqual({ unread: 1 })
    expect((await inboxOf(app))[0]).toEqual({ ...newest, readAt: app.clock.now() })
    const { rows, unread } = await app.call('notifications.list', { unreadOnly: true })
    expect([rows.map(({ kind }) => kind), unread]).toEqual([['deal-expiring'], 1])
    expect((await app.call('app.info', {})).counts.unread).toBe(1)
  })

  test('what the person did themselves comes read, by one command or by one on many', async () => {
    await receiveDeal(app)
    const { dealId, partyId } = await asked()
    await answer(dealId, partyId, 'accepted')
    const { id } = await createDeal(app, { contact: person('Iris') })
    await app.call('deals.bulk', {
      selection: { ids: [id] },
      command: { kind: 'invite-microsoft', help: 'general', contact: person('Iris'), consent: true },
      dryRun: false,
    })
    expect(await kindsTold(app)).toEqual([
      'deal-received',
      'invitation-sent',
      'invitation-accepted',
      'invitation-sent',
    ])
    expect((await app.call('notifications.list', { unreadOnly: true })).rows).toEqual([])
    expect((await app.call('app.info', {})).counts.unread).toBe(0)
  })

  test('what a file knows is news', async () => {
    await importLines(app, [line('R-1', withMicrosoft('Pending'))])
    await importLines(app, [line('R-1', withMicrosoft('Accepted'))])
    expect((await app.call('app.info', {})).counts.unread).toBe(1)
  })

  test('the first reading counts, and reading again tells nobody', async () => {
    await warned()
    const [told] = await inboxOf(app)
    await app.call('notifications.mark-read', { all: true })
    const first = (await inboxOf(app))[0]!.readAt
    const heard: string[] = []
    app.app.subscribe(({ name }) => heard.push(name))
    app.clock.advance(1000)
    await app.call('notifications.mark-read', { ids: [told!.id, told!.dealId!] })
    await app.call('notifications.mark-read', { all: true })
    expect([(await inboxOf(app))[0]!.readAt, heard]).toEqual([first, []])
  })

  test('screens hear of it once what was told is stored', async () => {
    const heard: string[] = []
    app.app.subscribe(({ name }) => {
      heard.push(name)
      if (name === 'notifications.changed') {
        expect(scalarOf(app.app.core.reader.raw, 'SELECT count(*) FROM notifications')).toBe(1)
      }
    })
    await receiveDeal(app)
    expect(heard.filter((name) => name === 'notifications.changed')).toHaveLength(1)
  })
})

describe('pages', () => {
  test('every notification stands on one page, whatever arrives in between', async () => {
    for (let made = 0; made < 7; made += 1) {
      app.clock.advance(made % 2)
      await receiveDeal(app)
    }
    const all = (await inboxOf(app)).map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | null | undefined
    while (cursor !== null) {
      const page: { rows: { id: string }[]; nextCursor: string | null } = await app.call(
        'notifications.list',
        { limit: 2, ...(cursor === undefined ? {} : { cursor }) },
      )
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.nextCursor
      if (seen.length === 4) await receiveDeal(app)
    }
    expect(seen).toEqual(all)
  })

  test.each(['x', 'W10', Buffer.from('["a",{}]').toString('base64url')])(
    '%s is no cursor',
    async (cursor) => {
      expect((await app.fail('notifications.list', { cursor })).code).toBe('INVALID_INPUT')
    },
  )
})

describe('what comes from elsewhere', () => {
  test('the sample tells nothing of its past, and takes its warnings along when it goes', async () => {
    await receiveDeal(app)
    const before = await inboxOf(app)
    await app.call('sample.load', {})
    expect(await inboxOf(app)).toEqual(before)
    await app.app.resume()
    expect((await inboxOf(app)).length).toBeGreaterThan(before.length)
    app.clock.advance(30 * DAY_MS)
    await app.app.resume()
    expect(await kindsTold(app)).toContain('summary')
    await app.call('sample.clear', {})
    const ids = rowsOf(rawOf(app), 'SELECT DISTINCT deal_id FROM notifications WHERE deal_id IS NOT NULL')
    expect(ids).toEqual([{ deal_id: before[0]!.dealId }])
    const summaries = (await inboxOf(app)).filter(({ kind }) => kind === 'summary')
    expect(summaries.map(({ params }) => params.counts)).toEqual([{ 'deal-expired': 1 }])
  })

  test('a file of deals tells nothing; that it knows of an answer to our invitation does', async () => {
    await importLines(app, [line('R-1', withMicrosoft('Pending')), line('R-2')])
    expect(await inboxOf(app)).toEqual([])
    await importLines(app, [line('R-1', withMicrosoft('Accepted')), line('R-2')])
    expect(await kindsTold(app)).toEqual(['invitation-accepted'])
  })

  test('a file that asks Microsoft on a deal we have is no invitation of today', async () => {
    await importLines(app, [line('R-1')])
    await importLines(app, [line('R-1', withMicrosoft('Pending'))])
    expect(await inboxOf(app)).toEqual([])
  })
})
