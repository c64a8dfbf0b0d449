import { deepStrictEqual } from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { REPORTS } from '#shared/domain/report.ts'
import { addDays, instantFromMs } from '#shared/domain/time.ts'
import { databaseFile } from '#main/db/open.ts'
import { type BenchApplication, openApplication } from '../bench/application.ts'
import { SEEDED_DAYS, seed } from '../bench/seed.ts'
import { Random } from '../support/random.ts'
import { type ExpectedLine, type Filters, expectedReport, fits } from '../support/report-oracle.ts'
import { type ToldDeal, dealsAt, percentOf } from '../support/told-history.ts'
import { type Snapshot, compareMovements, compareSnapshot, takeSnapshot } from './snapshots.ts'

/**
 * `npm run reports`: every report and the board on a generated history, at random instants and with random filters,
 * against a second reading of the event log, and against what the screens showed on random days while the history was
 * being made. Prints how long each took, and what reading the whole log takes. Exit code 1
 * where anything differs.
 */
const { values } = parseArgs({
  options: {
    deals: { type: 'string', default: '10000' },
    days: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    /** A folder to keep the generated history in; one that is there is used as it is. */
    'data-dir': { type: 'string' },
  },
})
const random = new Random(Number(values.seed))
const scratch = mkdtempSync(join(tmpdir(), 'tandem-reports-'))
const dataDir = values['data-dir'] ?? join(scratch, 'data')
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const snapshots: Snapshot[] = []
async function opened(): Promise<BenchApplication> {
  const now = instantFromMs(Date.now())
  if (existsSync(databaseFile(dataDir))) return openApplication(dataDir, now)
  mkdirSync(dataDir, { recursive: true })
  const bench = await openApplication(dataDir, addDays(now, -SEEDED_DAYS))
  // Which days, is drawn before there is a history; what was shown on them is kept as it was said.
  const drawn = new Set<number>()
  while (drawn.size < Math.min(Number(values.days), SEEDED_DAYS - 5))
    drawn.add(random.int(0, SEEDED_DAYS - 5))
  let day = 0
  await seed(bench, Number(values.deals), new Random(Number(values.seed)), async () => {
    if (drawn.has(day)) snapshots.push(await takeSnapshot(bench))
    day += 1
  })
  return bench
}

const times = new Map<string, number[]>()
async function timed<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const startedMs = performance.now()
  const result = await work()
  times.set(name, [...(times.get(name) ?? []), performance.now() - startedMs])
  return result
}

function sums(deals: readonly ToldDeal[], weighted: boolean) {
  const cents = new Map<string, number>()
  for (const deal of deals) {
    const part = deal.value.amount * (weighted ? percentOf(deal) : 100)
    cents.set(deal.value.currency, (cents.get(deal.value.currency) ?? 0) + part)
  }
  return [...cents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({ amount: Math.round(sum / 100), currency }))
}

const toldOf = ({ sets, measures }: ExpectedLine) => ({
  figures: Object.entries(sets).map(([name, deals]) => [
    name,
    deals.length,
    sums(deals, name === 'weighted'),
  ]),
  measures: measures ?? {},
})

const SOME_FILTERS: readonly (() => Filters)[] = [
  () => ({}),
  () => ({}),
  () => ({ types: [random.pick(['co-sell', 'private'] as const)] }),
  () => ({ statuses: ['accepted', random.pick(['won', 'lost', 'received'] as const)] }),
  () => ({ currency: random.pick(['EUR', 'USD']), minAmount: random.int(0, 5_000_000) }),
  () => ({ closeFrom: '2026-06-01', closeTo: '2027-06-30' }),
]

/** The board of standard deals, from deals in hand. */
function boardOf(deals: readonly ToldDeal[]) {
  const columns = new Map<string, ToldDeal[]>()
  for (const deal of deals.filter(({ assessment }) => !assessment)) {
    const { status, stage } = deal
    const key = status !== 'accepted' ? status : stage === 'accepted' ? 'created' : stage!
    columns.set(key, [...(columns.get(key) ?? []), deal])
  }
  return (key: string) => columns.get(key) ?? []
}

