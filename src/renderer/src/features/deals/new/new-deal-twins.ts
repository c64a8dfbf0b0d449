import { type ComputedRef, type ShallowRef, computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { Input } from '#shared/ipc/contract.ts'
import type { DealTwin } from '#shared/ipc/contract/deals.ts'
import { useClient } from '../../../bridge/provide.ts'
import { customerOf } from '../form/customer-choice.ts'
import type { NewDeal } from './new-deal.ts'

type Asked = Extract<Input<'deals.duplicates'>, { deal: unknown }>

const ASK_DELAY_MS = 250
/** More than these say no more. */
const SHOWN = 3

export type NewDealTwins = Readonly<ShallowRef<readonly DealTwin[]>>

const nineDigits = (duns: string | null | undefined): string | null => {
  const digits = (duns ?? '').replace(/[\s-]/g, '')
  return /^\d{9}$/.test(digits) ? digits : null
}

/** What there is to be compared of a form; null while nothing in it could look like a deal. */
function comparable({ draft, value }: Pick<NewDeal, 'draft' | 'value'>): ComputedRef<Asked | null> {
  return computed(() => {
    const { name, closeDate, crmId, sourceDealId } = draft
    const choice = customerOf(draft.customer)
    const customer =
      choice === null || 'id' in choice
        ? choice && { id: choice.id! }
        : { name: choice.name, country: choice.country, duns: nineDigits(choice.duns) }
    if (crmId.trim() === '' && (customer === null || closeDate === null)) return null
    const deal = { name, customer, value: value.value, closeDate, crmId: crmId.trim() || null }
    // A copy is meant to be like what it is a copy of.
    return { deal, except: sourceDealId ? [sourceDealId] : [] }
  })
}

/** Deals that look like the one being written, asked anew once typing pauses. An answer that fails says nothing. */
export function useNewDealTwins(form: Pick<NewDeal, 'draft' | 'value'>): NewDealTwins {
  const client = useClient()
  const twins = shallowRef<readonly DealTwin[]>([])
  const asked = comparable(form)
  const key = computed(() => JSON.stringify(asked.value))
  let timer: ReturnType<typeof setTimeout> | undefined
  let newest = 0

  async function ask(): Promise<void> {
    const request = ++newest
    const input = asked.value
    const { rows } = input ? await client.call('deals.duplicates', input) : { rows: [] }
    if (request === newest) twins.value = rows.slice(0, SHOWN)
  }
  watch(
    key,
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void ask().catch(() => {}), ASK_DELAY_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return twins
}
