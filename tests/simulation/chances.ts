import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import type { Random } from '../support/random.ts'

const MINUTE_MS = 60_000
/** The truth at the start of a world: within the years of the application, with room for what follows. */
const FIRST = Date.UTC(2026, 1, 1)
const LAST = Date.UTC(2033, 0, 1)

/** Minutes from UTC where a computer may be taken: from Midway to Kiritimati, half and quarter hours among them. */
export const OFFSETS = [-660, -300, -210, 0, 60, 345, 480, 630, 765, 840]

export const aBeginning = (random: Random): number =>
  random.int(FIRST / MINUTE_MS, LAST / MINUTE_MS) * MINUTE_MS

/** A stretch of time in milliseconds: hours, a night, two weeks, a long leave, often just to the next deadline. */
export function aStretch(random: Random, nextMs: number | null): number {
  if (nextMs !== null && nextMs > 0 && nextMs < 60 * DAY_MS && random.percent(40)) {
    return Math.max(0, nextMs + random.pick([-1, 0, 1, random.int(-2 * HOUR_MS, 2 * HOUR_MS)]))
  }
  return random.weighted<number>([
    [4, random.int(1000, 8 * HOUR_MS)],
    [4, random.int(0, 3 * DAY_MS)],
    [3, random.int(0, 30 * DAY_MS)],
    [1, random.int(80 * DAY_MS, 100 * DAY_MS)],
    [1, 90 * DAY_MS + random.int(-1, 1)],
  ])
}

/** By how many milliseconds a clock is set wrong: minutes, hours, days, or years, and each limit to the millisecond. */
export const aLeap = (random: Random): number =>
  random.weighted<number>([
    [2, random.int(-5 * MINUTE_MS, 5 * MINUTE_MS)],
    [1, random.pick([-5, 5]) * MINUTE_MS + random.int(-1, 1)],
    [2, random.int(-DAY_MS, DAY_MS)],
    [1, random.pick([-1, 1]) * DAY_MS + random.int(-1, 1)],
    [3, random.int(-40 * DAY_MS, 90 * DAY_MS)],
    [1, 90 * DAY_MS + random.int(-1, 1)],
    [2, random.int(0, 5 * 365 * DAY_MS)],
    [1, random.int(-20 * 365 * DAY_MS, 0)],
  ])
