import { shallowRef, watch } from 'vue'
import type { DealId } from '#shared/domain/ids.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import { useClient } from '../../bridge/provide.ts'

/** A deal, and what may be done with it. */
export interface DealFacts {
  readonly deal: DealView
  readonly actions: readonly VerdictView[]
}

/** The facts of whichever deal is asked for; none while they are on their way, and of one that is gone. */
export function useDealFacts(dealId: () => DealId | null) {
  const client = useClient()
  const facts = shallowRef<DealFacts | null>(null)
  watch(
    dealId,
    async (id) => {
      facts.value = null
      if (id === null) return
      try {
        const [deal, { actions }] = await Promise.all([
          client.call('deals.get', { dealId: id }),
          client.call('deals.actions', { dealId: id }),
        ])
        if (dealId() === id) facts.value = { deal, actions }
      } catch {
        // What cannot be had is not offered; opening the deal says why.
      }
    },
    { immediate: true },
  )
  return facts
}
