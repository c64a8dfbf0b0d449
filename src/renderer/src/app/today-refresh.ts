import { onMounted, onScopeDispose, watch } from 'vue'
import { useAppEvent, useClient } from '../bridge/provide.ts'
import { useToday } from './today.store.ts'

const MINUTE_MS = 60_000
/** How often the screens say that somebody has them before them. */
const LOOK_MS = 5 * MINUTE_MS

/**
 * Keeps the day true: with every change, and as the minutes pass, for deadlines and dates come nearer by themselves.
 * Says too that somebody looks, when the screens open and while they can be seen: the end of a visit is told from that.
 */
export function useTodayRefresh(nowMs: () => number): void {
  const client = useClient()
  const today = useToday()
  const visible = () => document.visibilityState === 'visible'

  /** Whose turn it is to know is the next look: one that fails is no news to anybody. */
  async function look(): Promise<void> {
    await client.call('today.visit', {}).catch(() => null)
    await today.load()
  }
  const turnedTo = () => void (visible() && look())

  onMounted(() => {
    void look()
    document.addEventListener('visibilitychange', turnedTo)
  })
  onScopeDispose(() => document.removeEventListener('visibilitychange', turnedTo))
  watch(
    () => Math.floor(nowMs() / MINUTE_MS),
    () => void (visible() && today.load()),
  )
  watch(
    () => Math.floor(nowMs() / LOOK_MS),
    () => void (visible() && look()),
  )
  useAppEvent('deals.changed', () => void today.load())
  useAppEvent('notifications.changed', () => void today.load())
  useAppEvent('directory.changed', () => void today.load())
  useAppEvent('clock.changed', () => void today.load())
}
