import { expect, test } from 'vitest'
import fc from 'fast-check'
import { HOLD_REASONS } from '#shared/domain/clock.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import { type Judgement, type Witnesses, judgeClock } from './judge-clock.ts'

const MINUTE_MS = 60_000
/** What was trusted last, and 40 seconds that have gone by since. */
const LAST = Date.UTC(2026, 10, 22, 9)
const SINCE_MS = 40_000
const EXPECTED = LAST + SINCE_MS

const starting = (wall: number, more: Partial<Witnesses> = {}): Witnesses => ({
  wall,
  highWater: LAST,
  expected: null,
  hold: null,
  reportsSuspends: true,
  suspended: false,
  screenUsed: false,
  ...more,
})
const running = (wall: number, more: Partial<Witnesses> = {}): Witnesses =>
  starting(wall, { expected: EXPECTED, screenUsed: true, ...more })

const fine = (now: number): Judgement => ({ now, hold: null, banner: null })
const movedBack = (now: number): Judgement => ({ now, hold: null, banner: 'moved-back' })

// PROMISES 7.5, line by line: what happened, what is known of it, what follows.
const TABLE: readonly (readonly [string, Witnesses, Judgement])[] = [
  // Slept or closed, hours to 90 days.
  ['the first start of all', starting(LAST, { highWater: null }), fine(LAST)],
  ['closed for an hour', starting(LAST + HOUR_MS), fine(LAST + HOUR_MS)],
  ['closed for 90 days', starting(LAST + 90 * DAY_MS), fine(LAST + 90 * DAY_MS)],
  ['awake, a moment later', running(EXPECTED + 3), fine(EXPECTED + 3)],
  [
    'slept for 90 days and said so',
    running(EXPECTED + 90 * DAY_MS, { suspended: true }),
    fine(EXPECTED + 90 * DAY_MS),
  ],
  [
    'slept for 90 days on a host that cannot say so',
    running(EXPECTED + 90 * DAY_MS, { reportsSuspends: false }),
    fine(EXPECTED + 90 * DAY_MS),
  ],
  // Back by up to five minutes: the high water stands.
  ['back by a second at start', starting(LAST - 1000), fine(LAST)],
  ['back by five minutes at start', starting(LAST - 5 * MINUTE_MS), fine(LAST)],
  ['back by five minutes while running', running(EXPECTED - 5 * MINUTE_MS), fine(LAST)],
  ['network time slews the clock', running(EXPECTED - 20), fine(EXPECTED - 20)],
  // Back by more: time goes on from where it was, with a banner.
  ['back by more than five minutes at start', starting(LAST - 5 * MINUTE_MS - 1), movedBack(LAST)],
  [
    'back by more than five minutes while running',
    running(EXPECTED - 5 * MINUTE_MS - 1),
    movedBack(EXPECTED),
  ],
  ['back by a day while running', running(EXPECTED - DAY_MS), movedBack(EXPECTED)],
  ['caught up again', running(EXPECTED + 1), fine(EXPECTED + 1)],
  // Back by more than a day: what was believed before was wrong.
  [
    'back by more than a day at start',
    starting(LAST - DAY_MS - 1),
    { now: LAST, hold: 'moved-back-far', banner: 'moved-back' },
  ],
  [
    'back by years while running',
    running(EXPECTED - 300 * DAY_MS),
    { now: EXPECTED, hold: 'moved-back-far', banner: 'moved-back' },
  ],
  // Forward by more than 90 days, or out of bounds.
  [
    'forward by more than 90 days at start',
    starting(LAST + 90 * DAY_MS + 1),
    { now: LAST, hold: 'leaped-forward', banner: null },
  ],
  [
    'forward by more than 90 days while running, sleep or no sleep',
    running(EXPECTED + 90 * DAY_MS + 1, { suspended: true, screenUsed: false }),
    { now: EXPECTED, hold: 'leaped-forward', banner: null },
  ],
  [
    'before the application existed',
    starting(Date.UTC(2025, 11, 31, 23, 59, 59, 999)),
    { now: LAST, hold: 'before-release', banner: 'moved-back' },
  ],
  [
    'before the application existed, on the first start',
    starting(Date.UTC(1970, 0, 1), { highWater: null }),
    { now: Date.UTC(2026, 0, 1), hold: 'before-release', banner: null },
  ],
  [
    'ten years on, on the first start',
    starting(Date.UTC(2036, 0, 1) + 1, { highWater: null }),
    { now: Date.UTC(2026, 0, 1), hold: 'after-support', banner: null },
  ],
  [
    'ten years on, after a night',
    starting(Date.UTC(2036, 0, 1) + 1, { highWater: Date.UTC(2035, 11, 31) }),
    { now: Date.UTC(2035, 11, 31), hold: 'after-support', banner: null },
  ],
  [
    'ten years on, and a person has said that this is right',
    starting(Date.UTC(2036, 3, 2), { highWater: Date.UTC(2036, 3, 1) }),
    fine(Date.UTC(2036, 3, 2)),
  ],
  [
    'long ago, and a person has said that this is right',
    starting(Date.UTC(2010, 3, 2), { highWater: Date.UTC(2010, 3, 1) }),
    fine(Date.UTC(2010, 3, 2)),
  ],
  // Forward by more than a day while running, with no sleep to explain it and somebody at the screen.
  ['forward by a day under somebody’s eyes', running(EXPECTED + DAY_MS), fine(EXPECTED + DAY_MS)],
  [
    'forward by more than a day under somebody’s eyes',
    running(EXPECTED + DAY_MS + 1),
    { now: EXPECTED, hold: 'jumped-while-running', banner: null },
  ],
  [
    'the same while nobody looked',
    running(EXPECTED + 2 * DAY_MS, { screenUsed: false }),
    fine(EXPECTED + 2 * DAY_MS),
  ],
  // Zones and daylight saving are no question of instants: nothing here knows them.
  // A doubt stays until somebody confirms the date, however right the clock looks by then.
  [
    'doubted, and now a minute later',
    running(EXPECTED + MINUTE_MS, { hold: 'leaped-forward' }),
    { now: EXPECTED, hold: 'leaped-forward', banner: null },
  ],
  [
    'doubted, and started anew',
    starting(LAST + DAY_MS, { hold: 'moved-back-far' }),
    { now: LAST, hold: 'moved-back-far', banner: null },
  ],
]

