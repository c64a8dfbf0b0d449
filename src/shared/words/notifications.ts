import type { NoticeKind, NotificationKind } from '#shared/domain/notification.ts'
import type { Locale } from '#shared/domain/settings.ts'
import { en } from './notifications.en.ts'
import { zhCN } from './notifications.zh-cn.ts'

/**
 * What the inbox tells in words. `title` names nobody, so that it may stand on a locked screen; `text` is one line in
 * which {organization}, {expiresAt}, {days}, {total} and {since} are filled in. The name of the deal stands beside it.
 */
export interface NotificationWords {
  readonly kinds: Record<NotificationKind, { readonly title: string; readonly text: string }>
  /** What a summary that spans an absence says instead of its line. */
  readonly away: string
  /** A line of a summary, before how many there are. */
  readonly counted: Record<NoticeKind, string>
}

/** A kind without words does not compile. */
export const NOTIFICATION_WORDS: Record<Locale, NotificationWords> = { en, 'zh-CN': zhCN }

/** What a notification is about, in words that name nobody. */
export const notificationTitle = (locale: Locale, kind: NotificationKind): string =>
  NOTIFICATION_WORDS[locale].kinds[kind].title
