import { type Ref, onScopeDispose, reactive, shallowRef, watch } from 'vue'
import type { Output } from '#shared/ipc/contract.ts'
import { useClient } from '../../../bridge/provide.ts'
import { type Filters, type ValueField, chosenOf } from '#shared/telling/deals/filter-fields.ts'

export type CountedValue = Output<'deals.values'>['rows'][number]
export type Tab = 'inbound' | 'outbound' | 'favorites' | 'all'

const SHOWN = 50

/** The values a field has in a tab, narrowed by what is typed; late answers are dropped. Null: not known yet. */
export function useValues(tab: () => Tab, field: () => ValueField | null, text: Readonly<Ref<string>>) {
  const client = useClient()
  const rows = shallowRef<readonly CountedValue[] | null>(null)
  let newest = 0
  onScopeDispose(() => (newest += 1))
  watch(
    [tab, field, text],
    async ([ofTab, of, typed]) => {
      const request = ++newest
      if (of === null) return
      const narrowed = typed.trim() === '' ? {} : { text: typed.trim().slice(0, 200) }
      const found = await client.call('deals.values', { tab: ofTab, field: of, limit: SHOWN, ...narrowed })
      if (request === newest) rows.value = found.rows
    },
    { immediate: true },
  )
  return rows
}

/** The names of the customers and solutions that filters hold by id. */
export function useValueNames(filters: () => Filters) {
  const client = useClient()
  const names = reactive(new Map<string, string>())
  for (const field of ['customer', 'solution'] as const) {
    watch(
      () => chosenOf(filters(), field).filter((value) => !names.has(value)),
      async (unknown) => {
        if (unknown.length === 0) return
        const { rows } = await client.call('deals.values', { tab: 'all', field, values: [...unknown] })
        for (const { value, label } of rows) names.set(value, label)
      },
      { immediate: true },
    )
  }
  return (value: string): string | null => names.get(value) ?? null
}