test.each(TABLE)('7.5: %s', (_what, witnesses, judgement) => {
  expect(judgeClock(witnesses)).toEqual(judgement)
})

test('every reason to doubt stands in the table', () => {
  const reasons = TABLE.flatMap(([, , { hold }]) => hold ?? [])
  expect([...new Set(reasons)].sort()).toEqual([...HOLD_REASONS].sort())
})

test('time never goes back, and runs ahead of the computer only by what the computer was set back', () => {
  const moment = fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) })
  const flags = fc.record({
    hold: fc.constantFrom(null, ...HOLD_REASONS),
    reportsSuspends: fc.boolean(),
    suspended: fc.boolean(),
    screenUsed: fc.boolean(),
  })
  const since = fc.option(fc.integer({ min: 0, max: 100 * DAY_MS }))
  fc.assert(
    fc.property(moment, moment, since, flags, (wall, highWater, sinceMs, more) => {
      const expected = sinceMs === null ? null : highWater + sinceMs
      const { now, hold } = judgeClock({ wall, highWater, expected, ...more })
      expect(now).toBeGreaterThanOrEqual(highWater)
      expect(now).toBeLessThanOrEqual(Math.max(wall, expected ?? highWater))
      if (more.hold) expect(hold).toBe(more.hold)
      if (hold) expect(now).toBe(expected ?? highWater)
    }),
  )
})
