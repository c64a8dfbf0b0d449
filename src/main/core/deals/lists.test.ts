import { afterAll, beforeAll, expect, test } from 'vitest'
import { SORT_KEYS, TABS } from '#shared/ipc/contract/deals.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import { addSolution, create, customer, euros, execute } from '../../../../tests/support/deal-commands.ts'

let app: TestApplication
let everything: DealRow[]

// Reads only: one pipeline for all tests. Forty equal deals make ties in every order.
beforeAll(async () => {
  app = await testApplication()
  await app.call('sample.load', {})
  const solutionId = await addSolution(app)
  for (let index = 0; index < 40; index += 1) {
    const name = index % 2 ? 'Equal' : 'EQUAL'
    await execute(app, null, create(solutionId, { name, customer: customer('Equal BV'), value: euros(500) }))
  }
  everything = (await app.call('deals.list', { tab: 'all', limit: 500 })).rows
})
afterAll(() => app.close())

type ListInput = Parameters<typeof pages>[0]

/** Every page of a list, one after the other. */
async function pages(input: {
  tab: (typeof TABS)[number]
  sort?: { by: (typeof SORT_KEYS)[number]; direction: 'asc' | 'desc' }
  limit: number
}) {
  const found: DealRow[][] = []
  let cursor: string | undefined
  do {
    const page = await app.call('deals.list', { ...input, cursor })
    expect(page.count).toEqual({ value: inTab(input.tab).length, capped: false })
    found.push(page.rows)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return found
}

const inTab = (tab: ListInput['tab']) =>
  everything.filter((row) => tab === 'all' || (tab === 'favorites' ? row.favorite : row.direction === tab))

const RANK: Record<string, (row: DealRow) => string | number> = {
  name: (row) => row.name.toLowerCase(),
  customerName: (row) => row.customerName.toLowerCase(),
  stage: (row) => row.percent,
  value: (row) => `${row.value.currency}${String(row.value.amount).padStart(20, '0')}`,
}

/** What a row is sorted by; ASCII letters count the same in both cases. */
const rankOf = (by: (typeof SORT_KEYS)[number]) =>
  RANK[by] ?? ((row: DealRow) => row[by as 'status' | 'createdAt'])

const orders = SORT_KEYS.flatMap((by) => (['asc', 'desc'] as const).map((direction) => ({ by, direction })))

test.for(orders)('pages by $by $direction hold every deal exactly once, in order', async (sort) => {
  const rows = (await pages({ tab: 'all', sort, limit: 7 })).flat()
  expect(new Set(rows.map(({ id }) => id)).size).toBe(100)
  expect(rows).toHaveLength(100)
  if (sort.by === 'attention') return
  const rank = rankOf(sort.by)
  const ranks = rows.map(rank)
  const sorted = [...ranks].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  expect(ranks).toEqual(sort.direction === 'asc' ? sorted : sorted.reverse())
})

test.for(TABS)('the tab %s holds its deals and no others, whatever the page size', async (tab) => {
  const ids = new Set(inTab(tab).map(({ id }) => id))
  expect(ids.size).toBeGreaterThan(0)
  for (const limit of [1, 13, 100]) {
    const rows = (await pages({ tab, limit })).flat()
    expect(new Set(rows.map(({ id }) => id))).toEqual(ids)
    expect(rows).toHaveLength(ids.size)
  }
})

test('what needs attention first: least time left, then running from the top stage, then closed, newest first', () => {
  const group = (row: DealRow) => (row.closedAt !== null ? 2 : row.status === 'received' ? 0 : 1)
  const groups = everything.map(group)
  expect(groups).toEqual([...groups].sort())
  const keys = {
    0: (row: DealRow) => Date.parse(row.expiresAt!),
    1: (row: DealRow) => -row.percent,
    2: (row: DealRow) => -Date.parse(row.closedAt!),
  }
  for (const number of [0, 1, 2] as const) {
    const own = everything.filter((row) => group(row) === number).map(keys[number])
    expect(own.length).toBeGreaterThan(3)
    expect(own).toEqual([...own].sort((a, b) => a - b))
  }
})

test('a list that ends exactly with a page has no next one', async () => {
  const page = await app.call('deals.list', { tab: 'all', limit: 100 })
  expect([page.rows.length, page.nextCursor]).toEqual([100, null])
})

test.for(['nonsense', '', 'W10', 'WzEsMiwzXQ', 'bnVsbA', '%%%'])('%j is no cursor', async (cursor) => {
  const error = await app.fail('deals.list', { tab: 'all', cursor })
  expect(error).toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path: 'cursor' }] } })
})

test('totals of a list count every deal and keep currencies apart', async () => {
  const { count, totals } = await app.call('deals.totals', { tab: 'all' })
  const sums = new Map<string, number>()
  for (const { value } of everything) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.amount)
  expect(count).toBe(100)
  expect(totals).toEqual([...sums].sort().map(([currency, amount]) => ({ amount, currency })))
})
