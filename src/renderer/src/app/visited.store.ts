import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import type { DealId } from '#shared/domain/ids.ts'

const MOST = 8

/** The deals whose pages were opened lately, the last one first. Kept until the window closes. */
export const useVisited = defineStore('visited', () => {
  const dealIds = ref<readonly DealId[]>([])
  function note(dealId: DealId): void {
    dealIds.value = [dealId, ...dealIds.value.filter((known) => known !== dealId)].slice(0, MOST)
  }
  return { dealIds, note }
})

/** Notes every deal whose page is opened. */
export function useNotedVisits(): void {
  const route = useRoute()
  const visited = useVisited()
  watch(
    () => (route.name === 'deal' ? (route.params['dealId'] as DealId) : null),
    (dealId) => dealId && visited.note(dealId),
    { immediate: true },
  )
}
