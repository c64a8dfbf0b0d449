import type { DealId, PartyId } from './ids.ts'

/** What the inbox can tell (RULEBOOK 9): arrivals and clocks, our invitations, registrations, and many at once. */
export const NOTIFICATION_KINDS = [
  'deal-received',
  'deal-expiring',
  'deal-expired',
  'invitation-sent',
  'invitation-expiring',
  'invitation-accepted',
  'invitation-declined',
  'invitation-expired',
  'party-won',
  'party-lost',
  'registration-picked',
  'registration-action-required',
  'registration-final-validation',
  'registration-approved',
  'registration-rejected',
  'summary',
] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]
/** Kinds about one deal. */
export type NoticeKind = Exclude<NotificationKind, 'summary'>

/** Something to tell about a deal: ids and figures only, never a name or a note. */
export interface Notice {
  readonly kind: NoticeKind
  /** What it is about: nothing is told twice under one key. */
  readonly key: string
  readonly dealId: DealId
  /** The party it is about; null where it is about the deal itself. */
  readonly partyId: PartyId | null
  /** Instants and figures for the words: deadlines, days left, a reason. */
  readonly params: { readonly [name: string]: string | number | null }
  /** It tells what the person at this laptop has just done: it stands in the inbox, but is no news. */
  readonly isOwn?: boolean
}
