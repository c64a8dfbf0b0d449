import { computed, ref, shallowRef, watch } from 'vue'
import type { DealId } from '#shared/domain/ids.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import type { ListFilters, ListTab } from './lists.store.ts'

export type Selection = Input<'deals.bulk'>['selection']

interface SelectionDeps {
  readonly rows: () => readonly DealRow[]
  readonly query: () => { readonly tab: ListTab; readonly filters: ListFilters }
  /** How many the whole list holds. */
  readonly total: () => number
}

/** The deals a person has chosen in a list: some by name, or all it holds, loaded or not. */
export function useSelection({ rows, query, total }: SelectionDeps) {
  const ids = shallowRef<ReadonlySet<DealId>>(new Set())
  const all = ref(false)
  let anchor: DealId | null = null

  const has = (id: DealId): boolean => all.value || ids.value.has(id)
  const count = computed(() => (all.value ? total() : ids.value.size))
  const shown = computed<'none' | 'some' | 'all'>(() => {
    const chosen = rows().filter(({ id }) => has(id)).length
    return chosen === 0 ? 'none' : chosen === rows().length ? 'all' : 'some'
  })

  function clear(): void {
    ids.value = new Set()
    all.value = false
    anchor = null
  }
  function choose(next: Iterable<DealId>): void {
    all.value = false
    ids.value = new Set(next)
  }
  /** Chooses a row or lets it go; `through`: with all the rows from the one touched before. */
  function toggle(id: DealId, through = false): void {
    const order = rows().map((row) => row.id)
    const base = all.value ? order : ids.value
    const [from, to] = [anchor === null ? -1 : order.indexOf(anchor), order.indexOf(id)]
    const next = new Set(base)
    if (through && from >= 0 && to >= 0) {
      for (const one of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one)
    } else if (!next.delete(id)) next.add(id)
    anchor = id
    choose(next)
  }
  const toggleShown = (): void => (shown.value === 'all' ? clear() : choose(rows().map(({ id }) => id)))
  function chooseAll(): void {
    all.value = true
  }

  watch(
    () => JSON.stringify(query()),
    () => clear(),
  )
  const selection = computed<Selection>(() => (all.value ? query() : { ids: [...ids.value] }))
  return { has, count, shown, all, selection, clear, toggle, toggleShown, chooseAll }
}
