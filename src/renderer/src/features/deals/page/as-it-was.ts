import { ref, shallowRef } from 'vue'
import type { DealId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { useClient } from '../../../bridge/provide.ts'

/** A deal as it was at a moment of the past; without one it is shown as it is. */
export function useAsItWas(dealId: () => DealId) {
  const client = useClient()
  const deal = shallowRef<DealView | null>(null)
  const moment = ref<Instant | null>(null)
  let asked: Instant | null = null

  /** Shows the deal of a moment. Errors: as `deals.get`. */
  async function show(at: Instant): Promise<void> {
    asked = at
    const then = await client.call('deals.get', { dealId: dealId(), asOf: at })
    if (asked !== at) return
    deal.value = then
    moment.value = at
  }
  function back(): void {
    asked = null
    deal.value = null
    moment.value = null
  }
  return { deal, moment, show, back }
}
