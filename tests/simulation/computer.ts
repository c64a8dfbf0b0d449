import { type CivilDate, type Instant, addMs, instantFromMs, utcDateOf } from '#shared/domain/time.ts'
import type { Clock } from '#main/core/ports.ts'

const MINUTE_MS = 60_000

/** A computer in a world of its own: what time it really is, and what its clocks make of that. */
export class Computer implements Clock {
  /** Nobody but the world knows this. */
  trueMs: number
  /** How far the computer's clock is ahead of the truth; negative when it is behind. */
  errorMs = 0
  #monotonicMs = 0
  #zoneMinutes = 0
  /** A million worlds ask often, and spelling an instant takes longer than all the rest. */
  #said = { ms: 0, instant: instantFromMs(0) }

  constructor(trueMs: number) {
    this.trueMs = trueMs
  }

  get wallMs(): number {
    return this.trueMs + this.errorMs
  }

  now(): Instant {
    const { wallMs } = this
    if (wallMs !== this.#said.ms) this.#said = { ms: wallMs, instant: instantFromMs(wallMs) }
    return this.#said.instant
  }

  dayOf(instant: Instant): CivilDate {
    return utcDateOf(addMs(instant, this.#zoneMinutes * MINUTE_MS))
  }

  monotonicMs(): number {
    return this.#monotonicMs
  }

  /** Time goes by. Counted: the monotonic clock runs on, as it does awake, and on some systems asleep. */
  pass(ms: number, counted: boolean): void {
    this.trueMs += ms
    if (counted) this.#monotonicMs += ms
  }

  /** Somebody sets the clock, or a protocol or a dead battery does. */
  set(byMs: number): void {
    this.errorMs += byMs
  }

  travel(zoneMinutes: number): void {
    this.#zoneMinutes = zoneMinutes
  }
}
