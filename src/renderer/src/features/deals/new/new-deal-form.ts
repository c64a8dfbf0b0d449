import { type InjectionKey, inject, provide } from 'vue'
import type { WholeForm } from './draft-form.ts'
import { useNewDealFaults } from './new-deal-faults.ts'
import { type NewDeal, useNewDeal } from './new-deal.ts'
import { type Steps, useSteps } from './steps.ts'
import { type NewDealTwins, useNewDealTwins } from './new-deal-twins.ts'

/** A deal being written, the walk through its steps, what each part has to say, and which deals it looks like. */
export type NewDealForm = NewDeal & {
  readonly steps: Steps
  readonly faults: ReturnType<typeof useNewDealFaults>
  readonly twins: NewDealTwins
}

const KEY: InjectionKey<NewDealForm> = Symbol('new deal')

/** Begins a new deal and shares it with the steps of the wizard. */
export function provideNewDeal(begun: WholeForm): NewDealForm {
  const deal = useNewDeal(begun)
  const steps = useSteps(deal)
  const form = { ...deal, steps, faults: useNewDealFaults(deal, steps), twins: useNewDealTwins(deal) }
  provide(KEY, form)
  return form
}

/** The deal being written on this page. */
export function useNewDealForm(): NewDealForm {
  const form = inject(KEY)
  if (!form) throw new Error('no new deal was begun')
  return form
}
