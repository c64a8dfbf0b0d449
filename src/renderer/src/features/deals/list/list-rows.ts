import { ref, shallowRef } from 'vue'
import type { Money } from '#shared/domain/money.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { useLoaded } from '../../../app/load.ts'
import { useClient } from '../../../bridge/provide.ts'
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
  let nextCursor: string | null = null
  let fetching = false

  const loaded = useLoaded(async () => {
    const { tab, filters, sort } = query()
    const limit = Math.min(MOST_RELOADED, Math.max(ROWS_PER_PAGE, rows.value.length, atLeast()))
    const [page, sums] = await Promise.all([
      client.call('deals.list', { tab, filters, sort, limit }),
      client.call('deals.totals', { tab, filters }),
    ])
    rows.value = page.rows
    nextCursor = page.nextCursor
    count.value = page.count
    totals.value = sums.totals
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

  /** Begins at the top again: another sort or filter. */
  function restart(): Promise<void> {
    rows.value = []
    nextCursor = null
    return loaded.reload()
  }

  return { rows, count, totals, loaded, more, restart }
}
