import { type InjectionKey, inject, provide } from 'vue'
import type { WholeForm } from './draft-form.ts'
import { useNewDealFaults } from './new-deal-faults.ts'
import { type NewDeal, useNewDeal } from './new-deal.ts'

type NewDealForm = NewDeal & { readonly faults: ReturnType<typeof useNewDealFaults> }

const KEY: InjectionKey<NewDealForm> = Symbol('new deal')

/** Begins a new deal and shares it with the sections of the page. */
export function provideNewDeal(begun: WholeForm): NewDealForm {
  const deal = useNewDeal(begun)
  const form = { ...deal, faults: useNewDealFaults(deal) }
  provide(KEY, form)
  return form
}

/** The deal being written on this page. */
export function useNewDealForm(): NewDealForm {
  const form = inject(KEY)
  if (!form) throw new Error('no new deal was begun')
  return form
}
