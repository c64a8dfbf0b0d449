import { computed, reactive, watch } from 'vue'
import type { ViewId } from '#shared/domain/ids.ts'
import { useAppEvent, useClient } from '../../../bridge/provide.ts'
import type { ColumnKey } from './columns.ts'
import { type ListTab, useLists } from './lists.store.ts'
import { differs, shownBy, viewOf } from './view-state.ts'

/** The saved views of a list: which is chosen, whether what is shown is still it, and keeping what is shown. */
export function useViews(tab: () => ListTab) {
  const client = useClient()
  const lists = useLists()
  const state = computed(() => lists.tabs[tab()])
  const views = computed(() => lists.views.filter((view) => view.tab === tab()))
  const chosen = computed(() => views.value.find(({ id }) => id === state.value.viewId) ?? null)
  const changed = computed(() => differs(state.value, shownBy(chosen.value, state.value.own)))

  /** Shows a view as it was saved; null: the whole list. */
  function choose(id: ViewId | null): void {
    const view = views.value.find((one) => one.id === id) ?? null
    Object.assign(state.value, { viewId: view?.id ?? null, ...shownBy(view, state.value.own) })
  }
  /** Columns chosen for the list itself are its own; those of a view are the view's. */
  function setColumns(columns: readonly ColumnKey[] | null): void {
    state.value.columns = columns
    if (chosen.value === null) state.value.own = columns
  }
  async function saveAs(name: string): Promise<void> {
    const saved = await client.call('views.save', viewOf(tab(), state.value, name.trim()))
    await lists.loadViews()
    state.value.viewId = saved.id
  }
  async function saveChanges(): Promise<void> {
    if (!chosen.value) return
    const { id, name } = chosen.value
    await client.call('views.save', { id, ...viewOf(tab(), state.value, name) })
    await lists.loadViews()
  }
  async function rename(name: string): Promise<void> {
    if (!chosen.value) return
    await client.call('views.save', { ...chosen.value, name: name.trim() })
    await lists.loadViews()
  }
  /** What is shown stays; it is nobody's view any more. */
  async function remove(): Promise<void> {
    if (!chosen.value) return
    await client.call('views.delete', { id: chosen.value.id })
    state.value.viewId = null
    await lists.loadViews()
  }

  const counts = reactive(new Map<ViewId | null, number>())
  let newest = 0
  /** One after the other: the list itself comes first. */
  async function count(): Promise<void> {
    const request = ++newest
    for (const view of [null, ...views.value]) {
      const totals = await client.call('deals.totals', { tab: tab(), filters: view?.filters ?? {} })
      if (request !== newest) return
      counts.set(view?.id ?? null, totals.count)
    }
  }
  watch([views, tab], () => void count().catch(() => {}), { immediate: true })
  useAppEvent('deals.changed', () => void count().catch(() => {}))

  return { views, chosen, changed, counts, choose, setColumns, saveAs, saveChanges, rename, remove }
}
