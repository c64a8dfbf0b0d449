import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REPORTS, type Report } from '#shared/domain/report.ts'
import { DEAL_TYPES, STATUSES } from '#shared/domain/deal.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import type { ReportRow } from '#shared/ipc/contract/reports.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import { beginning, ordinaryMove, worldOf } from '../../../../tests/support/moves.ts'
import {
  type ExpectedLine,
  type Filters,
  expectedReport,
  fits,
} from '../../../../tests/support/report-oracle.ts'
import { type ToldDeal, dealsAt, percentOf } from '../../../../tests/support/told-history.ts'

const SNAPSHOT_REPORTS = REPORTS.filter((report) => report !== 'changes')

type Asked = { report: Report; from: string; to: string; asOf?: string; filters: Filters }

function sums(deals: readonly ToldDeal[], weighted: boolean) {
  const cents = new Map<string, number>()
  for (const deal of deals) {
    const part = weighted ? deal.value.amount * percentOf(deal) : deal.value.amount
    cents.set(deal.value.currency, (cents.get(deal.value.currency) ?? 0) + part)
  }
  return [...cents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({ currency, amount: weighted ? Math.round(sum / 100) : sum }))
}

/** Every deal behind a figure, page after page. */
async function idsBehind(app: TestApplication, asked: Asked, row: string | null, figure: string) {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await app.call('reports.deals', { ...asked, row, figure, cursor, limit: 7 })
    ids.push(...page.rows.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return ids
}

/** Holds one line against what it must say; every number opens exactly its deals. */
async function expectLine(
  app: TestApplication,
  asked: Asked,
  row: string | null,
  told: Pick<ReportRow, 'figures' | 'measures'>,
  expected: ExpectedLine,
): Promise<number> {
  const where = `${JSON.stringify(asked)} ${row}`
  expect(told.measures, where).toEqual(expected.measures ?? told.measures)
  expect(Object.keys(told.figures).sort(), where).toEqual(Object.keys(expected.sets).sort())
  for (const [name, deals] of Object.entries(expected.sets)) {
    const { count, values, counts } = told.figures[name]!
    expect([count, values], `${where} ${name}`).toEqual([deals.length, sums(deals, name === 'weighted')])
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count)
    if (count === 0) continue
    const ids = await idsBehind(app, asked, row, name)
    expect(ids.sort(), `${where} ${name}`).toEqual(deals.map(({ id }) => id).sort())
  }
  return Object.values(expected.sets).reduce((sum, deals) => sum + deals.length, 0)
}

async function expectReport(
  app: TestApplication,
  asked: Asked & { report: (typeof SNAPSHOT_REPORTS)[number] },
) {
  const told = await app.call('reports.get', asked)
  const deals = dealsAt(app.app.core.reader.raw, told.asOf).filter((deal) => fits(deal, asked.filters))
  const days = { from: told.from, to: told.to, today: told.asOf.slice(0, 10) }
  const expected = expectedReport(asked.report, deals, days)
  expect(told.rows.map(({ key }) => key).sort()).toEqual(Object.keys(expected.lines).sort())
  let checked = 0
  for (const row of told.rows) checked += await expectLine(app, asked, row.key, row, expected.lines[row.key]!)
  if (expected.totals) await expectLine(app, asked, null, told.totals!, expected.totals)
  else expect(told.totals).toBeNull()
  return checked
}

const some = <T>(items: readonly T[]) => fc.subarray([...items], { minLength: 1 })
const filters: fc.Arbitrary<Filters> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ types: some(DEAL_TYPES) }) },
  { weight: 1, arbitrary: fc.record({ statuses: some(STATUSES) }) },
  { weight: 1, arbitrary: fc.record({ stages: some(['created', 'accepted', 'developed', 'won'] as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ minAmount: fc.nat(3_000_000), currency: fc.constantFrom('EUR', 'USD') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      closeFrom: fc.constantFrom('2026-11-21', '2026-12-24'),
      closeTo: fc.constantFrom('2026-12-24', '2027-06-30'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ microsoft: fc.constantFrom('none', 'pending', 'accepted') }) },
)
const days = fc
  .tuple(fc.integer({ min: -20, max: 60 }), fc.integer({ min: 10, max: 120 }))
  .map(([start, length]) => {
    const first = Date.parse('2026-11-22') + start * DAY_MS
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
    return { from: day(first), to: day(first + length * DAY_MS) }
  })
const stretch = fc.integer({ min: 1, max: 2 * DAY_MS })
const step = fc.oneof({ weight: 2, arbitrary: beginning }, { weight: 3, arbitrary: ordinaryMove })

test('every report says what the event log says, and every number opens its deals', async () => {
  let checked = 0
  const property = fc.asyncProperty(
    fc.array(fc.tuple(step, stretch), { minLength: 60, maxLength: 90, size: 'max' }),
    fc.array(fc.tuple(days, filters, fc.option(fc.integer({ min: 0, max: 1000 }))), {
      minLength: 3,
      maxLength: 3,
    }),
    async (moves, questions) => {
      const app = await testApplication()
      try {
        const world = await worldOf(app)
        const began = Date.parse(app.clock.now())
        for (const [move, ms] of moves) {
          await move(world)
          app.clock.advance(ms)
        }
        const lasted = Date.parse(app.clock.now()) - began
        for (const [period, narrowed, back] of questions) {
          const asOf =
            back === null ? {} : { asOf: new Date(began + Math.floor((lasted * back) / 1000)).toISOString() }
          for (const report of SNAPSHOT_REPORTS) {
            checked += await expectReport(app, { report, ...period, ...asOf, filters: narrowed })
          }
        }
      } finally {
        await app.close()
      }
    },
  )
  await fc.assert(property, { numRuns: 6, endOnFailure: true })
  expect(checked).toBeGreaterThan(100)
}, 60_000)
