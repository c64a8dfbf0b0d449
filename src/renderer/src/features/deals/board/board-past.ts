import { computed, ref, useTemplateRef, watch } from 'vue'
import { type Instant, msOf } from '#shared/domain/time.ts'
import { localDay } from '../../../app/local-day.ts'
import { useNow } from '../../../app/now.ts'
import { useScreenAction } from '../../../app/screen-actions.ts'
import type MomentBar from '../past/MomentBar.vue'
import { useActivity } from '../past/activity.store.ts'
import { weekAgo } from '../past/moment.ts'
import { useMomentKeys } from '../past/moment-keys.ts'
import { useMoment } from '../past/use-moment.ts'
import { useBoard } from './board.store.ts'

/**
 * The board at a moment of the past, which stands in the address. While the slider is in the hand the board follows it:
 * one question at a time, and of those that came meanwhile only the last.
 */
export function useBoardPast(reload: () => Promise<void>) {
  const board = useBoard()
  const activity = useActivity()
  const now = useNow()
  const { moment, go } = useMoment()
  const inHand = ref<Instant | null>(null)
  const shown = computed(() => inHand.value ?? moment.value)
  const bar = useTemplateRef<InstanceType<typeof MomentBar>>('momentBar')
  /** The day of the board: closed deals are those of its quarter. */
  const today = computed(() => localDay(shown.value === null ? now.value : msOf(shown.value)))

  watch(moment, () => (inHand.value = null))
  let isAsking = false
  let isBehind = false
  async function follow(): Promise<void> {
    if (isAsking) return void (isBehind = true)
    isAsking = true
    do {
      isBehind = false
      await reload()
    } while (isBehind)
    isAsking = false
  }
  watch(
    shown,
    (at, before) => {
      board.asOf = at
      if (before !== undefined) void follow()
    },
    { immediate: true, flush: 'sync' },
  )

  async function enter(): Promise<void> {
    if (moment.value !== null) return bar.value?.focus()
    await activity.load()
    await go(weekAgo(now.value, activity.first))
  }
  const back = () => go(null)
  useMomentKeys({ moment: () => moment.value, enter, step: (days) => bar.value?.step(days), back })
  const isNow = () => moment.value === null
  useScreenAction({
    icon: 'history',
    words: 'palette.application.boardThen',
    run: enter,
    isOffered: isNow,
  })
  useScreenAction({
    icon: 'undo',
    words: 'palette.application.backToNow',
    run: back,
    isOffered: () => !isNow(),
  })
  return { shown, today, enter, back, go, look: (at: Instant) => void (inHand.value = at) }
}
