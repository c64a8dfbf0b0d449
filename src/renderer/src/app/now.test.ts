import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { at } from '../testing/deals.ts'
import { setUp } from '../testing/mount.ts'
import { useInstant, useNow } from './now.ts'

const LOCAL = Date.UTC(2026, 2, 2, 12)
beforeEach(() => void vi.useFakeTimers({ now: LOCAL }))
afterEach(() => void vi.useRealTimers())

const clock = () =>
  setUp(() => ({ ms: useNow(), instant: useInstant() }), { now: at('2026-03-02T12:00:00.000Z') })

test('the clock of the screens ticks every fifteen seconds', () => {
  const { ms } = clock().result
  vi.advanceTimersByTime(14_999)
  expect(ms.value).toBe(LOCAL)
  vi.advanceTimersByTime(1)
  expect(ms.value).toBe(LOCAL + 15_000)
})

test('main says what time it is; this page only carries it on', () => {
  const { result, now } = clock()
  now.set(at('2026-03-05T08:00:00.000Z'))
  expect(result.instant.value).toBe('2026-03-05T08:00:00.000Z')
  vi.advanceTimersByTime(30_000)
  expect(result.instant.value).toBe('2026-03-05T08:00:30.000Z')
})

test('an answer between two ticks is exact', () => {
  const { result, now } = clock()
  vi.advanceTimersByTime(7000)
  now.set(at('2026-03-02T12:00:07.000Z'))
  expect(result.instant.value).toBe('2026-03-02T12:00:07.000Z')
  vi.advanceTimersByTime(8000)
  expect(result.instant.value).toBe('2026-03-02T12:00:15.000Z')
})

test('the clock stops with its screens', () => {
  const { unmount } = clock()
  expect(vi.getTimerCount()).toBe(1)
  unmount()
  expect(vi.getTimerCount()).toBe(0)
})
