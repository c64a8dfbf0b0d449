import { beforeEach, describe, expect, test } from 'vitest'
import type { ImportUndo } from '#shared/ipc/contract/exchange.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import {
  type Line,
  commit,
  importLines,
  line,
  preview,
  sampleBytes,
  withMicrosoft,
} from '../../../../../tests/support/bulk-csv.ts'
import { expectConsistent } from '../../../../../tests/support/consistency.ts'
import { rawOf, rowsOf, scalarOf } from '../../../../../tests/support/database-content.ts'
import { dealFile, dealRow } from '../../../../../tests/support/deal-file.ts'
import { execute } from '../../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'
import { Random } from '../../../../../tests/support/random.ts'
import { contentHash } from '../../integrity/content-hash.ts'

const DAY_MS = 86_400_000
let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const hash = () => contentHash(app.app.core.reader.db as unknown as ReadExecutor)
const counted = (table: string) => Number(scalarOf(rawOf(app), `SELECT count(*) FROM ${table}`))
const byReferral = async (referralId: string) => {
  const id = scalarOf(rawOf(app), 'SELECT id FROM deals WHERE referral_id = ?', referralId)
  return app.call('deals.get', { dealId: String(id) })
}

async function undo(batchId: string): Promise<ImportUndo> {
  const { jobId } = await app.call('imports.undo', { batchId })
  return (await app.job(jobId)) as ImportUndo
}
/** A deal as a file tells it, whatever ids it got here. */
const withoutIds = (deal: unknown): string => JSON.stringify(deal).replace(/"id":"[^"]*"/g, '')

const batchOf = async (lines: readonly Line[]) => (await importLines(app, lines)).committed.batchId

const inbound: Line = {
  'Partner Referral Status': 'New',
  'Partner Referral Substatus': 'Pending',
  'Sales Stage': '',
}
const closed = (substatus: string): Line => ({
  'Partner Referral Status': 'Closed',
  'Partner Referral Substatus': substatus,
  'Estimated Close Date': '05/24/2026',
})

describe('what a file brought', () => {
  test('leaves again, closed deals, customers, solutions and people with it; the hash is what it was', async () => {
    await app.call('sample.load', {})
    const before = await hash()
    const people = counted('people')
    const texts = counted('texts')
    const { importId } = await preview(app, sampleBytes())
    const { batchId, created } = await commit(app, importId)
    expect(await hash()).not.toBe(before)
    expect(await app.call('imports.undoPreview', { batchId })).toMatchObject({ leave: created, back: 0 })
    expect(await undo(batchId)).toMatchObject({ leave: created, back: 0, stay: { count: 0 } })
    expect(await hash()).toBe(before)
    expect([counted('people'), counted('texts')]).toEqual([people, texts])
    await expectConsistent(app)
  })

  test('leaves by deals.undo as well, without a redo; the file can be imported again', async () => {
    const before = await hash()
    const lines = [line('R-1'), line('R-2', closed('Won')), line('R-3', inbound)]
    const batchId = await batchOf(lines)
    const after = withoutIds(await byReferral('R-2'))
    expect(await app.call('deals.undo', { batchId })).toEqual({ undone: 3, refused: [], redo: null })
    expect(await hash()).toBe(before)
    await importLines(app, lines)
    expect(withoutIds(await byReferral('R-2'))).toEqual(after)
    await expectConsistent(app)
  })
})

