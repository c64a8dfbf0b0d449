import { type ComputedRef, type InjectionKey, computed, inject, provide, ref } from 'vue'
import { onScopeDispose } from 'vue'
import { type Instant, instantFromMs, msOf } from '#shared/domain/time.ts'

const TICK_MS = 15_000
const KEY: InjectionKey<Now> = Symbol('now')

/** The one clock of the screens: main's, carried on by this page's own between two answers. */
export interface Now {
  readonly ms: ComputedRef<number>
  /** The moment of the past everything is shown at; null: now. */
  readonly moment: ComputedRef<Instant | null>
  /** Main said what time it is. */
  set(instant: Instant): void
}

/** Starts the clock at the top of the screen tree. */
export function provideNow(): Now {
  const offsetMs = ref(0)
  const localMs = ref(Date.now())
  const timer = setInterval(() => (localMs.value = Date.now()), TICK_MS)
  onScopeDispose(() => clearInterval(timer))
  const now: Now = {
    ms: computed(() => localMs.value + offsetMs.value),
    moment: computed(() => null),
    set: (instant) => {
      localMs.value = Date.now()
      offsetMs.value = msOf(instant) - localMs.value
    },
  }
  provide(KEY, now)
  return now
}

function useClock(): Now {
  const now = inject(KEY)
  if (!now) throw new Error('no clock was provided')
  return now
}

/** For everything below, the time is a moment of the past; with none, it goes on. */
export function provideMoment(asked: () => Instant | null): void {
  const now = useClock()
  const moment = computed(asked)
  const ms = computed(() => (moment.value === null ? now.ms.value : msOf(moment.value)))
  provide(KEY, { ...now, ms, moment })
}

/** The time now, ticking, in milliseconds since 1970; below a moment of the past, that. */
export const useNow = (): ComputedRef<number> => useClock().ms

/** The moment of the past that is shown here; null: now. */
export const useShownMoment = (): ComputedRef<Instant | null> => useClock().moment

/** The same as an instant. */
export function useInstant(): ComputedRef<Instant> {
  const ms = useNow()
  return computed(() => instantFromMs(ms.value))
}
