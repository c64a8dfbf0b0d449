import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { expectConsistent } from '../../../../tests/support/consistency.ts'
import { contentOf, rawOf, rowsOf } from '../../../../tests/support/database-content.ts'
import {
  create,
  createDeal,
  execute,
  partnerInvite,
  person,
  receiveDeal,
} from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const load = () => app.call('sample.load', {})
const clear = () => app.call('sample.clear', {})

/** Everything but the log, which keeps what happened, and the counters, which may keep a zero. */
function present() {
  const { deal_events: _events, board_counters: counters, ...tables } = contentOf(rawOf(app))
  return { ...tables, counters: counters.filter(({ deals }) => deals !== 0) }
}

test('clearing takes out what loading brought: deals, directory, people, texts, search words', async () => {
  const empty = present()
  await load()
  expect(await clear()).toEqual({ deals: 60 })
  expect(present()).toEqual(empty)
  expect(rowsOf(rawOf(app), 'SELECT rowid FROM deal_search')).toEqual([])
  expect(await clear()).toEqual({ deals: 0 })
  await expectConsistent(app)
})

test('deals of our own, made before and after, stay exactly as they are', async () => {
  await app.call('profile.save', { user: person('Mara') })
  await createDeal(app, { name: 'Before', notes: 'kept' })
  const before = present()
  await load()
  await clear()
  expect(present()).toEqual(before)
  await load()
  const after = await receiveDeal(app, { name: 'After', notes: 'kept too' })
  await clear()
  expect(await app.call('deals.get', { dealId: after.id })).toEqual(after)
  const { rows } = await app.call('deals.list', { tab: 'all' })
  expect(rows.map(({ name }) => name).sort()).toEqual(['After', 'Before'])
  await expectConsistent(app)
})

test('what we did to deals of the sample does not keep them, and what we wrote goes with them', async () => {
  await load()
  const { rows } = await app.call('deals.list', { tab: 'all', limit: 500 })
  for (const row of rows) await execute(app, row.id, { kind: 'set-favorite', favorite: true })
  const running = rows.filter(({ status, type }) => status === 'accepted' && type !== 'solution-assessment')
  for (const [index, { id }] of running.entries()) {
    await execute(app, id, { kind: 'edit', changes: { notes: `ours ${index}` } })
    await execute(app, id, { kind: 'set-team', team: [person('Ours', `ours${index}@kestrel.example`)] })
    await execute(app, id, index % 2 ? { kind: 'win' } : { kind: 'lose', reason: 'budget' })
  }
  expect(await clear()).toEqual({ deals: 60 })
  expect([present().people, present().texts, present().deals]).toEqual([[], [], []])
})

test('the log tells that they were removed, and keeps telling what happened', async () => {
  await load()
  const events = rowsOf(rawOf(app), 'SELECT count(*) AS n FROM deal_events')[0]!['n']
  await clear()
  const removed = rowsOf(rawOf(app), `SELECT count(*) AS n FROM deal_events WHERE kind = 'removed'`)[0]!['n']
  expect(removed).toBe(60)
  expect(rowsOf(rawOf(app), 'SELECT count(*) AS n FROM deal_events')[0]!['n']).toBe(Number(events) + 60)
})

test('a removed deal is NOT_FOUND and has left lists, board and search', async () => {
  await load()
  const [row] = (await app.call('deals.list', { tab: 'all' })).rows
  await clear()
  expect(await app.fail('deals.get', { dealId: row!.id })).toMatchObject({ code: 'NOT_FOUND' })
  expect((await app.call('deals.search', { text: row!.name })).rows).toEqual([])
  const { columns } = await app.call('deals.board', { family: 'standard' })
  expect(columns.every(({ count, totals }) => count === 0 && totals.length === 0)).toBe(true)
})

test('entries of the directory that a deal of our own names stay, and the sample can come again', async () => {
  await load()
  const [solution] = (await app.call('solutions.search', { text: 'fleet' })).rows
  const [wanted] = (await app.call('solutions.search', { text: 'fabric' })).rows
  const [partner] = (await app.call('partners.search', { text: 'brink' })).rows
  const [customer] = (await app.call('customers.search', { text: 'vennholt' })).rows
  const own = await execute(
    app,
    null,
    create(solution!.id, {
      customer: { id: customer!.id },
      partners: [partnerInvite(partner!.id, wanted!.id)],
    }),
  )
  await app.call('partners.save', { ...partner!, name: 'Brink, renamed' })
  for (let round = 0; round < 2; round += 1) {
    await clear()
    expect(await app.call('deals.get', { dealId: own.id })).toEqual(own)
    const solutions = (await app.call('solutions.search', {})).rows.map(({ name }) => name)
    expect(solutions.sort()).toEqual([solution!.name, wanted!.name].sort())
    expect((await app.call('partners.search', {})).rows.map(({ id }) => id)).toEqual([partner!.id])
    expect((await app.call('customers.search', {})).rows).toEqual([customer])
    expect(await load()).toEqual({ deals: 60 })
  }
  await expectConsistent(app)
})

test('a solution of our own with the id of one of the sample is not in its way, and stays', async () => {
  const mine = await app.call('solutions.save', { name: 'Mine', kind: 'own', externalId: 'MS-FABRIC' })
  expect(await load()).toEqual({ deals: 60 })
  await clear()
  expect((await app.call('solutions.search', {})).rows).toEqual([mine])
})
