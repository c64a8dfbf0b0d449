import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Id } from '#shared/domain/ids.ts'
import type { NotificationView } from '#shared/ipc/contract/notifications.ts'
import { useClient } from '../../bridge/provide.ts'

const PER_PAGE = 30
const MOST_RELOADED = 500

/** The inbox as it is shown: the newest, earlier ones as one asks for them, and how many are unread. */
export const useInbox = defineStore('inbox', () => {
  const client = useClient()
  const rows = shallowRef<readonly NotificationView[]>([])
  const unread = ref(0)
  const nextCursor = ref<string | null>(null)
  /** Whether it lies open under its bell. */
  const isOpen = ref(false)
  let newest = 0

  /** Fetches anew what is shown. An answer that a newer request overtook is dropped. */
  async function load(): Promise<void> {
    const request = ++newest
    const limit = Math.min(MOST_RELOADED, Math.max(PER_PAGE, rows.value.length))
    const page = await client.call('notifications.list', { limit })
    if (request !== newest) return
    rows.value = page.rows
    unread.value = page.unread
    nextCursor.value = page.nextCursor
  }

  async function more(): Promise<void> {
    const cursor = nextCursor.value
    if (cursor === null) return
    const page = await client.call('notifications.list', { cursor, limit: PER_PAGE })
    if (cursor !== nextCursor.value) return
    rows.value = [...rows.value, ...page.rows]
    nextCursor.value = page.nextCursor
  }

  /** What a summary told, one by one. */
  async function toldBy(summaryId: Id<'notification'>): Promise<readonly NotificationView[]> {
    return (await client.call('notifications.list', { summaryId, limit: MOST_RELOADED })).rows
  }

  async function markRead(what: { ids: Id<'notification'>[] } | { all: true }): Promise<void> {
    unread.value = (await client.call('notifications.mark-read', what)).unread
    await load()
  }

  return { isOpen, rows, unread, nextCursor, load, more, toldBy, markRead }
})
