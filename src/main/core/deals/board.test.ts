import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input } from '#shared/ipc/contract.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'

type BoardInput = Input<'deals.board'>

let app: TestApplication
let everything: DealRow[]

beforeAll(async () => {
  app = await testApplication()
  await app.call('sample.load', {})
  everything = (await app.call('deals.list', { tab: 'all', limit: 500 })).rows
})
afterAll(() => app.close())

const PERCENT: Record<string, number> = {
  created: 10,
  qualified: 20,
  developed: 40,
  proposed: 60,
  negotiated: 80,
  won: 100,
  'secure-customer-loe': 20,
  'collect-data': 40,
  'prepare-report': 60,
  'present-to-customer': 80,
}

/** Where a deal belongs, told from its row alone; nowhere when it is declined or expired. */
function columnOf({ status, stage }: DealRow): string | null {
  if (['received', 'won', 'lost'].includes(status)) return status
  if (status !== 'accepted') return null
  return stage === 'accepted' ? 'created' : stage
}

const family = (row: DealRow) => (row.type === 'solution-assessment' ? 'assessment' : 'standard')

function sumsOf(rows: readonly DealRow[], percent: number | null) {
  const sums = new Map<string, number>()
  for (const { value } of rows) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.amount)
  const weigh = (amount: number) => (percent === null ? amount : Math.round((amount * percent) / 100))
  return [...sums].sort().map(([currency, amount]) => ({ amount: weigh(amount), currency }))
}

/** The board must say what counting the rows of the list says. */
async function expectBoard(input: BoardInput, rows: readonly DealRow[]): Promise<void> {
  const { columns } = await app.call('deals.board', input)
  expect(columns).toHaveLength(8)
  for (const column of columns) {
    const own = rows.filter((row) => family(row) === input.family && columnOf(row) === column.key)
    expect(column.count, column.key).toBe(own.length)
    expect(column.totals, column.key).toEqual(sumsOf(own, null))
    expect(column.counts, column.key).toEqual(
      column.totals.map(({ currency }) => own.filter(({ value }) => value.currency === currency).length),
    )
    expect(column.weighted, column.key).toEqual(sumsOf(own, PERCENT[column.key] ?? 0))
    expect(new Set(column.rows.map(({ id }) => id)), column.key).toEqual(new Set(own.map(({ id }) => id)))
  }
}

test.for(['standard', 'assessment'] as const)(
  'the %s board counts and sums what the list holds',
  async (name) => {
    await expectBoard({ family: name }, everything)
  },
)

const narrowed: [string, NonNullable<BoardInput['filters']>][] = [
  ['a type', { types: ['co-sell'] }],
  ['some countries', { countries: ['DE', 'CN', 'US'] }],
  ['a currency', { currency: 'EUR' }],
  ['words', { text: 'data' }],
  ['close dates', { closeFrom: '2026-12-01' }],
  ['no Microsoft', { microsoft: 'none' }],
  ['nothing at all', { statuses: ['declined'] }],
  ['an empty filter', {}],
]

test.for(narrowed)('a board narrowed to %s counts what the narrowed list holds', async ([, filters]) => {
  const { rows, count } = await app.call('deals.list', { tab: 'all', filters, limit: 500 })
  expect(count.value).toBe(rows.length)
  for (const name of ['standard', 'assessment'] as const) await expectBoard({ family: name, filters }, rows)
})

test('closed since a day narrows won and lost alone, with and without filters', async () => {
  const closedSince = everything
    .map(({ closedAt }) => closedAt)
    .filter((at) => at !== null)
    .sort()[8]!
    .slice(0, 10)
  const recent = (row: DealRow) => row.closedAt === null || row.closedAt.slice(0, 10) >= closedSince
  expect(everything.filter((row) => !recent(row)).length).toBeGreaterThan(0)
  await expectBoard({ family: 'standard', closedSince }, everything.filter(recent))
  const { rows } = await app.call('deals.list', { tab: 'all', filters: { currency: 'EUR' }, limit: 500 })
  await expectBoard({ family: 'standard', closedSince, filters: { currency: 'EUR' } }, rows.filter(recent))
})

test('the cards of a column come page by page, each once, in the order of the column', async () => {
  const { columns } = await app.call('deals.board', { family: 'standard' })
  for (const { key, rows } of columns) {
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await app.call('deals.board', { family: 'standard', column: key, perColumn: 2, cursor })
      expect(page.columns.map((column) => column.key)).toEqual([key])
      found.push(...page.columns[0]!.rows.map(({ id }) => id))
      cursor = page.columns[0]!.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(found, key).toEqual(rows.map(({ id }) => id))
  }
})

test('cards stand by deadline, by close date, or by closing, newest first', async () => {
  const { columns } = await app.call('deals.board', { family: 'standard' })
  for (const { key, rows } of columns) {
    const by = rows.map((row) => (key === 'received' ? row.expiresAt : (row.closedAt ?? row.closeDate))!)
    const sorted = [...by].sort()
    expect(by, key).toEqual(key === 'won' || key === 'lost' ? sorted.reverse() : sorted)
  }
})

test('a board without cards still counts', async () => {
  const { columns } = await app.call('deals.board', { family: 'standard', perColumn: 0 })
  expect(columns.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(40)
  expect(columns.flatMap(({ rows }) => rows)).toEqual([])
})
