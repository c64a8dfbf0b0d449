import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Output } from '#shared/ipc/contract.ts'
import { dealRow, eur, id } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { useListRows } from './list-rows.ts'

type Page = Output<'deals.list'>
const page = (numbers: readonly number[], nextCursor: string | null = null): Page => ({
  rows: numbers.map((number) => dealRow({ id: id(number), name: `D${number}` })),
  nextCursor,
  count: { value: 321, capped: false },
})

async function listed(first: Page) {
  const client = new FakeClient()
    .answer('deals.list', first)
    .answer('deals.totals', { count: 321, totals: [eur(100)] })
  const query = {
    tab: 'inbound' as const,
    filters: { text: 'cold' },
    sort: { by: 'name' as const, direction: 'asc' as const },
  }
  const { result: list } = setUp(() => useListRows(() => query), { client })
  await flushPromises()
  return { client, list, names: () => list.rows.value.map(({ name }) => name) }
}

test('a list begins with its first page, the count and the sums of the whole', async () => {
  const { client, list, names } = await listed(page([1, 2]))
  expect(client.calls).toEqual([
    {
      name: 'deals.list',
      input: {
        tab: 'inbound',
        filters: { text: 'cold' },
        sort: { by: 'name', direction: 'asc' },
        limit: 100,
      },
    },
    { name: 'deals.totals', input: { tab: 'inbound', filters: { text: 'cold' } } },
  ])
  expect([names(), list.count.value, list.totals.value]).toEqual([
    ['D1', 'D2'],
    { value: 321, capped: false },
    [{ amount: 100, currency: 'EUR' }],
  ])
})

test('scrolling brings page after page until there is none', async () => {
  const { client, list, names } = await listed(page([1], 'a'))
  client.answer('deals.list', ({ cursor }) => (cursor === 'a' ? page([2], 'b') : page([3])))
  await list.more()
  await list.more()
  await list.more()
  expect(names()).toEqual(['D1', 'D2', 'D3'])
  expect(client.inputsOf('deals.list').map(({ cursor }) => cursor)).toEqual([undefined, 'a', 'b'])
})

test('a page is fetched once, however often scrolling asks for it', async () => {
  const { client, list, names } = await listed(page([1], 'a'))
  client.answer('deals.list', page([2]))
  await Promise.all([list.more(), list.more()])
  expect(names()).toEqual(['D1', 'D2'])
})

test('after a page that failed, scrolling tries again', async () => {
  const { client, list, names } = await listed(page([1], 'a'))
  client.fail('deals.list', { code: 'BUSY', details: { what: 'database' } })
  await expect(list.more()).rejects.toThrow('BUSY')
  client.answer('deals.list', page([2]))
  await list.more()
  expect(names()).toEqual(['D1', 'D2'])
})

test.each([
  [1, 100],
  [250, 250],
  [700, 500],
])('a reload of %d rows shown asks for %d', async (shown, limit) => {
  const { client, list } = await listed(page(Array.from({ length: shown }, (_, index) => index)))
  await list.loaded.reload()
  expect(client.inputsOf('deals.list').at(-1)).toMatchObject({ limit })
})

test('a restart begins at the top; the old rows stand until the new ones are there, and it says that it is busy', async () => {
  const { client, list, names } = await listed(page(Array.from({ length: 250 }, (_, index) => index)))
  client.answer('deals.list', page([9]))
  const restarted = list.restart()
  expect([names().length, list.busy.value, list.starts.value]).toEqual([250, true, 0])
  await restarted
  expect([names(), list.busy.value, list.starts.value]).toEqual([['D9'], false, 1])
  expect(client.inputsOf('deals.list').at(-1)).toMatchObject({ limit: 100 })
})

test('a page of the old sort, arriving after the restart, is dropped', async () => {
  const { client, list, names } = await listed(page([1], 'a'))
  const [late, fresh] = [Promise.withResolvers<Page>(), Promise.withResolvers<Page>()]
  client.answer('deals.list', ({ cursor }) => (cursor ? late : fresh).promise)
  const scrolled = list.more()
  const restarted = list.restart()
  late.resolve(page([2], 'b'))
  await scrolled
  expect(names()).toEqual(['D1'])
  fresh.resolve(page([9]))
  await restarted
  expect(names()).toEqual(['D9'])
})

test('of another list nothing of the last one stands', async () => {
  const { list, names } = await listed(page([1]))
  const restarted = list.restart(true)
  expect([names(), list.busy.value]).toEqual([[], true])
  await restarted
  expect(names()).toEqual(['D1'])
})

test('an answer to what was asked before is dropped, however late it comes', async () => {
  const { client, list, names } = await listed(page([1]))
  const [late, fresh] = [Promise.withResolvers<Page>(), Promise.withResolvers<Page>()]
  client.answer('deals.list', () => late.promise)
  const first = list.restart()
  client.answer('deals.list', () => fresh.promise)
  const second = list.restart()
  fresh.resolve(page([9]))
  await second
  late.resolve(page([2]))
  await first
  expect([names(), list.busy.value]).toEqual([['D9'], false])
})

test('with a value by the rates it asks what that leaves out, and forgets it without', async () => {
  const filters: { minHome?: number } = { minHome: 5 }
  const client = new FakeClient()
    .answer('deals.list', page([1]))
    .answer('deals.totals', { count: 1, totals: [] })
    .answer('deals.unrated', { rows: [{ currency: 'CHF' as never, deals: 3 }] })
  const sort = { by: 'name' as const, direction: 'asc' as const }
  const { result: list } = setUp(() => useListRows(() => ({ tab: 'all', filters, sort })), { client })
  await flushPromises()
  expect(client.inputsOf('deals.unrated')).toEqual([{ tab: 'all', filters: { minHome: 5 } }])
  expect(list.unrated.value).toEqual([{ currency: 'CHF', deals: 3 }])
  delete filters.minHome
  await list.restart()
  expect(list.unrated.value).toEqual([])
})

test('as many rows come at once as lead to the one a person left, up to a bound', async () => {
  for (const [least, limit] of [
    [0, 100],
    [150, 150],
    [9000, 500],
  ] as const) {
    const client = new FakeClient()
      .answer('deals.list', page([1]))
      .answer('deals.totals', { count: 1, totals: [] })
    const query = {
      tab: 'inbound' as const,
      filters: {},
      sort: { by: 'name' as const, direction: 'asc' as const },
    }
    setUp(
      () =>
        useListRows(
          () => query,
          () => least,
        ),
      { client },
    )
    await flushPromises()
    expect(client.inputsOf('deals.list').map(({ limit: asked }) => asked)).toEqual([limit])
  }
})
