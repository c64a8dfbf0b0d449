import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { minorDigits } from '#shared/domain/money.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'

let app: TestApplication
let deals: DealView[]
const LEAST = 10_000_000

beforeAll(async () => {
  app = await testApplication()
  await app.call('sample.load', {})
  await app.call('profile.save', {
    homeCurrency: 'EUR',
    rates: [
      { currency: 'USD', perHome: 2, asOf: '2026-01-01' },
      { currency: 'USD', perHome: 1.1, asOf: '2026-11-01' },
      { currency: 'JPY', perHome: 160, asOf: '2026-11-01' },
      { currency: 'SEK', perHome: 11.3, asOf: '2026-11-01' },
      { currency: 'CHF', perHome: 0.95, asOf: '2099-01-01' },
    ],
  })
  const { rows } = await app.call('deals.list', { tab: 'all', limit: 500 })
  deals = await Promise.all(rows.map(({ id }) => app.call('deals.get', { dealId: id })))
})
afterAll(() => app.close())

const PER_HOME: Readonly<Record<string, number>> = { EUR: 1, USD: 1.1, JPY: 160, SEK: 11.3 }
/** The plain look: what a deal is worth in euro cents, to a thousandth of one. Null: nobody knows. */
function worth({ value }: DealView): number | null {
  const rate = PER_HOME[value.currency]
  if (rate === undefined) return null
  return Math.round(((value.amount / 10 ** minorDigits(value.currency)) * 100_000) / rate) / 1000
}
const idsOf = (found: readonly { id: string }[]) => new Set(found.map(({ id }) => id))

test('RULEBOOK 10: by value in the home currency, over all currencies that have a rate today', async () => {
  const expected = deals.filter((deal) => (worth(deal) ?? -1) >= LEAST)
  const currencies = new Set(expected.map(({ value }) => value.currency as string))
  expect([...currencies].sort()).toEqual(['EUR', 'JPY', 'SEK', 'USD'])
  const filters = { minHome: LEAST }
  const { rows, count } = await app.call('deals.list', { tab: 'all', filters, limit: 500 })
  expect(idsOf(rows)).toEqual(idsOf(expected))
  expect(count.value).toBe(expected.length)
  expect((await app.call('deals.totals', { tab: 'all', filters })).count).toBe(expected.length)
})

test.each([
  ['USD', 1.1],
  ['JPY', 160],
  ['SEK', 11.3],
])('a deal in %s worth exactly the asked is among them, and a minor unit less is not', async (code, rate) => {
  const home = 123_450
  const amount = (home / 100) * rate * 10 ** minorDigits(code as never)
  const found = async (minHome: number) => {
    const filters = { minHome, currency: code }
    return (await app.call('deals.list', { tab: 'all', filters, limit: 500 })).rows
  }
  const own = deals.filter(({ value }) => value.currency === code)
  expect(idsOf(await found(home))).toEqual(idsOf(own.filter(({ value }) => value.amount >= amount - 1e-6)))
  // One that is met to the last unit, and one that is missed by the smallest step of the home currency.
  const top = Math.max(...own.map(({ value }) => value.amount))
  const worthTop = Math.floor((top / 10 ** minorDigits(code as never) / rate) * 100 + 1e-9)
  expect((await found(worthTop)).map(({ value }) => value.amount)).toContain(top)
  expect((await found(worthTop + 1)).map(({ value }) => value.amount)).not.toContain(top)
})

test('what has no rate is left out and counted, per currency, among what the other filters find', async () => {
  for (const tab of ['all', 'outbound'] as const) {
    const filters = { minHome: 0, statuses: ['accepted' as const] }
    const { rows } = await app.call('deals.unrated', { tab, filters })
    const counted = new Map<string, number>()
    for (const deal of deals) {
      if (deal.status !== 'accepted' || worth(deal) !== null) continue
      if (tab === 'all' || deal.direction === tab) {
        counted.set(deal.value.currency, (counted.get(deal.value.currency) ?? 0) + 1)
      }
    }
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.map(({ currency }) => currency)).toContain('CHF')
    expect(new Map(rows.map(({ currency, deals: count }) => [currency, count]))).toEqual(counted)
    const shown = await app.call('deals.totals', { tab, filters })
    const whole = await app.call('deals.totals', { tab, filters: { statuses: ['accepted'] } })
    const left = rows.reduce((sum, row) => sum + row.deals, 0)
    expect(shown.count + left).toBe(whole.count)
  }
  expect((await app.call('deals.unrated', { tab: 'all', filters: {} })).rows).toEqual([])
})

