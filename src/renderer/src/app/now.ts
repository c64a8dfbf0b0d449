import { type ComputedRef, type InjectionKey, computed, inject, provide, ref } from 'vue'
import { onScopeDispose } from 'vue'
import { type Instant, instantFromMs, msOf } from '#shared/domain/time.ts'

const TICK_MS = 15_000
const KEY: InjectionKey<Now> = Symbol('now')

/** The one clock of the screens: main's, carried on by this page's own between two answers. */
export interface Now {
  readonly ms: ComputedRef<number>
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
    set: (instant) => {
      localMs.value = Date.now()
      offsetMs.value = msOf(instant) - localMs.value
    },
  }
  provide(KEY, now)
  return now
}

/** For everything below, the time is a moment of the past; with none, it goes on. */
export function provideMoment(moment: () => Instant | null): void {
  const now = inject(KEY)
  if (!now) throw new Error('no clock was provided')
  const ms = computed(() => {
    const then = moment()
    return then === null ? now.ms.value : msOf(then)
  })
  provide(KEY, { ...now, ms })
}

/** The time now, ticking, in milliseconds since 1970. */
export function useNow(): ComputedRef<number> {
  const now = inject(KEY)
  if (!now) throw new Error('no clock was provided')
  return now.ms
}

/** The same as an instant. */
export function useInstant(): ComputedRef<Instant> {
  const ms = useNow()
  return computed(() => instantFromMs(ms.value))
}
