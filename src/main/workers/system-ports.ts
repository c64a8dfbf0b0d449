import { setImmediate } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { type CivilDate, civilDate, instantFromMs, msOf } from '#shared/domain/time.ts'
import type { Clock, Timers } from '../core/ports.ts'

/** The clock of this computer, in its own time zone. */
export const systemClock: Clock = {
  now: () => instantFromMs(Date.now()),
  dayOf: (instant): CivilDate => {
    const local = new Date(msOf(instant))
    return civilDate(local.getFullYear(), local.getMonth() + 1, local.getDate())!
  },
  monotonicMs: () => performance.now(),
}

/** Timers that never keep the process alive. */
export const systemTimers: Timers = {
  every: (intervalMs, callback) => {
    const timer = setInterval(callback, intervalMs)
    timer.unref()
    return () => clearInterval(timer)
  },
  breathe: () => setImmediate(),
}

/** A fresh UUIDv7. */
export const newId = (): string => uuidv7()
