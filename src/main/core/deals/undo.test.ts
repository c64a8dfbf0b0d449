import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { DealId } from '#shared/domain/ids.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import { PersonalData } from '#main/db/personal-data.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { commit, preview } from '../../../../tests/support/bulk-csv.ts'
import { expectConsistent } from '../../../../tests/support/consistency.ts'
import { contentOf, rawOf, rowsOf } from '../../../../tests/support/database-content.ts'
import {
  type CommandInput,
  addPartner,
  addSolution,
  create,
  createDeal,
  euros,
  execute,
  partnerInvite,
  person,
  receive,
  receiveDeal,
} from '../../../../tests/support/deal-commands.ts'
import { dealFile, dealRow } from '../../../../tests/support/deal-file.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { Random } from '../../../../tests/support/random.ts'
import { verifyStore } from '../integrity/verify-store.ts'
import { loadDeals } from './deals.repository.ts'

const NOBODY = '01890000-0000-7000-8000-000000000000'
const DAY_MS = 86_400_000
let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const get = (dealId: string) => app.call('deals.get', { dealId })
const newest = async (dealId: string) => (await app.call('deals.timeline', { dealId, limit: 1 })).rows[0]!
const undo = (eventId: string) => app.call('deals.undo', { eventId })
const codesOf = ({ refused }: Awaited<ReturnType<typeof undo>>) =>
  refused.map(({ reasons }) => reasons.map(({ code }) => code))
const bulk = (command: CommandInput, ids?: string[]) => {
  const selection = ids ? { ids } : { tab: 'all' as const }
  return app.call('deals.bulk', { selection, command, dryRun: false })
}

const SEARCHES = ['contoso', '数据', 'renamed', 'crm']

/** Deals with personal data filled in, every column, parties, solutions, counters and what search finds; no versions. */
async function content() {
  const raw = rawOf(app)
  const { db } = app.app.core.writer
  const ids = rowsOf(raw, 'SELECT id FROM deals ORDER BY id').map(({ id }) => id as DealId)
  const personal = new PersonalData(() => 'reading makes no ids')
  const deals = await loadDeals(db as unknown as ReadExecutor, personal, ids)
  const found = []
  for (const text of SEARCHES) found.push((await app.call('deals.search', { text, limit: 500 })).rows)
  return {
    deals: ids.map((id) => ({ ...deals.get(id)!, version: 0 })),
    rows: rowsOf(raw, 'SELECT * FROM deals ORDER BY id').map((row) => ({ ...row, version: 0, state: '' })),
    parties: rowsOf(raw, 'SELECT * FROM deal_parties ORDER BY 1, 2'),
    solutions: rowsOf(raw, 'SELECT * FROM deal_solutions ORDER BY 1, 2'),
    counters: rowsOf(raw, 'SELECT * FROM board_counters WHERE deals <> 0 OR amount <> 0 ORDER BY 1, 2, 3'),
    found: found.map((rows) => rows.map(({ deal, matches }) => [{ ...deal, version: 0 }, matches])),
  }
}
const hash = async () =>
  createHash('sha256')
    .update(JSON.stringify(await content()))
    .digest('hex')

/** Brings running deals of our own as a file: about half of them ask Microsoft for help already. */
async function bring(count: number) {
  const random = new Random(7)
  const rows = Array.from({ length: count }, () => dealRow(random, 'accepted', app.clock.today()))
  await commit(app, (await preview(app, dealFile(rows))).importId)
  app.clock.advance(DAY_MS)
}

/** Commands for many deals, each with the share of running deals it is allowed for at least. */
const COMMANDS: readonly (readonly [command: CommandInput, share: number])[] = [
  [{ kind: 'edit', changes: { name: 'Renamed', value: euros(77), notes: 'CFO renamed', crmId: null } }, 1],
  [{ kind: 'mark-stage', stage: 'negotiated' }, 1],
  [{ kind: 'set-team', team: [person('Bo'), person('Ana')] }, 1],
  [{ kind: 'set-favorite', favorite: true }, 1],
  [{ kind: 'invite-microsoft', help: 'general', notes: 'renamed', consent: true }, 0.3],
]

/** Carries out a command on all deals; says how many, what names it, and the content after. */
async function carryOut([command, share]: (typeof COMMANDS)[number], deals: number) {
  const { batchId, allowed } = await bulk(command)
  expect(allowed, command.kind).toBeGreaterThanOrEqual(share * deals)
  app.clock.advance(DAY_MS)
  return { batchId: batchId!, allowed, after: await hash() }
}

test('a command on many deals taken back, done again and taken back: the content is what it was each time', async () => {
  await bring(50)
  const before = await hash()
  for (const command of COMMANDS) {
    const { batchId, allowed, after } = await carryOut(command, 50)
    const undone = await app.call('deals.undo', { batchId })
    expect([undone.undone, await hash()], command[0].kind).toEqual([allowed, before])
    const redone = await app.call('deals.undo', undone.redo!)
    expect([redone.undone, await hash()], command[0].kind).toEqual([allowed, after])
    await app.call('deals.undo', redone.redo!)
    expect(await hash(), command[0].kind).toBe(before)
  }
  await expectConsistent(app)
})

