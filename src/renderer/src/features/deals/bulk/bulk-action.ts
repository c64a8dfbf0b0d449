import type { AnyStage } from '#shared/domain/stages.ts'

/** What can be done to many deals at once, after looking at what would come of it. */
export type BulkAction =
  | { readonly kind: 'mark-stage'; readonly stage: AnyStage }
  | { readonly kind: 'edit' }
  | { readonly kind: 'set-team' }
  | { readonly kind: 'invite-microsoft' }
  | { readonly kind: 'win' }
  | { readonly kind: 'decline' }
  | { readonly kind: 'lose' }

/** What ends deals: nobody takes it back (RULEBOOK B4). */
export const isFinal = ({ kind }: BulkAction): boolean =>
  kind === 'win' || kind === 'decline' || kind === 'lose'
