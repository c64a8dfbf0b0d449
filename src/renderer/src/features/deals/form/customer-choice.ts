import type { CustomerId } from '#shared/domain/ids.ts'
import type { Input } from '#shared/ipc/contract.ts'

/** The customer of a new deal: an entry of the directory, or a new one. */
export type CustomerChoice = { readonly id: CustomerId } | Input<'customers.save'>
