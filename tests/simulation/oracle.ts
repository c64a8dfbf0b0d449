import { DAY_MS, instantFromMs, msOf } from '#shared/domain/time.ts'
import type { HoldReason } from '#shared/domain/clock.ts'
import type { Computer } from './computer.ts'
import type { Expiry, Running, Told } from './tandem.ts'

const MINUTE_MS = 60_000
const RELEASE = Date.UTC(2026, 0, 1)
const TEN_YEARS_ON = Date.UTC(2036, 0, 1)
/** What a kill may take away of the high water after a tick: it is written once it has risen by so much. */
const LOST_MS = 10 * MINUTE_MS

/** What the promise is about, and everything else that must hold. */
export type Fault = 'early' | 'double' | 'missed' | 'clock'

export class Violation extends Error {
  readonly fault: Fault

  constructor(fault: Fault, message: string) {
    super(message)
    this.fault = fault
  }
}

const must = (holds: boolean, fault: Fault, message: () => string): void => {
  if (!holds) throw new Violation(fault, message())
}

/** How a reading came about. */
export interface Reading {
  /** The first one of a process. */
  readonly starting: boolean
  /** Whether what was known must have been written down: on closing and with every event; by a tick, nearly. */
  readonly kept: 'all' | 'nearly' | 'nothing'
}

/**
 * Holds an application against the truth of its world, which the application never sees. The lines of PROMISES 7.5 are
 * written down here a second time, from the words, with as much room as a kill leaves.
 */
export class Oracle {
  readonly #computer: Computer
  readonly #reportsSuspends: boolean
  readonly clocks = new Map<string, Running & { answered: boolean; expired: boolean }>()
  #seen = 0
  /** Expired since the date was last confirmed. */
  #lately: Expiry[] = []
  /** How far the application's time may be ahead of the truth, because the computer once was. */
  #leadMs = 0
  #nowMs: number | null = null
  #monoMs = 0
  /** What the application must still know after a kill. */
  #keptMs: number | null = null
  #hold: HoldReason | null = null
  #doubtedAtMs = -Infinity
  #usedAtMs = -Infinity
  #wokeAtMs = -Infinity

  constructor(computer: Computer, reportsSuspends: boolean) {
    this.#computer = computer
    this.#reportsSuspends = reportsSuspends
  }

  get held(): boolean {
    return this.#hold !== null
  }

  /** A new process remembers nobody's touch and no sleep. */
  started(): void {
    this.#doubtedAtMs = -Infinity
    this.#usedAtMs = -Infinity
    this.#wokeAtMs = -Infinity
  }

  used(): void {
    this.#usedAtMs = this.#computer.monotonicMs()
  }

  woke(): void {
    this.#wokeAtMs = this.#computer.monotonicMs()
    const explained = this.#wokeAtMs - this.#doubtedAtMs <= MINUTE_MS
    if (this.#hold === 'jumped-while-running' && explained) this.#hold = null
  }

  /** What the table says of this moment, when time so far was trusted up to a reference. */
  #doubt(referenceMs: number | null, known: number | null, starting: boolean): boolean {
    const { wallMs } = this.#computer
    if (wallMs < RELEASE && (known === null || known >= RELEASE)) return true
    if (wallMs > TEN_YEARS_ON && (known === null || known <= TEN_YEARS_ON)) return true
    if (referenceMs === null) return false
    if (referenceMs - wallMs > DAY_MS || wallMs - referenceMs > 90 * DAY_MS) return true
    const mono = this.#computer.monotonicMs()
    const watched = mono - this.#usedAtMs <= MINUTE_MS && !(mono - this.#wokeAtMs <= MINUTE_MS)
    return !starting && this.#reportsSuspends && watched && wallMs - referenceMs > DAY_MS
  }

