import { ref, shallowRef } from 'vue'
import type { Money } from '#shared/domain/money.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { useLoaded } from '../../../app/load.ts'
import { useClient } from '../../../bridge/provide.ts'
import type { Unrated } from '#shared/telling/deals/filter-fields.ts'
import type { ListState, ListTab } from './lists.store.ts'

const ROWS_PER_PAGE = 100
const MOST_RELOADED = 500

/**
 * The rows of a list, page by page as one scrolls, with the count and the sums of the whole. `atLeast` rows come at
 * once, so that a person finds the row they left.
 */
export function useListRows(
  query: () => { tab: ListTab } & Pick<ListState, 'filters' | 'sort'>,
  atLeast: () => number = () => 0,
) {
  const client = useClient()
  const rows = shallowRef<readonly DealRow[]>([])
  const count = ref({ value: 0, capped: false })
  const totals = shallowRef<readonly Money[]>([])
  const unrated = shallowRef<Unrated>([])
  /** Another sort or filter is on its way; until it is here, the rows are those of the last one. */
  const busy = ref(false)
  /** How often it began at the top again. */
  const starts = ref(0)
  let nextCursor: string | null = null
  let fetching = false
  let begins = 0
  let isAnew = false

  const loaded = useLoaded(async () => {
    const { tab, filters, sort } = query()
    const begun = begins
    const kept = isAnew ? 0 : rows.value.length
    const limit = Math.min(MOST_RELOADED, Math.max(ROWS_PER_PAGE, kept, atLeast()))
    const [page, sums, left] = await Promise.all([
      client.call('deals.list', { tab, filters, sort, limit }),
      client.call('deals.totals', { tab, filters }),
      filters.minHome === undefined ? null : client.call('deals.unrated', { tab, filters }),
    ])
    // Meanwhile something else was asked for: its own answer is on the way.
    if (begun !== begins) return page
    if (isAnew) starts.value += 1
    rows.value = page.rows
    nextCursor = page.nextCursor
    count.value = page.count
    totals.value = sums.totals
    unrated.value = left?.rows ?? []
    isAnew = false
    return page
  })

  /** Brings the next page, if there is one. */
  async function more(): Promise<void> {
    if (nextCursor === null || fetching) return
    fetching = true
    const cursor = nextCursor
    const { tab, filters, sort } = query()
    try {
      const page = await client.call('deals.list', { tab, filters, sort, cursor, limit: ROWS_PER_PAGE })
      if (cursor !== nextCursor) return
      rows.value = [...rows.value, ...page.rows]
      nextCursor = page.nextCursor
    } finally {
      fetching = false
    }
  }

  /** Begins at the top again: another sort or filter. The old rows stand until the new ones are there; `bare`: they go. */
  async function restart(bare = false): Promise<void> {
    const begun = ++begins
    isAnew = true
    nextCursor = null
    busy.value = true
    if (bare) rows.value = []
    await loaded.reload()
    if (begun === begins) busy.value = false
  }

  return { rows, count, totals, unrated, busy, starts, loaded, more, restart }
}
