import { computed, ref, watch } from 'vue'
import { type Instant, msOf } from '#shared/domain/time.ts'
import { localDay } from '../../../app/local-day.ts'
import { useNow } from '../../../app/now.ts'
import { usePastScreen } from '../past/use-past-screen.ts'
import { useBoard } from './board.store.ts'

/**
 * The board at a moment of the past, which stands in the address. While the slider is in the hand the board follows it:
 * one question at a time, and of those that came meanwhile only the last.
 */
export function useBoardPast(reload: () => Promise<void>) {
  const board = useBoard()
  const now = useNow()
  const { moment, enter, back, go } = usePastScreen('palette.application.boardThen')
  const inHand = ref<Instant | null>(null)
  const shown = computed(() => inHand.value ?? moment.value)
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
  return { shown, today, enter, back, go, look: (at: Instant) => void (inHand.value = at) }
}
