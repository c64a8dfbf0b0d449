import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOVEMENTS, REPORTS, type Report } from '#shared/domain/report.ts'
import { FAMILIES } from '#shared/domain/stages.ts'
import { DAY_MS, type Instant } from '#shared/domain/time.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { BoardColumnView } from '#shared/ipc/contract/deals.ts'
import type { FigureView } from '#shared/ipc/contract/reports.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import { expectedMovements } from '../../../../tests/support/movement-oracle.ts'
import { beginning, ordinaryMove, worldOf } from '../../../../tests/support/moves.ts'
import { type Filters, fits } from '../../../../tests/support/report-oracle.ts'
import { dealsAt } from '../../../../tests/support/told-history.ts'

const FILTERS: readonly Filters[] = [
  {},
  { currency: 'EUR' },
  { types: ['co-sell', 'private'], minAmount: 500_000 },
  { closeFrom: '2026-12-01', closeTo: '2027-03-31' },
  { statuses: ['accepted', 'won'] },
]

/** What the screens showed at the end of a day. */
interface Snapshot {
  readonly at: Instant
  readonly day: string
  readonly filters: Filters
  readonly boards: readonly BoardColumnView[][]
  readonly reports: readonly Output<'reports.get'>[]
  readonly open: Output<'reports.get'>['totals']
}

const perColumn = 200

async function shown(app: TestApplication, filters: Filters, asOf?: Instant) {
  const boards = await Promise.all(
    FAMILIES.map(async (family) => {
      return (await app.call('deals.board', { family, filters, perColumn, asOf })).columns
    }),
  )
  const asked = (report: Report) => ({ report, filters, asOf, from: '2026-11-20', to: '2026-12-31' })
  const reports = []
  for (const report of REPORTS) reports.push(await app.call('reports.get', asked(report)))
  return { boards, reports }
}

async function snapshot(app: TestApplication, filters: Filters): Promise<Snapshot> {
  // Everything that has run out by now is closed by the first call.
  const { totals } = await app.call('reports.get', { report: 'pipeline', filters })
  const at = app.clock.now()
  return { at, day: at.slice(0, 10), filters, open: totals, ...(await shown(app, filters)) }
}

/** Cards that tie on what a column is ordered by stand in the order of rows, which a deal taken out has lost. */
const untied = (columns: readonly BoardColumnView[]) =>
  columns.map((column) => ({ ...column, rows: column.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }))

const orderOf = ({ key, rows }: BoardColumnView) =>
  rows.map((row) => (key === 'received' ? row.expiresAt : (row.closedAt ?? row.closeDate)))

async function expectPages(app: TestApplication, { at, filters, boards }: Snapshot) {
  for (const [index, family] of FAMILIES.entries()) {
    for (const { key, rows } of boards[index]!) {
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const asked = { family, filters, asOf: at, column: key, perColumn: 2, cursor }
        const [page] = (await app.call('deals.board', asked)).columns
        paged.push(...page!.rows.map(({ id }) => id))
        cursor = page!.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(new Set(paged)).toEqual(new Set(rows.map(({ id }) => id)))
      expect(paged).toHaveLength(rows.length)
    }
  }
}

const totalsOf = ({ values }: FigureView) => values.filter(({ amount }) => amount !== 0)

/** In every currency the opening and all movements add up to the closing. */
function expectToAddUp(rows: Output<'reports.get'>['rows']) {
  const sums = new Map<string, number>()
  for (const { key, figures } of rows) {
    for (const { amount, currency } of figures['deals']!.values) {
      sums.set(currency, (sums.get(currency) ?? 0) + (key === 'closing' ? -amount : amount))
    }
  }
  expect([...sums.values()].filter((rest) => rest !== 0)).toEqual([])
}

