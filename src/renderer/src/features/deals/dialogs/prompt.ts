import type { DealView } from '#shared/ipc/contract/deal-views.ts'

/** Moments that answer or close a deal, and ask before anything is saved. */
export type MovePromptKind = 'accept' | 'decline' | 'win' | 'lose'

/** All moments that ask before anything is saved. */
export type PromptKind = MovePromptKind | 'invite-microsoft' | 'invite-partner'

/** What every such dialog is given and tells. */
export interface PromptProps {
  readonly deal: DealView
}
