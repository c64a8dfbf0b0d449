import { computed } from 'vue'
import { useRouter } from 'vue-router'
import type { DealId } from '#shared/domain/ids.ts'
import { type Standing, useTrail } from '../../../app/trail.store.ts'
import { addressAt, useMoment } from '../past/use-moment.ts'

/** The neighbours of a deal among those one came from. */
export function useTrailSteps(dealId: () => DealId) {
  const trail = useTrail()
  const router = useRouter()
  const { moment } = useMoment()
  /** Where it stands among them; null where there are no others. */
  const standing = computed((): Standing | null => {
    const found = trail.standing(dealId())
    return found && found.count > 1 ? found : null
  })
  /** Goes to a neighbour, as it was at the same moment. The list stays one step back, however many deals one has looked at. */
  async function step(steps: 1 | -1): Promise<void> {
    const next = await trail.step(dealId(), steps)
    if (next) await router.replace(addressAt(`/deal/${next}`, moment.value))
  }
  return { standing, step }
}