test('10,000 lines go back: new deals, changed and unchanged ones, on top of the sample', async () => {
  await app.call('sample.load', {})
  const random = new Random(3)
  const statuses = ['accepted', 'accepted', 'received', 'won', 'lost', 'declined', 'expired'] as const
  const rowsWith = (count: number) =>
    Array.from({ length: count }, () => dealRow(random, random.pick(statuses), app.clock.today()))
  const known = rowsWith(2_000)
  await commit(app, (await preview(app, dealFile(known))).importId)
  app.clock.advance(DAY_MS)
  await app.app.core.sweep()
  const before = await hash()
  const running = (row: Record<string, string>) => row['Partner Referral Status'] === 'Active'
  const changed = known.map((row) => (running(row) ? { ...row, 'Deal Name': 'Renamed', Notes: 'new' } : row))
  const { importId } = await preview(app, dealFile([...changed, ...rowsWith(8_000)]))
  const { batchId, created, updated, unchanged } = await commit(app, importId)
  expect([created, updated + unchanged]).toEqual([8_000, 2_000])
  expect(Math.min(updated, unchanged)).toBeGreaterThan(0)
  expect(await hash()).not.toBe(before)
  expect(await undo(batchId)).toMatchObject({ leave: created, back: updated, stay: { count: 0 } })
  expect(await hash()).toBe(before)
}, 180_000)

describe('what a file changed', () => {
  const first = () => [line('R-1'), line('R-2'), line('R-3', inbound), line('R-4')]

  test('goes back field by field: details, team, solutions, stage, an acceptance, an invitation, its own columns', async () => {
    await importLines(app, first())
    app.clock.advance(DAY_MS)
    const before = await hash()
    const batchId = await batchOf([
      line('R-1', {
        'Deal Name': 'Renamed',
        Notes: 'new',
        'Sales Stage': '60',
        'FY27 Consumed revenue': '7',
      }),
      line('R-2', {
        'Solution 1': 'SOL-NEW',
        'Team member 2': 'Bo, Berg, +46 8 555, bo@kestrel.example',
        ...withMicrosoft(),
      }),
      line('R-3', { 'Sales Stage': '40' }),
      line('R-5', { 'Customer Name': 'Quayside AB' }),
    ])
    expect(await hash()).not.toBe(before)
    expect(await undo(batchId)).toMatchObject({
      leave: 1,
      back: 3,
      stay: { count: 0 },
      entries: { leave: 2, back: 0, stay: { count: 0 } },
    })
    expect(await hash()).toBe(before)
    const { id: dealId } = await byReferral('R-1')
    const { rows } = await app.call('deals.timeline', { dealId })
    expect(rows.filter(({ kind }) => kind === 'undone').length).toBeGreaterThan(0)
    expect(rows.filter(({ undoable }) => undoable)).toEqual([])
    expect((await app.call('people.recent', {})).rows.map(({ lastName }) => lastName)).not.toContain('Berg')
    await expectConsistent(app)
  })
})

