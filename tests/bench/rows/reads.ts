import { BOARD_COLUMNS } from '#shared/domain/stages.ts'
import { DAY_MS, instantFromMs } from '#shared/domain/time.ts'
import { SORT_KEYS } from '#shared/ipc/contract/deals.ts'
import { ROW_COLUMNS } from '#main/core/deals/deal-row.ts'
import { cursorOf, orderOf } from '#main/core/deals/keyset.ts'
import { type SortKey, keysetOf } from '#main/core/deals/lists.repository.ts'
import { searchQuery } from '#main/db/search-text.ts'
import { type BenchContext, type Group, inTurn } from '../bench-context.ts'
import { type Row, measure } from '../measure.ts'

const PAGE = 100
const CARDS = 50
const COLUMNS = ROW_COLUMNS.join(', ')

/** Row 2: counts and sums of the board, from maintained counters. */
const boardSums: Group = async ({ bench, raw }) => {
  const counters = raw.prepare(
    `SELECT board_column, currency, deals, amount FROM board_counters WHERE family = 'standard'`,
  )
  return [
    await measure({
      id: '2',
      work: 'Board: counts and sums',
      floor: 'primary-key read of as many rows',
      budget: { text: '≤ 1 ms', mostP50: 1 },
      samples: 100,
      run: async () => void (await bench.call('deals.board', { family: 'standard', perColumn: 0 })),
      runFloor: () => void counters.all(),
    }),
  ]
}

/** Row 3: the board with its cards. */
const boardCards: Group = async ({ bench, raw }) => {
  // The same conditions as ours: with fewer SQLite would miss an index and the floor would be no floor.
  const order = (column: string) =>
    column === 'received'
      ? 'ORDER BY expires_at, rowid'
      : column === 'won' || column === 'lost'
        ? 'AND closed_at IS NOT NULL ORDER BY closed_at DESC, rowid DESC'
        : 'ORDER BY close_date, rowid'
  const statements = BOARD_COLUMNS.standard.map((column) =>
    raw.prepare(
      `SELECT ${COLUMNS} FROM deals WHERE family = 'standard' AND board_column = '${column}'
        ${order(column)} LIMIT ${CARDS + 1}`,
    ),
  )
  const { columns } = await bench.call('deals.board', { family: 'standard', perColumn: CARDS })
  const cards = columns.reduce((sum, { rows }) => sum + rows.length, 0)
  return [
    await measure({
      id: '3',
      work: `Board: ${cards} cards in ${columns.length} columns`,
      floor: 'raw better-sqlite3, same rows',
      budget: { text: '≤ 2 ×', mostRatio: 2 },
      samples: 40,
      run: async () => void (await bench.call('deals.board', { family: 'standard', perColumn: CARDS })),
      runFloor: () => statements.forEach((statement) => statement.all()),
    }),
  ]
}

/** Row 3p: the board as it was a day, a month and most of the history ago. */
const boardThen: Group = async ({ bench, raw }) => {
  const { first } = raw.prepare<[], { first: string }>('SELECT min(at) AS first FROM deal_events').get()!
  const [begun, now] = [Date.parse(first), Date.parse(bench.clock.now())]
  const marks = raw.prepare('SELECT count(*) FROM deal_events INDEXED BY deal_events_by_time WHERE at > ?')
  const moments: readonly (readonly [string, string, number])[] = [
    ['3p', 'a day ago', now - DAY_MS],
    ['3q', 'a month ago', now - 30 * DAY_MS],
    ['3r', 'halfway back', (begun + now) / 2],
    ['3s', 'nine tenths back', begun + (now - begun) / 10],
  ]
  const rows: Row[] = []
  for (const [id, when, ms] of moments) {
    const asOf = instantFromMs(ms)
    rows.push(
      await measure({
        id,
        work: `Board as it was ${when}`,
        floor: 'counting the events since',
        budget: { text: '≤ 200 ms', mostP50: 200 },
        samples: 10,
        run: async () =>
          void (await bench.call('deals.board', { family: 'standard', perColumn: CARDS, asOf })),
        runFloor: () => void marks.get(asOf),
      }),
    )
  }
  rows.push(
    await measure({
      id: '3t',
      work: 'Days on which something happened',
      floor: 'counting all events',
      budget: { text: '≤ 200 ms', mostP50: 200 },
      samples: 10,
      run: async () => void (await bench.call('deals.activity', {})),
      runFloor: () => void marks.get(''),
    }),
  )
  return rows
}

