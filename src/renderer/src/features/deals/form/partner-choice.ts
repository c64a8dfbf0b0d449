import type { PartnerView } from '#shared/ipc/contract/directory.ts'

/** The partner of an invitation: an entry of the directory, or a new one as far as it is written. */
export type PartnerChoice =
  | { readonly kind: 'known'; readonly partner: PartnerView }
  | { readonly kind: 'new'; readonly name: string; readonly country: string; readonly partnerId: string }
