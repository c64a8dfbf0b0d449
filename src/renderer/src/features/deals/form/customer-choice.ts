import type { CustomerId } from '#shared/domain/ids.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { CustomerEntry } from '#shared/ipc/contract/drafts.ts'

/** The customer of a new deal: an entry of the directory, or a new one. */
export type CustomerChoice = { readonly id: CustomerId } | Input<'customers.save'>

/** Nothing typed, nobody picked. */
export const NO_CUSTOMER: CustomerEntry = {
  country: '',
  city: '',
  name: '',
  addressLine1: '',
  postalCode: '',
  state: '',
  duns: '',
  adding: false,
  picked: null,
}

/** Whether a new customer has its name and lacks its country, the only other thing it needs. */
export const lacksCustomerCountry = ({ picked, adding, name, country }: CustomerEntry): boolean =>
  picked === null && adding && name.trim() !== '' && country === ''

/** The customer that was picked or is being added; null as long as there is none. */
export function customerOf(entry: CustomerEntry): CustomerChoice | null {
  if (entry.picked) return { id: entry.picked.id }
  const name = entry.name.trim()
  if (!entry.adding || name === '' || entry.country === '') return null
  return {
    name,
    addressLine1: entry.addressLine1,
    city: entry.city,
    postalCode: entry.postalCode || null,
    state: entry.state || null,
    country: entry.country,
    duns: entry.duns.trim() || null,
  }
}
