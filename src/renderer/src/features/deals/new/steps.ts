import { computed, reactive } from 'vue'
import type { Refusal } from '#shared/errors.ts'
import { DEAL_STEPS, type DealStep } from '#shared/domain/deal-steps.ts'
import type { NewDeal } from './new-deal.ts'

/** The step a reason is about; every reason against a new deal names one. */
export const stepOf = ({ fix }: Refusal): DealStep =>
  DEAL_STEPS.find((step) => step === fix?.step) ?? 'review'

/**
 * Walking the steps, freely. Which one is at hand stands in the draft. A step that was left says what it misses; an
 * assessment asks nobody, so the walk passes by what it does not need.
 */
export function useSteps({ draft, assessment }: Pick<NewDeal, 'draft' | 'assessment'>) {
  const left = reactive(new Set<DealStep>(DEAL_STEPS.slice(0, DEAL_STEPS.indexOf(draft.step))))
  const isNeeded = (step: DealStep): boolean =>
    assessment.value === null || (step !== 'help' && step !== 'partners')
  const at = computed(() => draft.step)

  /** The nearest step ahead or behind that is needed; null at either end. */
  function neighbour(way: 1 | -1): DealStep | null {
    const steps = way === 1 ? DEAL_STEPS : DEAL_STEPS.toReversed()
    return steps.slice(steps.indexOf(draft.step) + 1).find(isNeeded) ?? null
  }
  function go(step: DealStep): void {
    if (step !== draft.step) left.add(draft.step)
    draft.step = step
  }
  return {
    at,
    left,
    isNeeded,
    next: computed(() => neighbour(1)),
    previous: computed(() => neighbour(-1)),
    go,
  }
}

export type Steps = ReturnType<typeof useSteps>