describe('a command on 1,000 deals, taken back', () => {
  test('leaves the content as it was, each in its turn', async () => {
    await bring(1000)
    expect(rowsOf(rawOf(app), 'SELECT count(*) AS deals FROM deals')).toEqual([{ deals: 1000 }])
    const before = await hash()
    for (const command of COMMANDS) {
      const { batchId, allowed, after } = await carryOut(command, 1000)
      expect(after, command[0].kind).not.toBe(before)
      const undone = await app.call('deals.undo', { batchId })
      expect(undone, command[0].kind).toMatchObject({ undone: allowed, refused: [] })
      expect(await hash(), command[0].kind).toBe(before)
    }
    const checks = await verifyStore(app.app.core.reader.db as unknown as ReadExecutor)
    expect(checks.flatMap(({ findings }) => findings)).toEqual([])
  })

  test('never takes a terminal move back', async () => {
    await bring(1000)
    for (const command of [{ kind: 'win' }, { kind: 'lose', reason: 'budget' }] as const) {
      const ids = (
        await app.call('deals.list', { tab: 'all', filters: { statuses: ['accepted'] }, limit: 500 })
      ).rows
      const { batchId, allowed } = await bulk(
        command,
        ids.map(({ id }) => id),
      )
      expect(allowed).toBe(500)
      const before = contentOf(rawOf(app))
      const { undone, refused, redo } = await app.call('deals.undo', { batchId: batchId! })
      expect([undone, refused.length, redo]).toEqual([0, 500, null])
      for (const { reasons } of refused) expect(reasons.map(({ code }) => code)).toEqual(['NOT_UNDOABLE'])
      expect(contentOf(rawOf(app))).toEqual(before)
    }
  })
})

test('of a batch, what changed again since is left alone and listed with its reasons', async () => {
  const solutionId = await addSolution(app)
  const [one, two, three] = [
    await execute(app, null, create(solutionId)),
    await execute(app, null, create(solutionId)),
    await execute(app, null, create(solutionId)),
  ]
  const { batchId } = await bulk({ kind: 'edit', changes: { name: 'Renamed' } }, [one.id, two.id, three.id])
  await execute(app, two.id, { kind: 'edit', changes: { name: 'Mine' } })
  await execute(app, three.id, { kind: 'win' })
  const { undone, refused } = await app.call('deals.undo', { batchId: batchId! })
  expect(undone).toBe(1)
  expect(new Map(refused.map(({ dealId, reasons }) => [dealId, reasons]))).toEqual(
    new Map([
      [two.id, [{ code: 'UNDO_OVERTAKEN', params: { fields: ['name'] }, fix: null }]],
      [three.id, [{ code: 'DEAL_TERMINAL', params: { status: 'won' }, fix: { action: 'copy' } }]],
    ]),
  )
  const names = await Promise.all([one, two, three].map(async ({ id }) => (await get(id)).name))
  expect(names).toEqual([one.name, 'Mine', 'Renamed'])
  await expectConsistent(app)
})

test('an event is taken back by one of its own, which names it; the screens hear of the deal', async () => {
  const deal = await createDeal(app)
  await execute(app, deal.id, { kind: 'mark-stage', stage: 'proposed' })
  const marked = await newest(deal.id)
  expect(marked.undoable).toBe(true)
  const announced = vi.fn()
  app.app.subscribe(announced)
  app.clock.advance(DAY_MS)
  const { undone, redo } = await undo(marked.eventId)
  expect(undone).toBe(1)
  expect(announced.mock.calls).toEqual([[{ name: 'deals.changed', payload: { ids: [deal.id] } }]])
  expect(await get(deal.id)).toEqual({ ...deal, version: 3 })
  const told = await newest(deal.id)
  expect(redo).toEqual({ eventId: told.eventId })
  expect(told).toMatchObject({
    kind: 'undone',
    origin: 'person',
    at: app.clock.now(),
    params: { of: marked.eventId, kind: 'stage-marked', params: { stage: 'proposed' } },
    before: { stage: 'proposed' },
    after: { stage: 'created' },
    undoable: true,
  })
  await expectConsistent(app)
})

test('twice takes nothing back twice', async () => {
  const deal = await createDeal(app)
  await execute(app, deal.id, { kind: 'set-team', team: [person('Bo')] })
  const { eventId } = await newest(deal.id)
  await undo(eventId)
  const before = contentOf(rawOf(app))
  const again = await undo(eventId)
  expect([again.undone, codesOf(again), again.redo]).toEqual([0, [['ALREADY_UNDONE']], null])
  expect(contentOf(rawOf(app))).toEqual(before)
})

test('an answer taken back waits again, and expires at its old deadline', async () => {
  const received = await receiveDeal(app)
  await execute(app, received.id, { kind: 'accept', name: 'Ours', team: [person('Bo')] })
  const { eventId } = await newest(received.id)
  await undo(eventId)
  expect(await get(received.id)).toEqual({ ...received, version: 3 })
  await expectConsistent(app)
  app.clock.advance(14 * DAY_MS)
  expect(await get(received.id)).toMatchObject({ status: 'expired', closedAt: received.expiresAt })
})

