import type { DealQuestion } from '../../app/overlays.ts'
import type { InvitedBefore } from './dialogs/prompt.ts'

/** What a deal asks in a dialog: what it can be asked anywhere, and what only its own page asks. */
export type Asking =
  | DealQuestion
  | { readonly what: 'contact' | 'moment' }
  /** A partner that was asked before. */
  | { readonly what: 'invite-again'; readonly again: InvitedBefore }
