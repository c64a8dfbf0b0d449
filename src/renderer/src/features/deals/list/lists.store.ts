import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { Input } from '#shared/ipc/contract.ts'
import type { Filters } from '../filters/filter-fields.ts'
import type { Visited } from './list-keys.ts'

/** `all` is no place of its own: numbers that count deals of both directions lead there. */
export type ListTab = 'inbound' | 'outbound' | 'favorites' | 'all'
export type ListFilters = Filters
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
    all: fresh(),
  })
  const visited: Record<ListTab, Visited | null> = reactive({
    inbound: null,
    outbound: null,
    favorites: null,
    all: null,
  })
  return { tabs, visited }
})