test('past the deadline an answer stays given', async () => {
  const received = await receiveDeal(app)
  await execute(app, received.id, { kind: 'accept', name: 'Ours' })
  const { eventId } = await newest(received.id)
  app.clock.advance(14 * DAY_MS)
  expect(codesOf(await undo(eventId))).toEqual([['INVITATION_EXPIRED']])
  expect((await newest(received.id)).undoable).toBe(false)
})

test('a party’s yes goes back on a closed deal, and its clock runs on', async () => {
  const deal = await createDeal(app)
  const invite = partnerInvite(await addPartner(app), deal.solutions[0]!.id)
  const { parties } = await execute(app, deal.id, { kind: 'invite-partner', invite })
  const answer = { kind: 'record-answer', partyId: parties[0]!.id, answer: 'accepted' } as const
  await execute(app, deal.id, { ...answer, notes: 'yes', sellers: [person('Kim')] })
  const { eventId } = await newest(deal.id)
  await execute(app, deal.id, { kind: 'lose', reason: 'other', notes: 'yes' })
  expect((await undo(eventId)).undone).toBe(1)
  expect(await get(deal.id)).toMatchObject({ status: 'lost', closedNotes: 'yes', parties })
  await expectConsistent(app)
  app.clock.advance(14 * DAY_MS)
  expect((await get(deal.id)).parties[0]!.status).toBe('expired')
  await expectConsistent(app)
})

describe('a deal that a person began', () => {
  const REFERENCED = 'SELECT text AS said FROM texts UNION ALL SELECT email FROM people'
  const kept = () => rowsOf(rawOf(app), REFERENCED).map(({ said }) => String(said))

  test('leaves again, and with it the people and texts that only it named', async () => {
    const other = await createDeal(app, { notes: 'other notes', team: [person('Bo')] })
    const before = await hash()
    const deal = await createDeal(app, {
      notes: 'slip',
      contact: person('Iris'),
      team: [person('Bo'), person('Ana')],
    })
    const { eventId } = await newest(deal.id)
    expect(await undo(eventId)).toEqual({ undone: 1, refused: [], redo: null })
    expect(await hash()).toBe(before)
    expect((await app.fail('deals.get', { dealId: deal.id })).code).toBe('NOT_FOUND')
    expect(kept().sort()).toEqual([person('Bo').email, 'other notes'])
    expect((await get(other.id)).team).toEqual([person('Bo')])
    expect(codesOf(await undo(eventId))).toEqual([['NOT_UNDOABLE']])
    await expectConsistent(app)
  })

  test('stays once anything else happened to it', async () => {
    const deal = await execute(app, null, receive())
    const { eventId } = await newest(deal.id)
    await execute(app, deal.id, { kind: 'set-favorite', favorite: true })
    expect(codesOf(await undo(eventId))).toEqual([['UNDO_OVERTAKEN']])
    await undo((await newest(deal.id)).eventId)
    expect((await undo(eventId)).undone).toBe(1)
  })
})

test('an event or batch nobody knows is NOT_FOUND; the batch of a file is no batch of ours', async () => {
  expect(await app.fail('deals.undo', { eventId: NOBODY })).toEqual({
    code: 'NOT_FOUND',
    details: { what: 'event', id: NOBODY },
  })
  expect(await app.fail('deals.undo', { batchId: NOBODY })).toEqual({
    code: 'NOT_FOUND',
    details: { what: 'batch', id: NOBODY },
  })
})

test('one failing row takes all of an undo back', async () => {
  const solutionId = await addSolution(app)
  const deals = [await execute(app, null, create(solutionId)), await execute(app, null, create(solutionId))]
  const { batchId } = await bulk({ kind: 'set-favorite', favorite: true })
  rawOf(app).exec(`CREATE TEMP TRIGGER failing BEFORE UPDATE ON deals WHEN NEW.id = '${deals[1]!.id}'
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  const before = contentOf(rawOf(app))
  expect((await app.fail('deals.undo', { batchId: batchId! })).code).toBe('INTERNAL')
  expect(contentOf(rawOf(app))).toEqual(before)
  rawOf(app).exec('DROP TRIGGER failing')
  expect((await app.call('deals.undo', { batchId: batchId! })).undone).toBe(2)
})

test('the events of a batch come from the index of origins', async () => {
  const deal = await createDeal(app)
  const { batchId } = await bulk({ kind: 'set-favorite', favorite: true }, [deal.id])
  const prepared = vi.spyOn(rawOf(app), 'prepare')
  await app.call('deals.undo', { batchId: batchId! })
  const statement = prepared.mock.calls.map(([text]) => text).find((text) => text.includes('origin NOT IN'))
  prepared.mockRestore()
  const plan = rowsOf(rawOf(app), `EXPLAIN QUERY PLAN ${statement}`, '')
  expect(JSON.stringify(plan)).toContain('deal_events_origin')
})
