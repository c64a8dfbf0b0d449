import type { DealView } from '#shared/ipc/contract/deal-views.ts'

/** Moments that ask before anything is saved. */
export type PromptKind = 'accept' | 'decline' | 'win' | 'lose'

/** What every such dialog is given and tells. */
export interface PromptProps {
  readonly deal: DealView
}
