import { beforeEach, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, addDays, addMs } from '#shared/domain/time.ts'
import { FakeClock } from '../../../../tests/support/application.ts'
import { TrustedClock } from './trusted-clock.ts'

const MINUTE_MS = 60_000
let port: FakeClock
let clock: TrustedClock

beforeEach(() => {
  port = new FakeClock()
  clock = new TrustedClock({ clock: port, reportsSuspends: true })
  clock.read()
})

/** A later run of the application, which starts with what this one remembers. */
function restarted(): TrustedClock {
  const next = new TrustedClock({ clock: port, reportsSuspends: true })
  next.remember(clock.memory)
  return next
}

test('as long as nothing happens it says what the computer says', () => {
  port.advance(3 * HOUR_MS)
  const now = port.now()
  expect(clock.read()).toEqual({ now, today: '2026-11-22', wall: now, hold: null, banner: null })
})

test('set back, it goes on by the monotonic clock, and the day is that of its own time', () => {
  const before = clock.read().now
  port.jump(-12 * HOUR_MS)
  port.advance(MINUTE_MS)
  expect(clock.read()).toMatchObject({
    now: addMs(before, MINUTE_MS),
    today: '2026-11-22',
    wall: port.now(),
    banner: 'moved-back',
  })
  expect(port.today()).toBe('2026-11-21')
  expect(restarted().read()).toMatchObject({ now: addMs(before, MINUTE_MS), banner: 'moved-back' })
})

test('set back by a little, it waits until the computer has caught up', () => {
  const before = clock.read().now
  port.jump(-2 * MINUTE_MS)
  expect(clock.read()).toMatchObject({ now: before, banner: null })
  port.advance(MINUTE_MS)
  expect(clock.read().now).toBe(before)
  port.advance(2 * MINUTE_MS)
  expect(clock.read().now).toBe(addMs(before, MINUTE_MS))
})

test('when the clock is put right again, the banner goes', () => {
  port.jump(-12 * HOUR_MS)
  clock.read()
  port.jump(12 * HOUR_MS)
  expect(clock.read()).toMatchObject({ now: port.now(), banner: null })
})

test('a doubt stands until the date is confirmed, in this run and the next', () => {
  const before = clock.read().now
  port.jump(400 * DAY_MS)
  const hold = { since: before, why: 'leaped-forward' }
  expect(clock.read()).toMatchObject({ now: before, hold })
  port.jump(-400 * DAY_MS)
  port.advance(HOUR_MS)
  expect(clock.read()).toMatchObject({ now: addMs(before, HOUR_MS), hold })
  const next = restarted()
  port.jump(DAY_MS)
  expect(next.read()).toMatchObject({ now: addMs(before, HOUR_MS), hold })
  next.confirm(port.now())
  expect(next.read()).toMatchObject({ now: port.now(), hold: null, banner: null })
})

test('confirmed earlier, it lowers what it remembers', () => {
  port.jump(-300 * DAY_MS)
  expect(clock.read().hold?.why).toBe('moved-back-far')
  clock.confirm(port.now())
  expect(clock.memory).toEqual({ highWater: port.now(), lastWall: port.now(), hold: null })
  expect(restarted().read()).toMatchObject({ now: port.now(), hold: null, banner: null })
})

test('a jump under somebody’s eyes is doubted', () => {
  clock.used()
  port.jump(2 * DAY_MS)
  expect(clock.read().hold?.why).toBe('jumped-while-running')
})

test('a jump a minute after the last use is not', () => {
  clock.used()
  port.advance(MINUTE_MS + 1)
  clock.read()
  port.jump(2 * DAY_MS)
  expect(clock.read()).toMatchObject({ now: port.now(), hold: null })
})

test('a sleep explains a jump, whichever is heard of first', () => {
  clock.used()
  port.jump(2 * DAY_MS)
  clock.woke()
  expect(clock.read()).toMatchObject({ now: port.now(), hold: null })
  port.advance(2 * MINUTE_MS)
  clock.used()
  clock.read()
  port.jump(2 * DAY_MS)
  expect(clock.read().hold?.why).toBe('jumped-while-running')
  port.advance(1000)
  clock.woke()
  expect(clock.read()).toMatchObject({ now: port.now(), hold: null })
})

test('a sleep heard of much later explains nothing, nor does any sleep a leap of years', () => {
  clock.used()
  port.jump(2 * DAY_MS)
  clock.read()
  port.advance(2 * MINUTE_MS)
  clock.woke()
  expect(clock.read().hold?.why).toBe('jumped-while-running')
  clock.confirm(port.now())
  port.jump(400 * DAY_MS)
  clock.read()
  clock.woke()
  expect(clock.read().hold?.why).toBe('leaped-forward')
})

test('it begins with the later of what is remembered and what the computer says', () => {
  const memory = clock.memory
  port.jump(-HOUR_MS)
  expect(restarted().read().now).toBe(memory.highWater)
  port.jump(30 * DAY_MS)
  expect(restarted().read().now).toBe(addDays(addMs(memory.highWater, -HOUR_MS), 30))
})