test('the board is narrowed alike, and what it leaves out is what its own columns would have held', async () => {
  for (const board of [
    { family: 'standard' as const, closedSince: '2026-10-01' },
    { family: 'assessment' as const },
  ]) {
    const cards = async (filters: object) => {
      const { columns } = await app.call('deals.board', { ...board, filters, perColumn: 200 })
      return columns.flatMap(({ rows }) => rows)
    }
    const whole = await cards({})
    const priced = await cards({ minHome: 0 })
    const { rows } = await app.call('deals.unrated', { tab: 'all', filters: { minHome: 0 }, board })
    const left = whole.filter(({ value }) => PER_HOME[value.currency] === undefined)
    expect(idsOf(priced)).toEqual(idsOf(whole.filter((row) => !left.includes(row))))
    expect(rows.reduce((sum, row) => sum + row.deals, 0)).toBe(left.length)
  }
})

test('the board as it was a moment ago is narrowed as the one of now, also for a deal that moved since', async () => {
  const asOf = app.clock.now()
  const filters = { minHome: LEAST }
  const before = await app.call('deals.board', { family: 'standard', filters, perColumn: 200 })
  const moved = before.columns.find(({ key, rows }) => key === 'proposed' && rows.length > 0)!.rows[0]!
  app.clock.advance(60_000)
  await app.call('deals.execute', {
    dealId: moved.id,
    expectedVersion: moved.version,
    command: { kind: 'edit', changes: { value: { amount: 1, currency: 'EUR' } } },
  })
  const shown = ({ columns }: typeof before) => idsOf(columns.flatMap(({ rows }) => rows))
  const then = await app.call('deals.board', { family: 'standard', filters, perColumn: 200, asOf })
  expect(shown(then)).toEqual(shown(before))
  const now = await app.call('deals.board', { family: 'standard', filters, perColumn: 200 })
  expect(shown(now)).not.toContain(moved.id)
})

test('a board of the past leaves out what had no rate on that day', async () => {
  const asOf = new Date(Date.parse(app.clock.now()) - 20 * 86_400_000).toISOString()
  const board = { family: 'standard' as const, asOf }
  const cards = async (filters: object) => {
    const { columns } = await app.call('deals.board', { ...board, filters, perColumn: 200 })
    return columns.flatMap(({ rows }) => rows)
  }
  // No rate of this profile is older than the first of November.
  const known = asOf.slice(0, 10) < '2026-11-01' ? ['EUR'] : Object.keys(PER_HOME)
  const whole = await cards({})
  const left = whole.filter(({ value }) => !known.includes(value.currency))
  expect(left.length).toBeGreaterThan(0)
  const { rows } = await app.call('deals.unrated', { tab: 'all', filters: { minHome: 0 }, board })
  expect(idsOf(await cards({ minHome: 0 }))).toEqual(idsOf(whole.filter((row) => !left.includes(row))))
  const counted = new Map<string, number>()
  for (const { value } of left) counted.set(value.currency, (counted.get(value.currency) ?? 0) + 1)
  expect(new Map(rows.map(({ currency, deals: count }) => [currency, count]))).toEqual(counted)
})

test('an export and a command on many deals take the same deals', async () => {
  const filters = { minHome: LEAST, statuses: ['accepted' as const] }
  const { rows } = await app.call('deals.list', { tab: 'outbound', filters, limit: 500 })
  expect(rows.length).toBeGreaterThan(3)
  const { jobId } = await app.call('exports.start', {
    format: 'deals-csv',
    selection: { tab: 'outbound', filters },
    columns: ['id'],
  })
  const { fileId } = (await app.job(jobId)) as { fileId: string }
  const { path } = await app.files.get(fileId as never)
  const lines: string[][] = parse(await readFile(path), { bom: true })
  expect(lines.slice(1).flat()).toEqual(rows.map(({ id }) => id))
  const marked = await app.call('deals.bulk', {
    selection: { tab: 'outbound', filters },
    command: { kind: 'set-favorite', favorite: true },
    dryRun: true,
  })
  expect(marked.allowed).toBe(rows.length)
})
