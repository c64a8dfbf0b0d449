import type { notifications } from '#shared/ipc/contract/notifications.ts'
import type { Handlers } from '../handlers.ts'
import { inboxPage, markRead, unreadCount } from './notifications.repository.ts'
import { markTold, untoldLines, untoldView } from './untold.ts'

const PAGE = 50

/** More at once nobody is told singly anyway. */
const MOST_TOLD = 500

export const notificationsHandlers: Handlers<keyof typeof notifications> = {
  'notifications.list': async ({ db }, { cursor, limit = PAGE, unreadOnly = false, summaryId = null }) => ({
    ...(await inboxPage(db, { unreadOnly, summaryId }, { cursor, limit })),
    unread: await unreadCount(db),
  }),
  'notifications.mark-read': (context, which) =>
    context.write(async (unit) => {
      if (await markRead(unit.trx, which, unit.now)) {
        unit.announce({ name: 'notifications.changed', payload: {} })
      }
      return { unread: await unreadCount(unit.db) }
    }),
  'notifications.take-untold': async (context) => {
    const { db, now } = context
    if ((await untoldLines(db, now, 1)).length === 0) return { rows: [], now }
    return context.write(async (unit) => {
      const rows = await untoldLines(unit.db, unit.now, MOST_TOLD)
      await markTold(unit.trx, rows)
      return { rows: rows.reverse().map(untoldView), now: unit.now }
    })
  },
}
