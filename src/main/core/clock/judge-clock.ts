import type { HoldReason } from '#shared/domain/clock.ts'
import { DAY_MS } from '#shared/domain/time.ts'

/**
 * Before this the application did not exist, and ten years later nobody can vouch for it. Computers whose battery is
 * dead wake up between 1970 and 2020, or at whatever year their firmware was built: a constant of the source tells
 * those apart, where the date of a build would make two builds of the same source behave differently.
 */
export const RELEASED_MS = Date.UTC(2026, 0, 1)
export const SUPPORTED_UNTIL_MS = Date.UTC(2036, 0, 1)

/** How far a clock may go back unnoticed: corrections of the network time lie far below. */
export const SMALL_STEP_MS = 5 * 60_000
/** Further back than this, and what was believed before was wrong. */
export const FAR_BACK_MS = DAY_MS
/** Longer than this nobody is away without being asked for the date. */
export const FAR_AHEAD_MS = 90 * DAY_MS
/** Nobody looks at a screen while a day goes by that the computer did not sleep through. */
export const JUMP_MS = DAY_MS

/** What is known when the clock is read. All in milliseconds; moments since 1970. */
export interface Witnesses {
  /** What the computer's clock says. */
  readonly wall: number
  /** The latest moment that was trusted; null before the very first start. */
  readonly highWater: number | null
  /** The last trusted reading plus what the monotonic clock has counted since; null for the first one of a process. */
  readonly expected: number | null
  /** A doubt nobody has answered yet. */
  readonly hold: HoldReason | null
  /** Whether this host would have told of a sleep at all; without that, every morning would look like a jump. */
  readonly reportsSuspends: boolean
  /** Whether it has told of one just now. */
  readonly suspended: boolean
  /** Whether somebody used the screens within the last minute. */
  readonly screenUsed: boolean
}

export interface Judgement {
  /** The moment to work with; never before the high water. */
  readonly now: number
  readonly hold: HoldReason | null
  /** The clock was moved back, and time is counted on from where it was. */
  readonly banner: 'moved-back' | null
}

/** Outside the years of this application; not asked again once a person has confirmed such a date. */
function outOfBounds({ wall, highWater }: Witnesses): HoldReason | null {
  if (wall < RELEASED_MS && (highWater === null || highWater >= RELEASED_MS)) return 'before-release'
  if (wall > SUPPORTED_UNTIL_MS && (highWater === null || highWater <= SUPPORTED_UNTIL_MS))
    return 'after-support'
  return null
}

function doubtOf(witnesses: Witnesses): HoldReason | null {
  const bounds = outOfBounds(witnesses)
  if (bounds) return bounds
  const { wall, expected, highWater } = witnesses
  const reference = expected ?? highWater
  if (reference === null) return null
  if (reference - wall > FAR_BACK_MS) return 'moved-back-far'
  if (wall - reference > FAR_AHEAD_MS) return 'leaped-forward'
  const jumped = expected !== null && wall - expected > JUMP_MS
  const awake = witnesses.reportsSuspends && !witnesses.suspended && witnesses.screenUsed
  return jumped && awake ? 'jumped-while-running' : null
}

/**
 * The decision table (PROMISES 7.5): which moment it is, and whether that may be doubted. Pure.
 *
 * While the clock is doubted, time is counted on from the last moment that was trusted, whatever the clock says: what is
 * recorded meanwhile must not carry a wrong year into the log, from which the next start would take it for the truth.
 */
export function judgeClock(witnesses: Witnesses): Judgement {
  const { wall, highWater, expected } = witnesses
  const reference = expected ?? highWater
  const hold = witnesses.hold ?? doubtOf(witnesses)
  const behind = reference === null ? 0 : reference - wall
  const banner = behind > SMALL_STEP_MS ? 'moved-back' : null
  const now = hold || banner ? (reference ?? RELEASED_MS) : Math.max(wall, highWater ?? wall)
  return { now, hold, banner }
}