async function expectChanges(
  app: TestApplication,
  first: Snapshot,
  last: Snapshot,
  filters: Filters,
): Promise<number> {
  const from = new Date(Date.parse(first.day) + DAY_MS).toISOString().slice(0, 10)
  const asked = { report: 'changes' as const, from, to: last.day, filters }
  const { rows } = await app.call('reports.get', asked)
  const at = (movement: string) => rows.find(({ key }) => key === movement)!.figures['deals']!
  for (const [movement, stored] of [
    ['opening', first],
    ['closing', last],
  ] as const) {
    if (stored.filters !== filters) continue
    expect(totalsOf(at(movement))).toEqual(totalsOf(stored.open!.figures['deals']!))
  }
  expectToAddUp(rows)
  const { raw } = app.app.core.reader
  const { statuses, closeFrom, closeTo, ...rest } = filters
  const expected = expectedMovements(dealsAt(raw, first.at), dealsAt(raw, last.at), {
    from,
    to: last.day,
    fits: (deal, without) =>
      fits(deal, {
        ...rest,
        ...(without === 'statuses' ? {} : { statuses }),
        ...(without === 'close' ? {} : { closeFrom, closeTo }),
      }),
    window: closeFrom !== undefined,
  })
  let moved = 0
  for (const movement of MOVEMENTS) {
    const deals = await app.call('reports.deals', { ...asked, row: movement, figure: 'deals', limit: 500 })
    expect(deals.rows.map(({ id }) => id).sort(), `${movement} ${JSON.stringify(asked)}`).toEqual(
      expected[movement].toSorted(),
    )
    expect(at(movement).count).toBe(deals.rows.length)
    moved += deals.rows.length
  }
  return moved
}

const step = fc.oneof({ weight: 2, arbitrary: beginning }, { weight: 3, arbitrary: ordinaryMove })

test('boards and reports of the past are those that were shown then, and changes lead from one to the other', async () => {
  const count = { days: 0, cards: 0, moved: 0 }
  const property = fc.asyncProperty(
    fc.array(fc.tuple(fc.array(step, { minLength: 5, maxLength: 12, size: 'max' }), fc.nat(9)), {
      minLength: 6,
      maxLength: 6,
    }),
    fc.nat(FILTERS.length - 1),
    async (days, narrowed) => {
      const app = await testApplication()
      try {
        const world = await worldOf(app)
        const snapshots: Snapshot[] = []
        for (const [moves, pause] of days) {
          for (const move of moves) {
            await move(world)
            app.clock.advance(60_000)
          }
          const midnight = Math.ceil(Date.parse(app.clock.now()) / DAY_MS) * DAY_MS + pause * DAY_MS
          app.clock.advance(midnight - 1 - Date.parse(app.clock.now()))
          snapshots.push(await snapshot(app, FILTERS[snapshots.length % 2 === 0 ? 0 : narrowed]!))
          app.clock.advance(1)
        }
        for (const one of snapshots) {
          const then = await shown(app, one.filters, one.at)
          expect(then.boards.map(untied)).toEqual(one.boards.map(untied))
          expect(then.boards.map((columns) => columns.map(orderOf))).toEqual(
            one.boards.map((columns) => columns.map(orderOf)),
          )
          expect(then.reports).toEqual(one.reports)
          count.days += 1
          count.cards += one.boards.flat().reduce((sum, column) => sum + column.rows.length, 0)
        }
        await expectPages(app, snapshots[2]!)
        for (const [first, last] of [
          [0, 4],
          [1, 5],
          [2, 3],
        ] as const) {
          for (const filters of FILTERS) {
            count.moved += await expectChanges(app, snapshots[first]!, snapshots[last]!, filters)
          }
        }
      } finally {
        await app.close()
      }
    },
  )
  await fc.assert(property, { numRuns: 6, endOnFailure: true })
  expect(count.days).toBeGreaterThanOrEqual(30)
  expect(count.cards).toBeGreaterThan(30)
  expect(count.moved).toBeGreaterThan(100)
}, 60_000)
