import type { AnyStage } from '#shared/domain/stages.ts'

/** What can be done to many deals at once, after looking at what would come of it. */
export type BulkAction =
  | { readonly kind: 'mark-stage'; readonly stage: AnyStage }
  | { readonly kind: 'edit' }
  | { readonly kind: 'decline' }
  | { readonly kind: 'lose' }
