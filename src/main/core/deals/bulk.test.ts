import { beforeEach, expect, test, vi } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { expectConsistent } from '../../../../tests/support/consistency.ts'
import { contentOf, eventCount, rawOf, rowsOf } from '../../../../tests/support/database-content.ts'
import {
  type CommandInput,
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
import { openApplication } from '../../../../tests/support/open-application.ts'

const NOBODY = '01890000-0000-7000-8000-000000000000'
const win: CommandInput = { kind: 'win' }
const like: CommandInput = { kind: 'set-favorite', favorite: true }
let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const get = (dealId: string) => app.call('deals.get', { dealId })
const bulk = (ids: string[], command: CommandInput, dryRun = false) =>
  app.call('deals.bulk', { selection: { ids }, command, dryRun })

/** Deals that run, all with one solution. */
async function running(count: number) {
  const solutionId = await addSolution(app)
  const deals = []
  for (let at = 0; at < count; at += 1) deals.push(await execute(app, null, create(solutionId)))
  return deals
}

test('allowed ones go through, refused ones stay as they are and come with all their reasons', async () => {
  const [one, two] = await running(2)
  const waiting = await receiveDeal(app)
  const lost = await execute(app, two!.id, { kind: 'lose', reason: 'budget' })
  const { batchId, allowed, refused } = await bulk([waiting.id, one!.id, lost.id], win)
  expect(allowed).toBe(1)
  expect(refused.map(({ dealId, reasons }) => [dealId, reasons.map(({ code }) => code)])).toEqual([
    [waiting.id, ['NOT_ACTIVE']],
    [lost.id, ['DEAL_TERMINAL']],
  ])
  expect((await get(one!.id)).status).toBe('won')
  expect([await get(waiting.id), await get(lost.id)]).toEqual([waiting, lost])
  const origin = `bulk:${batchId}`
  const written = rowsOf(rawOf(app), 'SELECT deal_id, kind FROM deal_events WHERE origin = ?', origin)
  expect(written).toEqual([{ deal_id: one!.id, kind: 'won' }])
  await expectConsistent(app)
})

test('a campaign ID for many says of how many allowed ones it replaces another, before it does and after', async () => {
  const deals = await running(4)
  const give = (ids: readonly string[], campaignId: string | null, dryRun = false) =>
    bulk([...ids], { kind: 'edit', changes: { campaignId } }, dryRun)
  const ids = deals.map(({ id }) => id)
  expect((await give(ids, 'AUTUMN', true)).overwrites).toBe(0)
  await give(ids.slice(0, 3), 'AUTUMN')
  await execute(app, ids[0]!, { kind: 'lose', reason: 'budget' })
  await give(ids.slice(2, 3), 'SPRING')
  // One is closed, one has none yet, one has this one: only the last of them loses another.
  expect((await give(ids, 'SPRING', true)).overwrites).toBe(1)
  expect(await give(ids, 'SPRING')).toMatchObject({ allowed: 3, overwrites: 1 })
  expect(await give(ids, null, true)).not.toHaveProperty('overwrites')
  expect(await bulk(ids, like, true)).not.toHaveProperty('overwrites')
})

test('each deal comes out as if the command had been given to it alone', async () => {
  const [one, two, three] = await running(3)
  const command: CommandInput = { kind: 'edit', changes: { value: euros(7), notes: 'same for all' } }
  await bulk([one!.id, two!.id], command)
  const alone = await execute(app, three!.id, command)
  const { id: _id, ...same } = alone
  for (const id of [one!.id, two!.id]) expect(await get(id)).toMatchObject(same)
})

test('every deal gets a party of its own', async () => {
  const deals = await running(2)
  const partner = await app.call('partners.save', { name: 'Brink', partnerId: '9', country: 'NL' })
  const invite = partnerInvite(partner.id, deals[0]!.solutions[0]!.id)
  const ids = deals.map(({ id }) => id)
  expect((await bulk(ids, { kind: 'invite-partner', invite })).allowed).toBe(2)
  const parties = (await Promise.all(ids.map(get))).flatMap((deal) => deal.parties.map(({ id }) => id))
  expect(new Set(parties).size).toBe(2)
  await expectConsistent(app)
})

test('closed deals keep their own texts, be they equal', async () => {
  const deals = await running(2)
  for (const { id } of deals) await execute(app, id, { kind: 'lose', reason: 'other', notes: 'merged' })
  const ids = deals.map(({ id }) => id)
  expect((await bulk(ids, like)).allowed).toBe(2)
  await expectConsistent(app)
})

test('what a won deal notes of its solutions is its own, whoever is won beside it', async () => {
  const tagged = await app.call('solutions.save', { name: 'Tagged', kind: 'own', incentive: 'ip-co-sell' })
  const plain = await createDeal(app)
  const earning = await execute(app, null, create(tagged.id))
  expect((await bulk([plain.id, earning.id], win)).allowed).toBe(2)
  const bodies = rowsOf(rawOf(app), `SELECT body FROM deal_events WHERE kind = 'won' ORDER BY seq`)
  const incentives = bodies.map(({ body }) => (JSON.parse(String(body)) as { incentives: [] }).incentives)
  expect(incentives).toEqual([[], [{ solutionId: tagged.id, incentive: 'ip-co-sell' }]])
})

test('a dry run gives the same verdicts and writes nothing', async () => {
  const [deal] = await running(1)
  const waiting = await receiveDeal(app)
  const announced = vi.fn()
  app.app.subscribe(announced)
  const before = contentOf(rawOf(app))
  const asked = await bulk([deal!.id, waiting.id], win, true)
  expect(contentOf(rawOf(app))).toEqual(before)
  expect(announced).not.toHaveBeenCalled()
  expect(asked).toMatchObject({ batchId: null, allowed: 1 })
  expect(await bulk([deal!.id, waiting.id], win)).toMatchObject({
    ...asked,
    batchId: expect.any(String) as string,
  })
})

test('a deal named twice is one deal; one that changes nothing counts as allowed', async () => {
  const [deal] = await running(1)
  expect((await bulk([deal!.id, deal!.id.toUpperCase()], like)).allowed).toBe(1)
  const events = eventCount(rawOf(app))
  expect((await bulk([deal!.id], like)).allowed).toBe(1)
  expect([eventCount(rawOf(app)), (await get(deal!.id)).version]).toEqual([events, 2])
})

test('where nothing is allowed, changed or selected, there is no batch: nothing could be taken back', async () => {
  const waiting = await receiveDeal(app)
  const [deal] = await running(1)
  await bulk([deal!.id], like)
  expect(await bulk([deal!.id], like)).toEqual({ batchId: null, allowed: 1, refused: [] })
  expect(await bulk([waiting.id], win)).toMatchObject({ batchId: null, allowed: 0 })
  expect(await bulk([], win)).toEqual({ batchId: null, allowed: 0, refused: [] })
})

test('a selection is what the list shows', async () => {
  const [mine] = await running(1)
  const theirs = await receiveDeal(app)
  const take = (tab: 'inbound' | 'outbound' | 'all', currency: string) =>
    app.call('deals.bulk', { selection: { tab, filters: { currency } }, command: like, dryRun: false })
  expect([(await take('all', 'USD')).allowed, (await take('outbound', 'EUR')).allowed]).toEqual([0, 1])
  expect([(await get(mine!.id)).favorite, (await get(theirs.id)).favorite]).toEqual([true, false])
})

test('the first unknown deal is named, and nothing happens', async () => {
  const [deal] = await running(1)
  const before = contentOf(rawOf(app))
  for (const dryRun of [true, false]) {
    const input = { selection: { ids: [deal!.id, NOBODY] }, command: like, dryRun }
    const details = { what: 'deal', id: NOBODY }
    expect(await app.fail('deals.bulk', input)).toEqual({ code: 'NOT_FOUND', details })
  }
  expect(contentOf(rawOf(app))).toEqual(before)
})

test('what begins a deal or aims at one party is not for many, nor are more than 10,000 deals', async () => {
  const answer: CommandInput = { kind: 'record-answer', partyId: NOBODY, answer: 'won' }
  const pathOf = async (ids: string[], command: CommandInput) => {
    const error = await app.fail('deals.bulk', { selection: { ids }, command, dryRun: true })
    return error.code === 'INVALID_INPUT' ? error.details.issues[0]!.path : error.code
  }
  for (const command of [create(NOBODY), receive(), answer]) {
    expect(await pathOf([], command), command.kind).toBe('command.kind')
  }
  const ids = Array.from(
    { length: 10_001 },
    (_, at) => `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`,
  )
  expect(await pathOf(ids, like)).toBe('selection')
  expect(await pathOf(ids.slice(1), like)).toBe('NOT_FOUND')
})

test('one failing row takes all of them back', async () => {
  const deals = await running(3)
  const ids = deals.map(({ id }) => id)
  rawOf(app).exec(`CREATE TEMP TRIGGER failing BEFORE UPDATE ON deals WHEN NEW.id = '${ids[2]}'
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  const before = contentOf(rawOf(app))
  const command: CommandInput = { kind: 'set-team', team: [person('Bo')] }
  expect((await app.fail('deals.bulk', { selection: { ids }, command, dryRun: false })).code).toBe('INTERNAL')
  expect(contentOf(rawOf(app))).toEqual(before)
  rawOf(app).exec('DROP TRIGGER failing')
  await expectConsistent(app)
})
