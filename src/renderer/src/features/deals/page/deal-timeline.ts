import { computed, ref, shallowRef, watch } from 'vue'
import type { TimelinePart } from '#shared/domain/event-parts.ts'
import type { DealId } from '#shared/domain/ids.ts'
import type { TimelineEntry } from '#shared/ipc/contract/deal-views.ts'
import { useClient } from '../../../bridge/provide.ts'

const EVENTS_PER_PAGE = 50
const MOST_RELOADED = 500

/** The history of a deal, or one part of it, page by page, newest first. */
export function useDealTimeline(dealId: () => DealId) {
  const client = useClient()
  const part = ref<TimelinePart | null>(null)
  const entries = shallowRef<readonly TimelineEntry[]>([])
  const cursor = ref<string | null>(null)

  const ask = (limit: number, from: string | null = null) =>
    client.call('deals.timeline', {
      dealId: dealId(),
      limit,
      ...(from === null ? {} : { cursor: from }),
      ...(part.value === null ? {} : { part: part.value }),
    })

  /** Fetches anew as much as was here. */
  async function load(): Promise<void> {
    const asked = part.value
    const limit = Math.min(MOST_RELOADED, Math.max(EVENTS_PER_PAGE, entries.value.length))
    const { rows, nextCursor } = await ask(limit)
    if (asked !== part.value) return
    entries.value = rows
    cursor.value = nextCursor
  }

  /** Brings what happened before. */
  async function more(): Promise<void> {
    const from = cursor.value
    if (from === null) return
    const { rows, nextCursor } = await ask(EVENTS_PER_PAGE, from)
    if (from !== cursor.value) return
    entries.value = [...entries.value, ...rows]
    cursor.value = nextCursor
  }

  watch(part, () => {
    entries.value = []
    cursor.value = null
    void load()
  })
  return { part, entries, hasMore: computed(() => cursor.value !== null), load, more }
}
