import type { HoldReason } from '#shared/domain/clock.ts'
import { type CivilDate, type Instant, instantFromMs, msOf } from '#shared/domain/time.ts'
import type { Clock } from '../ports.ts'
import { type Judgement, judgeClock } from './judge-clock.ts'

/** A doubt that waits for a person: since when, in trusted time, and why. */
export interface Hold {
  readonly since: Instant
  readonly why: HoldReason
}

/** What is remembered of the clock from one run to the next. */
export interface ClockMemory {
  /** The latest moment that was trusted, and never before the newest event. */
  readonly highWater: Instant
  /** What the computer's clock said at that time. */
  readonly lastWall: Instant
  readonly hold: Hold | null
}

/** One reading: the moment to work with, and what there is to say about it. */
export interface ClockReading {
  readonly now: Instant
  /** The calendar day of `now` where the person is. */
  readonly today: CivilDate
  /** What the computer's clock says, trusted or not. */
  readonly wall: Instant
  readonly hold: Hold | null
  readonly banner: Judgement['banner']
}

export interface ClockHost {
  readonly clock: Clock
  /** Whether the host tells when the computer wakes up. */
  readonly reportsSuspends: boolean
}

/** Using the screens, or hearing of a sleep, counts for this long. Short of it timers and messages may overtake each other. */
const LATELY_MS = 60_000

/**
 * The application's own time (PROMISES 7.4): it never goes back while a process runs, nor from one run to the next, and
 * it stops believing the computer where that would let invitations run out by a wrong clock. Keeps no file itself.
 */
export class TrustedClock {
  readonly #host: ClockHost
  /** The last trusted reading, with the monotonic clock beside it; null before the first one. */
  #anchor: { readonly nowMs: number; readonly monoMs: number } | null = null
  #highWaterMs: number | null = null
  #wall: Instant
  #hold: Hold | null = null
  #banner: Judgement['banner'] = null
  /** When this process began to doubt, by the monotonic clock. */
  #doubtedAtMs = -Infinity
  #usedAtMs = -Infinity
  #wokeAtMs = -Infinity

  constructor(host: ClockHost) {
    this.#host = host
    this.#wall = host.clock.now()
  }

  /** Begins where the last run ended. */
  remember({ highWater, lastWall, hold }: ClockMemory): void {
    this.#highWaterMs = msOf(highWater)
    this.#wall = lastWall
    this.#hold = hold
    this.#anchor = null
  }

  /** Reads the clock and judges it. Everything that belongs together works with one reading. */
  read(): ClockReading {
    const { clock, reportsSuspends } = this.#host
    const monoMs = clock.monotonicMs()
    this.#wall = clock.now()
    const wallMs = msOf(this.#wall)
    const { now, hold, banner } = judgeClock({
      wall: wallMs,
      highWater: this.#highWaterMs,
      expected: this.#anchor ? this.#anchor.nowMs + (monoMs - this.#anchor.monoMs) : null,
      hold: this.#hold?.why ?? null,
      reportsSuspends,
      suspended: monoMs - this.#wokeAtMs <= LATELY_MS,
      screenUsed: monoMs - this.#usedAtMs <= LATELY_MS,
    })
    if (hold && !this.#hold) {
      this.#hold = { since: instantFromMs(now), why: hold }
      this.#doubtedAtMs = monoMs
    }
    this.#banner = banner
    this.#highWaterMs = now
    this.#anchor = { nowMs: now, monoMs }
    const instant = now === wallMs ? this.#wall : instantFromMs(now)
    return { now: instant, today: clock.dayOf(instant), wall: this.#wall, hold: this.#hold, banner }
  }

  /** Somebody uses the screens. */
  used(): void {
    this.#usedAtMs = this.#host.clock.monotonicMs()
  }

  /**
   * The computer woke up. A minute's tick may have been faster than this message: a jump that was doubted just now is
   * explained by it.
   */
  woke(): void {
    this.#wokeAtMs = this.#host.clock.monotonicMs()
    const justNow = this.#wokeAtMs - this.#doubtedAtMs <= LATELY_MS
    if (justNow && this.#hold?.why === 'jumped-while-running') this.#hold = null
  }

  /** A person has confirmed the date: what the computer says is the time from here on, also where that is earlier. */
  confirm(wall: Instant): void {
    this.#highWaterMs = msOf(wall)
    this.#anchor = null
    this.#hold = null
    this.#banner = null
  }

  /** What to remember, as of the last reading. */
  get memory(): ClockMemory {
    const highWater = this.#highWaterMs === null ? this.read().now : instantFromMs(this.#highWaterMs)
    return { highWater, lastWall: this.#wall, hold: this.#hold }
  }

  /** What the screens show of it, as of the last reading. */
  get shown(): string {
    return `${this.#hold?.why ?? ''} ${this.#banner ?? ''}`
  }
}