  /** After the application has read the clock: whether it doubts what it must, and nothing else. */
  #judge({ hold, now }: Told, { starting, kept }: Reading): void {
    const nowMs = msOf(now)
    const { wallMs } = this.#computer
    const mono = this.#computer.monotonicMs()
    const before = this.#nowMs
    const reference = before === null || starting ? before : before + (mono - this.#monoMs)
    const lowest = starting ? this.#keptMs : reference
    const doubts = [this.#doubt(reference, before, starting), this.#doubt(lowest, lowest, starting)]
    const told = () => `${now} ${hold ?? 'fine'}, ${JSON.stringify({ wallMs, reference, lowest, starting })}`
    if (this.#hold !== null) must(hold === this.#hold, 'clock', () => `the doubt went by itself: ${told()}`)
    else if (doubts.every(Boolean)) must(hold !== null, 'clock', () => `not doubted: ${told()}`)
    else if (!doubts.some(Boolean)) must(hold === null, 'clock', () => `doubted: ${told()}`)
    const least = starting ? this.#keptMs : before
    must(least === null || nowMs >= least, 'clock', () => `time went back: ${told()}`)
    const most = hold === null ? Math.max(wallMs, reference ?? wallMs) : (reference ?? RELEASE)
    must(nowMs <= most, 'clock', () => `time ran ahead: ${told()}`)
    if (before !== null && !starting) {
      const counted = hold !== null || reference! - wallMs > 5 * MINUTE_MS
      const exact = counted ? reference! : Math.max(wallMs, before)
      must(nowMs === exact, 'clock', () => `it is ${instantFromMs(exact)}: ${told()}`)
    }
    if (hold !== null && this.#hold === null) this.#doubtedAtMs = mono
    if (kept === 'all' || hold !== this.#hold) this.#keptMs = nowMs
    else if (kept === 'nearly') this.#keptMs = Math.max(this.#keptMs ?? 0, nowMs - LOST_MS)
    this.#hold = hold
    this.#nowMs = nowMs
    this.#monoMs = mono
    if (hold === null && nowMs === wallMs) this.#leadMs = this.#computer.errorMs
  }

  /** It has ended, having read the clock once more. */
  ended(told: Told, kept: Reading['kept']): void {
    this.#judge(told, { starting: false, kept })
  }

  /** After every step: nothing early, nothing twice, nothing missed. */
  observe(told: Told, reading: Reading, running: ReadonlySet<string>, expiries: readonly Expiry[]): void {
    const doubted = this.#hold !== null
    const written = expiries.length > this.#seen
    this.#judge(told, written ? { ...reading, kept: 'all' } : reading)
    const { trueMs, wallMs } = this.#computer
    for (const expiry of expiries.slice(this.#seen)) {
      const clock = this.clocks.get(expiry.clockId)
      must(clock !== undefined, 'clock', () => `nobody knows what expired: ${JSON.stringify(expiry)}`)
      const what = () => `${JSON.stringify(clock)} at ${expiry.at}, truth ${trueMs}, lead ${this.#leadMs}`
      must(!clock!.expired, 'double', what)
      must(!clock!.answered, 'double', () => `answered, and expired: ${what()}`)
      must(expiry.at === clock!.expiresAt, 'early', () => `not at its deadline: ${what()}`)
      must(msOf(expiry.at) <= trueMs + Math.max(0, this.#leadMs), 'early', what)
      must(!(doubted && this.#hold !== null), 'early', () => `while the clock was doubted: ${what()}`)
      clock!.expired = true
      this.#lately.push(expiry)
    }
    this.#seen = expiries.length
    for (const clock of this.clocks.values()) {
      const over = clock.answered || clock.expired
      must(
        running.has(clock.clockId) === !over,
        over ? 'double' : 'missed',
        () => `lost: ${JSON.stringify(clock)}`,
      )
      const late = !over && this.#hold === null && msOf(clock.expiresAt) <= wallMs
      must(!late, 'missed', () => `${JSON.stringify(clock)}, wall ${wallMs}`)
    }
  }

  /** The person confirmed the computer's own day. */
  confirmed(early: readonly string[]): void {
    const { wallMs, errorMs } = this.#computer
    if (this.#hold !== null) {
      const expected = new Set(this.#lately.filter(({ at }) => msOf(at) > wallMs).map(({ dealId }) => dealId))
      const same = expected.size === new Set(early).size && early.every((id) => expected.has(id))
      must(same, 'clock', () => `told as expired too early: ${early.join()}, not ${[...expected].join()}`)
      this.#lately = []
      this.#leadMs = errorMs
      this.#hold = null
      this.#nowMs = wallMs
      this.#keptMs = wallMs
      this.#monoMs = this.#computer.monotonicMs()
    }
  }

  /** The clocks nobody has ended yet. */
  waiting(): Running[] {
    return [...this.clocks.values()].filter(({ answered, expired }) => !answered && !expired)
  }
}
