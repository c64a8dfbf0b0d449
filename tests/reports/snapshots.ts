import { deepStrictEqual } from 'node:assert/strict'
import { REPORTS } from '#shared/domain/report.ts'
import { FAMILIES } from '#shared/domain/stages.ts'
import type { Instant } from '#shared/domain/time.ts'
import { MOVEMENTS } from '#shared/domain/report.ts'
import type { BenchApplication } from '../bench/application.ts'
import { expectedMovements } from '../support/movement-oracle.ts'
import { dealsAt } from '../support/told-history.ts'

/** What boards and reports said at the end of a day, kept as text while the history was still being made. */
export interface Snapshot {
  readonly at: Instant
  readonly said: string
}

/** Everything the screens show of a moment; without one, of now. */
async function shown(bench: BenchApplication, asOf?: Instant) {
  const boards = []
  for (const family of FAMILIES) {
    boards.push(await bench.call('deals.board', { family, perColumn: 200, asOf }))
  }
  const reports = []
  for (const report of REPORTS) reports.push(await bench.call('reports.get', { report, asOf }))
  return { boards, reports }
}

/** What the screens say now, before anybody knows what comes after. */
export async function takeSnapshot(bench: BenchApplication): Promise<Snapshot> {
  // Everything that has run out by now is closed by the first call.
  await bench.call('reports.get', { report: 'pipeline' })
  const at = bench.clock.now()
  return { at, said: JSON.stringify(await shown(bench)) }
}

/** The past must be what was shown then, card by card and figure by figure. Gives how many cards and lines there were. */
export async function compareSnapshot(bench: BenchApplication, { at, said }: Snapshot): Promise<number> {
  const stored = JSON.parse(said) as Awaited<ReturnType<typeof shown>>
  const then = JSON.parse(JSON.stringify(await shown(bench, at))) as typeof stored
  deepStrictEqual(then, stored, `boards and reports of ${at}`)
  const cards = stored.boards.flatMap(({ columns }) => columns.flatMap(({ rows }) => rows)).length
  return cards + stored.reports.flatMap(({ rows }) => rows).length
}

/**
 * The report of changes from the day after one snapshot to the day of another opens with what the one said, closes with
 * what the other said, and names for every movement the very deals a second reading of the log names. Gives how many.
 */
export async function compareMovements(
  bench: BenchApplication,
  one: Snapshot,
  other: Snapshot,
): Promise<number> {
  const from = new Date(Date.parse(one.at) + 1).toISOString().slice(0, 10)
  const to = other.at.slice(0, 10)
  const asked = { report: 'changes' as const, from, to }
  const { rows } = await bench.call('reports.get', asked)
  const openIn = ({ said }: Snapshot) => {
    const { reports } = JSON.parse(said) as Awaited<ReturnType<typeof shown>>
    return reports.find(({ report }) => report === 'pipeline')!.totals!.figures['deals']!
  }
  const at = (movement: string) => rows.find(({ key }) => key === movement)!.figures['deals']!
  for (const [movement, stored] of [
    ['opening', openIn(one)],
    ['closing', openIn(other)],
  ] as const) {
    deepStrictEqual([at(movement).count, at(movement).values], [stored.count, stored.values], movement)
  }
  const { raw } = bench.app.core.reader
  const expected = expectedMovements(dealsAt(raw, one.at), dealsAt(raw, other.at), {
    from,
    to,
    fits: () => true,
    window: false,
  })
  let moved = 0
  for (const movement of MOVEMENTS) {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = { ...asked, row: movement, figure: 'deals', limit: 500, cursor }
      const answer = await bench.call('reports.deals', page)
      ids.push(...answer.rows.map(({ id }) => id))
      cursor = answer.nextCursor ?? undefined
    } while (cursor !== undefined)
    deepStrictEqual(ids.sort(), expected[movement].toSorted(), `${movement} ${from} to ${to}`)
    moved += ids.length
  }
  return moved
}
