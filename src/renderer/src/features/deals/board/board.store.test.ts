import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { BoardColumn } from '#shared/domain/stages.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import type { BoardColumnView } from '#shared/ipc/contract/deals.ts'
import { TODAY, at, column, day, dealRow, eur, id, receivedRow } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { useBoard } from './board.store.ts'

/** A board that shows these columns, and answers fresh sums with the same. */
async function boardWith(...columns: BoardColumnView[]) {
  const client = new FakeClient().answer('deals.board', { columns })
  const { result: board } = setUp(() => useBoard(), { client })
  await board.load(TODAY)
  const idsIn = (key: BoardColumn) => board.columns.find((one) => one.key === key)!.rows.map((row) => row.id)
  return { board, client, idsIn }
}
const closing = (number: number, date: string, over: Partial<DealRow> = {}) =>
  dealRow({ id: id(number), closeDate: day(date), ...over })

test('the board asks for the closed deals of this quarter and for fifty cards a column', async () => {
  const { client } = await boardWith()
  expect(client.inputsOf('deals.board')).toEqual([
    { family: 'standard', closedSince: '2026-01-01', perColumn: 50 },
  ])
})

test('only running deals count as open', async () => {
  const { board } = await boardWith(
    column('received', [], { count: 2 }),
    column('created', [], { count: 30 }),
    column('won', [], { count: 500 }),
    column('lost', [], { count: 7000 }),
  )
  expect(board.open).toBe(32)
  expect(board.running.map(({ key }) => key)).toEqual(['received', 'created'])
})

test('a moved deal leaves its column and stands in the new one by close date', async () => {
  const { board, idsIn } = await boardWith(
    column('created', [closing(1, '2026-04-01'), closing(2, '2026-05-01')]),
    column('qualified', [closing(3, '2026-03-31'), closing(4, '2026-05-02')]),
  )
  board.place(closing(2, '2026-05-01', { stage: 'qualified' }))
  expect([idsIn('created'), idsIn('qualified')]).toEqual([[id(1)], [id(3), id(2), id(4)]])
})

test('equal close dates stand in the order of their ids', async () => {
  const { board, idsIn } = await boardWith(
    column('created', [closing(1, '2026-04-01'), closing(5, '2026-04-01')]),
  )
  board.place(closing(3, '2026-04-01'))
  expect(idsIn('created')).toEqual([id(1), id(3), id(5)])
})

test('unanswered deals stand by deadline, whatever their close date', async () => {
  const due = (number: number, expires: string, date: string) =>
    receivedRow({ id: id(number), expiresAt: at(`${expires}T00:00:00.000Z`), closeDate: day(date) })
  const { board, idsIn } = await boardWith(
    column('received', [due(1, '2026-03-03', '2026-09-01'), due(2, '2026-03-09', '2026-08-01')]),
  )
  board.place(due(3, '2026-03-05', '2026-12-31'))
  expect(idsIn('received')).toEqual([id(1), id(3), id(2)])
})

test.each(['won', 'lost'] as const)('the latest %s deal stands first', async (status) => {
  const closed = (number: number, when: string) =>
    dealRow({ id: id(number), status, closedAt: at(`${when}T00:00:00.000Z`) })
  const { board, idsIn } = await boardWith(
    column(status, [closed(1, '2026-02-20'), closed(2, '2026-02-01')]),
    column('created', [dealRow({ id: id(3) })]),
  )
  board.place(closed(3, '2026-02-10'))
  expect([idsIn(status), idsIn('created')]).toEqual([[id(1), id(3), id(2)], []])
})

test('a deal that would stand beyond what is loaded is the last one until its page comes', async () => {
  const { board, client, idsIn } = await boardWith(
    column('created', [closing(1, '2026-04-01')], { nextCursor: 'c' }),
    column('qualified', [closing(2, '2026-04-01')]),
  )
  board.place(closing(3, '2026-04-09'))
  board.place(closing(4, '2026-04-02', { stage: 'qualified' }))
  expect([idsIn('created'), idsIn('qualified')]).toEqual([
    [id(1), id(3)],
    [id(2), id(4)],
  ])
  await flushPromises()
  const page = [closing(5, '2026-04-05'), closing(3, '2026-04-09')]
  client.answer('deals.board', { columns: [column('created', page)] })
  await board.more('created')
  expect(idsIn('created')).toEqual([id(1), id(5), id(3)])
})

test('a declined deal leaves the board', async () => {
  const { board, idsIn } = await boardWith(column('received', [receivedRow()]))
  board.place(receivedRow({ status: 'declined' }))
  expect(idsIn('received')).toEqual([])
})

test('after a move the sums are fetched anew, the cards are not', async () => {
  const { board, client, idsIn } = await boardWith(column('created', [dealRow()]))
  client.answer('deals.board', {
    columns: [column('created', [], { count: 9, totals: [eur(100)], weighted: [eur(10)] })],
  })
  board.place(dealRow({ name: 'Renamed' }))
  await flushPromises()
  expect(client.inputsOf('deals.board')[1]).toMatchObject({ perColumn: 0 })
  expect(board.columns[0]).toMatchObject({ count: 9, totals: [eur(100)], weighted: [eur(10)] })
  expect(idsIn('created')).toEqual([id(1)])
  expect(board.columns[0]!.rows[0]!.name).toBe('Renamed')
})