async function compare(bench: BenchApplication, at: string, filters: Filters): Promise<number> {
  const { raw } = bench.app.core.reader
  const all = await timed('the whole log, folded once', () => dealsAt(raw, at))
  const deals = all.filter((deal) => fits(deal, filters))
  let compared = 0
  for (const report of REPORTS.filter((name) => name !== 'changes')) {
    const asked = { report, asOf: at, filters }
    const { rows, totals, from, to } = await timed(report, () => bench.call('reports.get', asked))
    const expected = expectedReport(report, deals, { from, to, today: at.slice(0, 10) })
    const keys = rows.map(({ key }) => key)
    deepStrictEqual(keys.toSorted(), Object.keys(expected.lines).sort())
    const lines = [...rows.map((row) => [row, expected.lines[row.key]!] as const)]
    if (expected.totals) lines.push([{ key: '', group: {}, ...totals! }, expected.totals])
    for (const [row, line] of lines) {
      const figures = Object.entries(row.figures).map(([name, { count, values: each }]) => [
        name,
        count,
        each,
      ])
      const byName = (list: unknown[][]) => list.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
      const told = toldOf(line)
      deepStrictEqual(byName(figures), byName(told.figures), `${report} ${row.key}`)
      deepStrictEqual(row.measures, told.measures, `${report} ${row.key}`)
      compared += figures.length
    }
  }
  const asked = { family: 'standard' as const, asOf: at, filters }
  const { columns } = await timed('board', () => bench.call('deals.board', asked))
  const columnOf = boardOf(deals)
  for (const { key, count, totals, rows } of columns) {
    deepStrictEqual([count, totals], [columnOf(key).length, sums(columnOf(key), false)], `board ${key}`)
    const there = new Set(columnOf(key).map(({ id }) => id))
    deepStrictEqual(
      rows.every(({ id }) => there.has(id)),
      true,
    )
    compared += 1
  }
  return compared
}

/** What a report of changes says must be what the pipelines of its two ends say. */
async function compareChanges(bench: BenchApplication, first: string, last: string): Promise<number> {
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)]
  const { rows } = await timed('changes', () => bench.call('reports.get', { report: 'changes', from, to }))
  const { raw } = bench.app.core.reader
  const dayEnd = (day: string, ms: number) => new Date(Date.parse(day) + ms).toISOString()
  const ends = { opening: dayEnd(from, -1), closing: dayEnd(to, 86_399_999) }
  for (const [key, at] of Object.entries(ends)) {
    const open = dealsAt(raw, at).filter(({ status }) => status === 'received' || status === 'accepted')
    const { count, values: told } = rows.find((row) => row.key === key)!.figures['deals']!
    deepStrictEqual([count, told], [open.length, sums(open, false)], `changes ${key}`)
  }
  const rest = new Map<string, number>()
  for (const { key, figures } of rows) {
    for (const { amount, currency } of figures['deals']!.values) {
      rest.set(currency, (rest.get(currency) ?? 0) + (key === 'closing' ? -amount : amount))
    }
  }
  deepStrictEqual(
    [...rest.values()].filter((amount) => amount !== 0),
    [],
  )
  return rows.length
}

const middle = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!

try {
  const bench = await opened()
  const { raw } = bench.app.core.reader
  const { n: deals } = raw.prepare<[], { n: number }>('SELECT count(*) AS n FROM deals').get()!
  const { first, last } = raw
    .prepare<[], { first: string; last: string }>('SELECT min(at) AS first, max(at) AS last FROM deal_events')
    .get()!
  const instant = () => instantFromMs(random.int(Date.parse(first), Date.parse(last)))
  let compared = 0
  for (let day = 0; day < Number(values.days); day += 1) {
    compared += await compare(bench, instant(), random.pick(SOME_FILTERS)())
    const [one, other] = [instant(), instant()].sort()
    compared += await compareChanges(bench, one!, other!)
    process.stderr.write(`\rcompared: ${day + 1} days`)
  }
  process.stderr.write('\n')
  say(
    `${deals} deals, ${values.days} random instants, seed ${values.seed}: ${compared} figures, all the same`,
  )
  let [cards, moved] = [0, 0]
  for (const [index, snapshot] of snapshots.entries()) {
    cards += await compareSnapshot(bench, snapshot)
    const other = snapshots[random.int(index, snapshots.length - 1)]!
    if (other !== snapshot) moved += await compareMovements(bench, snapshot, other)
    process.stderr.write(`\rcompared: ${index + 1} snapshots`)
  }
  process.stderr.write('\n')
  const which = 'boards of both ladders and all reports'
  say(
    snapshots.length === 0
      ? 'no snapshots: this history was there already'
      : `${snapshots.length} stored days, ${which}: ${cards} cards and lines, ${moved} deals of movements, all the same`,
  )
  const whole = middle(times.get('the whole log, folded once')!)
  for (const [name, list] of times) {
    const [least, most] = [Math.min(...list), Math.max(...list)]
    say(
      `  ${name}: p50 ${middle(list).toFixed(1)} ms (${least.toFixed(1)}–${most.toFixed(1)}), ${(middle(list) / whole).toFixed(2)} × the fold`,
    )
  }
  await bench.close()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
