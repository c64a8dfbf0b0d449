import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { CivilDate } from '#shared/domain/time.ts'
import { useClient } from '../../../bridge/provide.ts'

/** On which days something happened to deals: how far back one can look, and where it is worth looking. */
export const useActivity = defineStore('activity', () => {
  const client = useClient()
  const days = shallowRef<ReadonlyMap<CivilDate, number>>(new Map())
  const first = computed(() => days.value.keys().next().value ?? null)

  /** Fetches the days anew. Where they cannot be had, one looks back without them. */
  async function load(): Promise<void> {
    try {
      const { rows } = await client.call('deals.activity', {})
      days.value = new Map(rows.map(({ day, events }) => [day, events]))
    } catch {
      // The days are a help, not what one came for.
    }
  }
  return { days, first, load }
})