describe('what somebody or the schedule changed since', () => {
  test('stays whole, and is listed with its reason; the rest goes', async () => {
    const batchId = await batchOf([
      line('R-1', { 'Solution 1': 'SOL-KEPT' }),
      line('R-2', { 'Customer Name': 'Gone AB' }),
      line('R-3', { ...inbound, 'Customer Name': 'Kept AB' }),
      line('R-4', closed('Lost')),
    ])
    const { id } = await byReferral('R-1')
    await execute(app, id, { kind: 'edit', changes: { name: 'Mine now' } })
    const favorite = await byReferral('R-4')
    await execute(app, favorite.id, { kind: 'set-favorite', favorite: true })
    app.clock.advance(60 * DAY_MS)
    const verdict = {
      leave: 1,
      back: 0,
      stay: {
        count: 3,
        because: [
          { reason: { code: 'UNDO_OVERTAKEN', params: { fields: ['name'] } }, deals: 2 },
          { reason: { code: 'DEAL_TERMINAL', params: { status: 'expired' } }, deals: 1 },
        ],
        rows: expect.arrayContaining([
          { dealId: id, name: 'Mine now', reasons: [expect.objectContaining({ code: 'UNDO_OVERTAKEN' })] },
        ]) as unknown,
      },
      entries: { leave: 1, back: 0 },
    }
    expect(await app.call('imports.undoPreview', { batchId })).toMatchObject(verdict)
    expect(await undo(batchId)).toMatchObject(verdict)
    const customers = rowsOf(rawOf(app), 'SELECT name FROM customers ORDER BY name')
    expect(customers.map(({ name }) => name)).toEqual(['Harborline Foods BV', 'Kept AB'])
    await expectConsistent(app)
  })

  test('an entry that was put right, or is used by another deal, stays', async () => {
    const batchId = await batchOf([
      line('R-1'),
      line('R-2', { 'Customer Name': 'Quayside AB', 'Solution 1': 'SOL-2' }),
    ])
    await importLines(app, [line('R-3')])
    const quayside = (await byReferral('R-2')).customer
    await app.call('customers.save', { ...quayside, name: 'Quayside Group AB' })
    const { leave, entries } = await undo(batchId)
    expect(leave).toBe(2)
    expect(entries.leave).toBe(1)
    expect(entries.stay.rows.map(({ name, why }) => [name, why]).sort()).toEqual([
      ['Harborline Foods BV', 'used'],
      ['Quayside Group AB', 'changed'],
      ['SOL-90001-ABC', 'used'],
    ])
    await expectConsistent(app)
  })

  test('a solution stays that an undo of somebody else could bring back', async () => {
    await importLines(app, [line('R-0', { 'Solution 1': 'SOL-OLD' })])
    const other = await byReferral('R-0')
    const batchId = await batchOf([line('R-1', { 'Solution 1': 'SOL-NEW' })])
    const [added] = (await byReferral('R-1')).solutions
    const old = other.solutions.map(({ id }) => ({ id }))
    await execute(app, other.id, { kind: 'set-solutions', solutions: [{ id: added!.id }] })
    await execute(app, other.id, { kind: 'set-solutions', solutions: old })
    expect((await undo(batchId)).entries.stay.rows).toMatchObject([{ name: 'SOL-NEW', why: 'used' }])
  })

  test('what a person took back alone is passed over', async () => {
    await importLines(app, [line('R-1')])
    const before = await hash()
    const batchId = await batchOf([line('R-1', { 'Deal Name': 'Renamed', 'Sales Stage': '60' })])
    const { id: dealId } = await byReferral('R-1')
    const { rows } = await app.call('deals.timeline', { dealId })
    const edited = rows.find(({ kind }) => kind === 'edited')!
    expect((await app.call('deals.undo', { eventId: edited.eventId })).undone).toBe(1)
    expect(await undo(batchId)).toMatchObject({ leave: 0, back: 1, stay: { count: 0 } })
    expect(await hash()).toBe(before)
  })

  test('what a file ended on a deal that was here stays, whole', async () => {
    await importLines(app, [line('R-1')])
    const batchId = await batchOf([line('R-1', { 'Deal Name': 'Renamed', ...closed('Won') })])
    const after = await hash()
    expect(await undo(batchId)).toMatchObject({
      leave: 0,
      back: 0,
      stay: { count: 1, because: [{ reason: { code: 'NOT_UNDOABLE' } }] },
    })
    expect(await hash()).toBe(after)
  })
})

test('a cancelled undo leaves nothing', async () => {
  const batchId = await batchOf([line('R-1'), line('R-2')])
  const after = await hash()
  const events = counted('deal_events')
  const { jobId } = await app.call('imports.undo', { batchId })
  await app.call('jobs.cancel', { jobId })
  await app.app.core.jobs.settled()
  expect((await app.call('jobs.get', { jobId })).state).toBe('cancelled')
  expect([await hash(), counted('deal_events')]).toEqual([after, events])
  expect(await undo(batchId)).toMatchObject({ leave: 2 })
})

test('nothing is noted outside an import, nor after one that failed', async () => {
  await importLines(app, [line('R-1')])
  const noted = counted('import_changes')
  await app.call('customers.save', { name: 'Own AB', addressLine1: 'A 1', city: 'Lund', country: 'SE' })
  expect([counted('import_changes'), counted('import_open')]).toEqual([noted, 0])
})