interface PageCase {
  readonly by: SortKey
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | undefined
  readonly floor: () => unknown
}

/** A page of every sort in both directions, so many rows from the start; negative: from the end. */
function pageCases({ raw, deals }: BenchContext, depth: number): PageCase[] {
  return SORT_KEYS.flatMap((by) =>
    (['asc', 'desc'] as const).map((direction): PageCase => {
      const keyset = keysetOf({ by, direction })
      const columns = orderOf(keyset)
      const order = columns.map((column) => `${column} ${direction}`).join(', ')
      const skip = depth < 0 ? deals + depth : depth
      const last = raw
        .prepare<[], Record<string, unknown>>(
          `SELECT ${columns.join(', ')} FROM deals ORDER BY ${order} LIMIT 1 OFFSET ${Math.max(0, skip - 1)}`,
        )
        .get()!
      const first = depth === 0
      const operator = direction === 'asc' ? '>' : '<'
      const places = columns.map(() => '?')
      const after = first ? '' : `AND (${columns.join(', ')}) ${operator} (${places.join(', ')})`
      const part = (side: string) =>
        `SELECT ${COLUMNS}, attention, rowid FROM deals WHERE direction = '${side}' ${after}`
      const page = raw.prepare(
        `${part('inbound')} UNION ALL ${part('outbound')} ORDER BY ${order} LIMIT ${PAGE + 1}`,
      )
      const values = first ? [] : columns.map((column) => last[column])
      return {
        by,
        direction,
        cursor: first ? undefined : cursorOf(keyset, last),
        floor: () => page.all(...values, ...values),
      }
    }),
  )
}

async function pageRow(context: BenchContext, id: string, where: string, depth: number): Promise<Row> {
  const cases = pageCases(context, depth)
  const [next, nextFloor] = [inTurn(cases), inTurn(cases)]
  return measure({
    id,
    work: `List page of ${PAGE}, ${where}, every sort`,
    floor: 'raw better-sqlite3, same page',
    budget: { text: '≤ 3 ×', mostRatio: 3 },
    samples: cases.length * 2,
    run: async () => {
      const { by, direction, cursor } = next()
      await context.bench.call('deals.list', { tab: 'all', sort: { by, direction }, cursor, limit: PAGE })
    },
    runFloor: () => void nextFloor().floor(),
  })
}

/** Row 4: pages of a list at every sort and depth. */
const lists: Group = async (context) => [
  await pageRow(context, '4a', 'first', 0),
  await pageRow(context, '4b', 'middle', Math.floor(context.deals / 2)),
  await pageRow(context, '4c', 'last', -PAGE),
]

async function searchRow(
  { bench, raw }: BenchContext,
  id: string,
  kind: string,
  texts: string[],
): Promise<Row> {
  const match = raw.prepare(
    'SELECT rowid FROM deal_search WHERE deal_search MATCH ? ORDER BY rowid DESC LIMIT 500',
  )
  const [next, nextFloor] = [inTurn(texts), inTurn(texts)]
  return measure({
    id,
    work: `Search, ${kind}`,
    floor: 'raw FTS5 query, newest 500',
    budget: { text: 'p99 ≤ 20 ms', mostP99: 20 },
    samples: 30,
    run: async () => void (await bench.call('deals.search', { text: next() })),
    runFloor: () => void match.all(searchQuery(nextFloor())),
  })
}

/** Row 5: search as people type it. */
const search: Group = async (context) => [
  await searchRow(context, '5a', 'two words', [
    'northwind vision',
    'alpine erp',
    'contoso refresh 12',
    'harbor data',
  ]),
  await searchRow(context, '5b', 'Chinese', ['晨光', '迁移', '工厂试点', '远山 科技']),
  await searchRow(context, '5c', 'one common word', ['erp', 'a', 'next', 'cloud']),
]

/** Rows 2 to 5: what a screen reads. */
export const reads: Group = async (context) => [
  ...(await boardSums(context)),
  ...(await boardCards(context)),
  ...(await boardThen(context)),
  ...(await lists(context)),
  ...(await search(context)),
]
