import type { NotificationWords } from './notifications.ts'

/** English words of the inbox (RULEBOOK 9). */
export const en: NotificationWords = {
  kinds: {
    'deal-received': {
      title: 'New inbound deal',
      text: '{organization} sent you this deal. Please answer by {expiresAt}.',
    },
    'deal-expiring': {
      title: 'A deal is waiting for your answer',
      text: 'It expires on {expiresAt}; after that it can no longer be accepted.',
    },
    'deal-expired': {
      title: 'An inbound deal has expired',
      text: 'Nobody answered {organization} by {expiresAt}. The deal is closed.',
    },
    'invitation-sent': {
      title: 'Invitation recorded',
      text: 'Send it in Partner Center. {organization} has until {expiresAt} to answer.',
    },
    'invitation-expiring': {
      title: 'An invitation is about to expire',
      text: '{organization} has not answered yet. The invitation expires on {expiresAt}.',
    },
    'invitation-accepted': {
      title: 'Invitation accepted',
      text: '{organization} accepted your invitation.',
    },
    'invitation-declined': {
      title: 'Invitation declined',
      text: '{organization} declined your invitation.',
    },
    'invitation-expired': {
      title: 'An invitation has expired',
      text: '{organization} did not answer by {expiresAt}.',
    },
    'party-won': { title: 'Won on the other side', text: '{organization} marked its side as won.' },
    'party-lost': { title: 'Lost on the other side', text: '{organization} marked its side as lost.' },
    'registration-picked': {
      title: 'Registration under review',
      text: 'Microsoft reviews the registration of this deal.',
    },
    'registration-action-required': {
      title: 'Registration needs your attention',
      text: 'Correct what the review found, then submit the registration again in Partner Center.',
    },
    'registration-final-validation': {
      title: 'Registration passed the review',
      text: 'It is now in final validation.',
    },
    'registration-approved': {
      title: 'Registration approved',
      text: 'The registration of this deal is approved.',
    },
    'registration-rejected': {
      title: 'Registration rejected',
      text: 'The registration of this deal was rejected.',
    },
    summary: { title: 'Several things at once', text: 'New notifications: {total}' },
  },
  away: 'While you were away since {since}. New notifications: {total}',
  counted: {
    'deal-received': 'New inbound deals',
    'deal-expiring': 'Deals waiting for your answer',
    'deal-expired': 'Inbound deals expired',
    'invitation-sent': 'Invitations recorded',
    'invitation-expiring': 'Invitations about to expire',
    'invitation-accepted': 'Invitations accepted',
    'invitation-declined': 'Invitations declined',
    'invitation-expired': 'Invitations expired',
    'party-won': 'Won on the other side',
    'party-lost': 'Lost on the other side',
    'registration-picked': 'Registrations under review',
    'registration-action-required': 'Registrations that need your attention',
    'registration-final-validation': 'Registrations in final validation',
    'registration-approved': 'Registrations approved',
    'registration-rejected': 'Registrations rejected',
  },
}
