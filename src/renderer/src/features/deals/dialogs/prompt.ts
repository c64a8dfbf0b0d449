import type { DealView, PartyView } from '#shared/ipc/contract/deal-views.ts'
import type { PartnerView } from '#shared/ipc/contract/directory.ts'

/** Moments that answer or close a deal, and ask before anything is saved. */
export type MovePromptKind = 'accept' | 'decline' | 'win' | 'lose'

/** All moments that ask before anything is saved. */
export type PromptKind = MovePromptKind | 'invite-microsoft' | 'invite-partner'

/** A partner to be asked again: what it was asked before, and its entry in the directory, where it still has one. */
export interface InvitedBefore {
  readonly party: PartyView
  readonly partner: PartnerView | null
}

/** What every such dialog is given and tells. */
export interface PromptProps {
  readonly deal: DealView
}
