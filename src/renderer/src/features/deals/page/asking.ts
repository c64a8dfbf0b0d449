import type { PartyId } from '#shared/domain/ids.ts'
import type { InvitedBefore, PromptKind } from '../dialogs/prompt.ts'
import type { RegistrationStep } from './milestone.ts'

/** What the page of a deal asks in a dialog: one at a time. */
export type Asking =
  | { readonly kind: Exclude<PromptKind, 'invite-partner'> }
  | { readonly kind: 'invite-partner'; readonly again?: InvitedBefore | undefined }
  | { readonly kind: 'team' | 'solutions' | 'contact' | RegistrationStep | 'moment' }
  | { readonly kind: 'answer'; readonly partyId: PartyId }
