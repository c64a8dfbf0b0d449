import type { notifications } from '#shared/ipc/contract/notifications.ts'
import type { Handlers } from '../handlers.ts'
import { inboxPage, markRead, unreadCount } from './notifications.repository.ts'

const PAGE = 50

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
}
