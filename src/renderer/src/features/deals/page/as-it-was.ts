import { ref, shallowRef, watch } from 'vue'
import type { DealId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { useClient } from '../../../bridge/provide.ts'
import { useMoment } from '../past/use-moment.ts'

/**
 * A deal as it was at the moment the address names; without one it is shown as it is. `attempt` says what goes wrong: a
 * deal that had not begun then is shown as it is.
 */
export function useAsItWas(dealId: () => DealId, attempt: (work: () => Promise<unknown>) => Promise<void>) {
  const client = useClient()
  const { moment: asked, go } = useMoment()
  const deal = shallowRef<DealView | null>(null)
  const moment = ref<Instant | null>(null)

  async function fetch(at: Instant): Promise<void> {
    try {
      const then = await client.call('deals.get', { dealId: dealId(), asOf: at })
      if (asked.value !== at) return
      deal.value = then
      moment.value = at
    } catch (problem) {
      if (asked.value === at) await go(null, true)
      throw problem
    }
  }
  watch(
    asked,
    (at) => {
      if (at !== null) return void attempt(() => fetch(at))
      deal.value = null
      moment.value = null
    },
    { immediate: true },
  )
  return { deal, moment, show: (at: Instant) => go(at), back: () => go(null) }
}
