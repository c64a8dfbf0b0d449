import { defineStore } from 'pinia'
import { reactive, shallowRef, watch } from 'vue'
import type { ViewId } from '#shared/domain/ids.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { LeftList, View } from '#shared/ipc/contract/views.ts'
import { useClient } from '../../../bridge/provide.ts'
import type { Filters } from '#shared/telling/deals/filter-fields.ts'
import { type ColumnKey, knownColumns } from './columns.ts'
import type { Visited } from './list-keys.ts'

/** `all`: both directions together. */
export type ListTab = 'inbound' | 'outbound' | 'favorites' | 'all'
export type ListFilters = Filters
export type ListSort = NonNullable<Input<'deals.list'>['sort']>
export type { View }

/** The order a list has when nobody sorts it. */
export const USUAL_SORT: ListSort = { by: 'attention', direction: 'asc' }

/** How a person left a list: found again on coming back, after a restart as well. */
export interface ListState {
  /** The saved view that was chosen. What is shown may differ from it by now. */
  viewId: ViewId | null
  filters: ListFilters
  sort: ListSort
  /** Columns after the fixed ones; null: the usual. */
  columns: readonly ColumnKey[] | null
  /** The same where no saved view says otherwise. */
  own: readonly ColumnKey[] | null
}

const fresh = (): ListState => ({ viewId: null, filters: {}, sort: USUAL_SORT, columns: null, own: null })

const leftBy = ({ viewId, filters, sort, columns, own }: LeftList): ListState => ({
  viewId,
  filters,
  sort: sort ?? USUAL_SORT,
  columns: knownColumns(columns),
  own: knownColumns(own),
})

/** The state of each tab, the saved views, and the row one was at last. */
export const useLists = defineStore('lists', () => {
  const client = useClient()
  const tabs: Record<ListTab, ListState> = reactive({
    inbound: fresh(),
    outbound: fresh(),
    favorites: fresh(),
    all: fresh(),
  })
  const visited: Record<ListTab, Visited | null> = reactive({
    inbound: null,
    outbound: null,
    favorites: null,
    all: null,
  })
  const views = shallowRef<readonly View[]>([])
  let loading: Promise<void> | null = null

  async function loadViews(): Promise<void> {
    views.value = (await client.call('views.list', {})).rows
  }
  /** Each change goes out at once; what changes meanwhile goes after it. One that fails goes with the next. */
  function remember(tab: ListTab): void {
    let wanted = false
    let busy = false
    watch(
      () => JSON.stringify(tabs[tab]),
      async () => {
        wanted = true
        if (busy) return
        busy = true
        while (wanted) {
          wanted = false
          await client.call('views.leave', { tab, ...tabs[tab] } as Input<'views.leave'>).catch(() => {})
        }
        busy = false
      },
    )
  }
  async function begin(): Promise<void> {
    const [left] = await Promise.all([client.call('views.left', {}), loadViews()])
    for (const list of left.rows) Object.assign(tabs[list.tab], leftBy(list))
    for (const tab of Object.keys(tabs) as ListTab[]) remember(tab)
    client.on('views.changed', () => void loadViews())
  }
  /** Finds everything as it was left; once, whoever asks first. */
  function load(): Promise<void> {
    loading ??= begin().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }
  return { tabs, visited, views, load, loadViews }
})
