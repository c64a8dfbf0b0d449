import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { BoardColumn, Family } from '#shared/domain/stages.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import type { BoardColumnView } from '#shared/ipc/contract/deals.ts'
import { type CivilDate, type Instant, quarterStart } from '#shared/domain/time.ts'
import { useClient } from '../../../bridge/provide.ts'
import { type Filters, type Unrated, fieldsIn } from '#shared/telling/deals/filter-fields.ts'
import { columnOf } from './column-verdicts.ts'

const CARDS_PER_PAGE = 50

/** Cards of a column in its order: answers by deadline, running deals by close date, closed ones newest first. */
function before(a: DealRow, b: DealRow, column: BoardColumn): boolean {
  const key = (row: DealRow) =>
    column === 'received'
      ? row.expiresAt
      : column === 'won' || column === 'lost'
        ? row.closedAt
        : row.closeDate
  const [one, other] = [key(a) ?? '', key(b) ?? '']
  if (one === other) return a.id < b.id
  return column === 'won' || column === 'lost' ? one > other : one < other
}

function without(column: BoardColumnView, id: string): BoardColumnView {
  const rows = column.rows.filter((row) => row.id !== id)
  return rows.length === column.rows.length ? column : { ...column, rows }
}

/** A column with one more card at its place; one whose place isn't loaded yet is the last of those that are. */
function withRow(column: BoardColumnView, row: DealRow): BoardColumnView {
  const index = column.rows.findIndex((other) => before(row, other, column.key))
  const at = index < 0 ? column.rows.length : index
  return { ...column, rows: [...column.rows.slice(0, at), row, ...column.rows.slice(at)] }
}

/** A column and its next page. A card that came before its page did is now at its place. */
function followedBy(column: BoardColumnView, page: BoardColumnView): BoardColumnView {
  const arrived = new Set(page.rows.map(({ id }) => id))
  const rows = [...column.rows.filter(({ id }) => !arrived.has(id)), ...page.rows]
  return { ...column, rows, nextCursor: page.nextCursor }
}

/** The board as it stands, or stood at an instant: columns with their first cards, more as one scrolls. */
export const useBoard = defineStore('board', () => {
  const client = useClient()
  const family = ref<Family>('standard')
  const columns = shallowRef<readonly BoardColumnView[]>([])
  const filters = ref<Filters>({})
  const isNarrowed = computed(() => fieldsIn(filters.value).length > 0)
  const closedSince = ref<CivilDate | null>(null)
  /** What a value by the rates leaves out of this board. */
  const unrated = shallowRef<Unrated>([])
  /** The instant the board is seen at; null: now. */
  const asOf = ref<Instant | null>(null)
  const lastDay = ref<CivilDate | null>(null)
  const ownChanges = new Set<string>()

  const running = computed(() => columns.value.filter(({ key }) => key !== 'won' && key !== 'lost'))
  const open = computed(() => running.value.reduce((sum, { count }) => sum + count, 0))

  const query = () => ({
    family: family.value,
    ...(isNarrowed.value ? { filters: filters.value } : {}),
    ...(closedSince.value ? { closedSince: closedSince.value } : {}),
    ...(asOf.value ? { asOf: asOf.value } : {}),
  })

  /** An answer that comes late is of a board nobody looks at any more. */
  const isStill = (asked: ReturnType<typeof query>) =>
    asked.family === family.value && asked.filters === query().filters && asked.asOf === query().asOf

  async function leftOut({ filters: narrowed, ...shown }: ReturnType<typeof query>): Promise<Unrated> {
    if (narrowed?.minHome === undefined) return []
    return (await client.call('deals.unrated', { tab: 'all', filters: narrowed, board: shown })).rows
  }

  async function load(today: CivilDate): Promise<void> {
    lastDay.value = today
    closedSince.value = quarterStart(today)
    const asked = query()
    const [answer, left] = await Promise.all([
      client.call('deals.board', { ...asked, perColumn: CARDS_PER_PAGE }),
      leftOut(asked),
    ])
    if (!isStill(asked)) return
    columns.value = answer.columns
    unrated.value = left
  }

  /** Brings the next cards of a column. */
  async function more(key: BoardColumn): Promise<void> {
    const cursor = columns.value.find((column) => column.key === key)?.nextCursor
    if (!cursor) return
    const asked = query()
    const input = { ...asked, column: key, cursor, perColumn: CARDS_PER_PAGE }
    const [page] = (await client.call('deals.board', input)).columns
    if (!isStill(asked)) return
    columns.value = columns.value.map((column) =>
      column.key === key && column.nextCursor === cursor ? followedBy(column, page!) : column,
    )
  }

  /** Puts a changed deal where it belongs now; counts and sums follow by themselves. The past stays as it was. */
  function place(row: DealRow): void {
    if (asOf.value !== null) return
    ownChanges.add(row.id)
    const target = columnOf(row)
    columns.value = columns.value.map((column) => {
      const rest = without(column, row.id)
      return column.key === target ? withRow(rest, row) : rest
    })
    // Where they can't be had now, they come with the next load. A changed deal may not be among the asked ones any more.
    const fresh = isNarrowed.value && lastDay.value ? load(lastDay.value) : refreshSums()
    fresh.catch(() => undefined)
  }

  async function refreshSums(): Promise<void> {
    const asked = query()
    const { columns: fresh } = await client.call('deals.board', { ...asked, perColumn: 0 })
    if (!isStill(asked)) return
    columns.value = columns.value.map((column) => {
      const sums = fresh.find(({ key }) => key === column.key)
      return sums ? { ...sums, rows: column.rows, nextCursor: column.nextCursor } : column
    })
  }

  /** Whether news about deals is only what this board did itself: asked once, when nothing is pending any more. */
  function knows(ids: readonly string[]): boolean {
    const known = ids.length > 0 && ids.every((id) => ownChanges.has(id))
    for (const id of ids) ownChanges.delete(id)
    return known
  }

  return { family, filters, asOf, isNarrowed, columns, unrated, running, open, load, more, place, knows }
})
