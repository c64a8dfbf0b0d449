import type { NoticeKind, NotificationKind } from '#shared/domain/notification.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { NotificationView } from '#shared/ipc/contract/notifications.ts'
import type { Format } from './format.ts'
import type { Translate } from './words/words.ts'
import type { IconName } from '../ui/icons.ts'

/** The glyph of a kind. */
export const NOTIFICATION_ICONS: Readonly<Record<NotificationKind, IconName>> = {
  'deal-received': 'received',
  'deal-expiring': 'pending',
  'deal-expired': 'expired',
  'invitation-sent': 'outbound',
  'invitation-expiring': 'pending',
  'invitation-accepted': 'accepted',
  'invitation-declined': 'declined',
  'invitation-expired': 'expired',
  'party-won': 'won',
  'party-lost': 'lost',
  'registration-picked': 'file',
  'registration-action-required': 'action',
  'registration-final-validation': 'file',
  'registration-approved': 'accepted',
  'registration-rejected': 'declined',
  summary: 'history',
}

/** What a notification says, in one line. */
export function notificationText(t: Translate, format: Format, told: NotificationView): string {
  const { kind, organization, params } = told
  const instant = (name: string) =>
    typeof params[name] === 'string' ? format.dateTime(params[name] as Instant) : ''
  const words = {
    organization: organization ?? t('inbox.somebody'),
    expiresAt: instant('expiresAt'),
    days: typeof params['days'] === 'number' ? params['days'] : '',
    total: typeof params['total'] === 'number' ? params['total'] : '',
    since: instant('since'),
  }
  return kind === 'summary' && words.since !== ''
    ? t('notifications.away', words)
    : t(`notifications.kinds.${kind}.text`, words)
}

/** What a summary counts, kind by kind. */
export function summaryCounts(t: Translate, told: NotificationView): readonly string[] {
  const counts = told.params['counts']
  if (counts === null || typeof counts !== 'object') return []
  return Object.entries(counts as Readonly<Record<string, number>>).map(
    ([kind, count]) => `${t(`notifications.counted.${kind as NoticeKind}`)}${t('common.colon')}${count}`,
  )
}
