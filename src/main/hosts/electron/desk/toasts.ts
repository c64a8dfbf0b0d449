import type { NoticeKind } from '#shared/domain/notification.ts'
import type { Id } from '#shared/domain/ids.ts'
import type { Locale } from '#shared/domain/settings.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { HostAsk } from '#shared/ipc/host-contract.ts'
import type { Untold } from '#shared/ipc/contract/notifications.ts'
import { notificationTitle } from '#shared/words/notifications.ts'
import { timeLeft } from './time-left.ts'
import { deskWords } from './words.ts'

/** Worth an interruption: what came in, what runs out, what others answered, and what a review gave back. */
export const INTERRUPTING: ReadonlySet<string> = new Set<NoticeKind>([
  'deal-received',
  'deal-expiring',
  'invitation-expiring',
  'invitation-accepted',
  'invitation-declined',
  'party-won',
  'party-lost',
  'registration-action-required',
])

/** One message of the system. `leads`: where a click goes; `reads`: the line of the inbox that is read with it. */
export interface Toast {
  readonly title: string
  readonly body: string
  readonly leads: HostAsk
  readonly reads: Id<'notification'> | null
}

export interface ToastMoment {
  readonly now: Instant
  /** How many deals need an answer. */
  readonly waiting: number
  readonly locale: Locale
}

const isNews = ({ kind, counts, isAway }: Untold): boolean =>
  INTERRUPTING.has(kind) || isAway || Object.keys(counts).some((counted) => INTERRUPTING.has(counted))

const linesOf = ({ kind, counts }: Untold): number =>
  kind === 'summary' ? Object.values(counts).reduce((sum, count) => sum + count, 0) : 1

/**
 * What is to be shown of lines that are new: nothing, the one there is, or all of them in one. A toast may stand on a
 * locked or a projected screen: it is made of kinds, counts and time left, and of nothing anybody wrote (PROMISES 5.8).
 */
export function toastOf(lines: readonly Untold[], { now, waiting, locale }: ToastMoment): Toast | null {
  const words = deskWords(locale)
  const news = lines.filter(isNews)
  const [first] = news
  if (!first) return null
  if (news.length === 1 && first.kind !== 'summary') {
    const left = first.expiresAt === null ? null : timeLeft(now, first.expiresAt)
    return {
      title: notificationTitle(locale, first.kind),
      body: left ? words.sentences([words.left(left)]) : '',
      leads: first.dealId === null ? { ask: 'go', to: '/today' } : { ask: 'deal', dealId: first.dealId },
      reads: first.id,
    }
  }
  const total = news.reduce((sum, line) => sum + linesOf(line), 0)
  const said = [...(waiting > 0 ? [words.waiting(waiting)] : []), words.news(total)]
  return {
    title: notificationTitle(locale, 'summary'),
    body: words.sentences(said),
    leads: { ask: 'go', to: '/today' },
    reads: null,
  }
}
