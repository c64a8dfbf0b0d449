import { computed, type Ref, shallowRef, watch } from 'vue'
import type { Output } from '#shared/ipc/contract.ts'
import { useSearching } from '../../../app/searching.ts'
import { useClient } from '../../../bridge/provide.ts'

export type Customer = Output<'customers.search'>['rows'][number]
/** Without a customer: the name as it was typed becomes a new one. */
export type Suggestion = { readonly key: string; readonly customer: Customer | null }

const MOST = 8
const DIGITS = /^\d[\d\s-]{2,}$/

/**
 * What the directory has to a name within a place, and the offer to add the name to it. While a new one is being added
 * its place is its own and narrows nothing, and what is offered first is to go on with it.
 */
export function useCustomerSearch({
  name,
  country,
  city,
  adding,
}: {
  readonly name: Ref<string>
  readonly country: Ref<string>
  readonly city: Ref<string>
  readonly adding: Ref<boolean>
}) {
  const client = useClient()
  /** Null without a name, and until the first answer to one. */
  const found = shallowRef<readonly Customer[] | null>(null)
  const { problem, pending, ask, forget } = useSearching()

  watch([name, country, city, adding], async () => {
    if (name.value.trim() === '') {
      forget()
      found.value = null
      return
    }
    const place = {
      ...(country.value && !adding.value ? { country: country.value } : {}),
      ...(city.value && !adding.value ? { city: city.value } : {}),
    }
    // Digits are the beginning of a D-U-N-S number: no company is called so (RULEBOOK 6.1).
    const what = DIGITS.test(name.value.trim()) ? { duns: name.value.trim() } : { text: name.value }
    await ask(
      () => client.call('customers.search', { ...what, limit: MOST, ...place }),
      ({ rows }) => (found.value = rows),
    )
  })

  const suggestions = computed<Suggestion[]>(() => {
    if (found.value === null) return []
    const known = found.value.map((customer) => ({ key: customer.id, customer }))
    const anew = { key: 'new', customer: null }
    if (!adding.value) return [...known, anew]
    return known.length > 0 ? [anew, ...known] : []
  })
  /** Whether equal names have to be told apart. */
  const several = computed(() => {
    const names = (found.value ?? []).map((customer) => customer.name.toLowerCase())
    return new Set(names).size < names.length
  })
  return { suggestions, several, problem, pending }
}
