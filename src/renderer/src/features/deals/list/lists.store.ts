import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { Input } from '#shared/ipc/contract.ts'
import type { Visited } from './list-keys.ts'

export type ListTab = 'inbound' | 'outbound' | 'favorites'
export type ListFilters = NonNullable<Input<'deals.list'>['filters']>
export type ListSort = NonNullable<Input<'deals.list'>['sort']>

/** How a person left a list: found again on coming back. */
export interface ListState {
  filters: ListFilters
  sort: ListSort
}

const fresh = (): ListState => ({ filters: {}, sort: { by: 'attention', direction: 'asc' } })

/** The state of each tab, and the row one was at last. */
export const useLists = defineStore('lists', () => {
  const tabs: Record<ListTab, ListState> = reactive({
    inbound: fresh(),
    outbound: fresh(),
    favorites: fresh(),
  })
  const visited: Record<ListTab, Visited | null> = reactive({
    inbound: null,
    outbound: null,
    favorites: null,
  })
  return { tabs, visited }
})
