import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { TodaySection } from '#shared/domain/today.ts'
import { useClient } from '../bridge/provide.ts'

const MORE_ROWS = 20

/** The day: what needs the person, for its screen and for the count in the rail. */
export const useToday = defineStore('today', () => {
  const client = useClient()
  const day = shallowRef<Output<'today.get'> | null>(null)
  /** Why it could not be fetched, while that is so. */
  const failure = shallowRef<{ readonly error: unknown } | null>(null)
  const limits = ref<NonNullable<Input<'today.get'>['limits']>>({})
  let newest = 0

  /** Fetches it anew. An answer that a newer request overtook is dropped; a failure is kept, not thrown. */
  async function load(): Promise<void> {
    const request = ++newest
    try {
      const answer = await client.call('today.get', { limits: limits.value })
      if (request !== newest) return
      day.value = answer
      failure.value = null
    } catch (error) {
      if (request === newest) failure.value = { error }
    }
  }

  /** Shows more rows of a section. */
  async function more(section: TodaySection): Promise<void> {
    const shown = day.value?.[section].rows.length ?? 0
    limits.value = { ...limits.value, [section]: shown + MORE_ROWS }
    await load()
  }

  return { day, failure, load, more }
})
