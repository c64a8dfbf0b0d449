import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Output } from '#shared/ipc/contract.ts'
import { TODAY, column, dealRow, id } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { useBoard } from './board.store.ts'

const PAGE = { columns: [column('created', [dealRow({ id: id(1) })], { nextCursor: 'first' })] }

async function loadedBoard() {
  const client = new FakeClient().answer('deals.board', PAGE)
  const { result: board } = setUp(() => useBoard(), { client })
  await board.load(TODAY)
  return { board, client }
}
const rowIds = (board: ReturnType<typeof useBoard>) => board.columns[0]!.rows.map((row) => row.id)

test('scrolling brings the next cards of one column until there are none', async () => {
  const { board, client } = await loadedBoard()
  client.answer('deals.board', { columns: [column('created', [dealRow({ id: id(2) })])] })
  await board.more('created')
  await board.more('created')
  expect(rowIds(board)).toEqual([id(1), id(2)])
  expect(client.inputsOf('deals.board').slice(1)).toEqual([
    { family: 'standard', closedSince: '2026-01-01', column: 'created', cursor: 'first', perColumn: 50 },
  ])
})

test('a page asked for twice is shown once', async () => {
  const { board, client } = await loadedBoard()
  client.answer('deals.board', { columns: [column('created', [dealRow({ id: id(2) })])] })
  await Promise.all([board.more('created'), board.more('created')])
  expect(rowIds(board)).toEqual([id(1), id(2)])
})

test('the other ladder, chosen meanwhile, is not painted over', async () => {
  const { board, client } = await loadedBoard()
  const late = Promise.withResolvers<Output<'deals.board'>>()
  client.answer('deals.board', ({ family }) =>
    family === 'standard' ? late.promise : { columns: [column('collect-data')] },
  )
  const first = board.load(TODAY)
  board.place(dealRow())
  board.family = 'assessment'
  await board.load(TODAY)
  late.resolve({ columns: [column('qualified'), column('collect-data', [], { count: 7 })] })
  await first
  await flushPromises()
  expect(board.columns.map(({ key, count }) => [key, count])).toEqual([['collect-data', 0]])
})

test('news of the board’s own change is known once; the next is not', async () => {
  const { board } = await loadedBoard()
  board.place(dealRow({ id: id(1) }))
  expect(board.knows([id(1)])).toBe(true)
  expect(board.knows([id(1)])).toBe(false)
})

test.each([
  ['a deal others changed', [id<'deal'>(2)]],
  ['more deals than its own', [id<'deal'>(1), id<'deal'>(2)]],
  ['too many deals to name', []],
])('news of %s is news', async (_what, ids) => {
  const { board } = await loadedBoard()
  board.place(dealRow({ id: id(1) }))
  expect(board.knows(ids)).toBe(false)
})

test('filters go with every question; a changed deal is asked for anew, for it may have left them', async () => {
  const { board, client } = await loadedBoard()
  board.filters = { types: ['co-sell'] }
  await board.load(TODAY)
  board.place(dealRow({ id: id(9) }))
  await flushPromises()
  expect(client.inputsOf('deals.board').slice(1)).toEqual([
    { family: 'standard', filters: { types: ['co-sell'] }, closedSince: '2026-01-01', perColumn: 50 },
    { family: 'standard', filters: { types: ['co-sell'] }, closedSince: '2026-01-01', perColumn: 50 },
  ])
  expect(rowIds(board)).toEqual([id(1)])
})

test('an answer to filters that were changed meanwhile is not painted', async () => {
  const { board, client } = await loadedBoard()
  const late = Promise.withResolvers<Output<'deals.board'>>()
  client.answer('deals.board', ({ filters }) => (filters?.text === 'a' ? late.promise : { columns: [] }))
  board.filters = { text: 'a' }
  const first = board.load(TODAY)
  board.filters = { text: 'ab' }
  await board.load(TODAY)
  late.resolve({ columns: [column('qualified')] })
  await first
  expect(board.columns).toEqual([])
})
