import { expect, test, vi } from 'vitest'
import { parseCivilDate, parseInstant } from '#shared/domain/time.ts'
import { newId, systemClock, systemTimers } from './system-ports.ts'

test('the clock tells an instant and the day it is here', () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 22, 23, 59, 59, 999) })
  try {
    expect(systemClock.dayOf(systemClock.now())).toBe('2026-11-22')
    expect(parseInstant(systemClock.now())).toBe(systemClock.now())
    expect(Date.parse(systemClock.now())).toBe(Date.now())
    vi.setSystemTime(new Date(2026, 10, 23, 0, 0, 0, 0))
    const today = systemClock.dayOf(systemClock.now())
    expect([today, parseCivilDate(today)]).toEqual(['2026-11-23', today])
  } finally {
    vi.useRealTimers()
  }
})

test('the monotonic clock never goes back, whatever the other one does', () => {
  const readings = Array.from({ length: 1000 }, () => systemClock.monotonicMs())
  expect(readings).toEqual([...readings].sort((a, b) => a - b))
})

test('a timer calls back again and again until it is stopped', () => {
  vi.useFakeTimers()
  try {
    const called = vi.fn()
    const stop = systemTimers.every(60_000, called)
    vi.advanceTimersByTime(180_000)
    expect(called).toHaveBeenCalledTimes(3)
    stop()
    vi.advanceTimersByTime(180_000)
    expect(called).toHaveBeenCalledTimes(3)
  } finally {
    vi.useRealTimers()
  }
})

test('breathing lets waiting work have its turn', async () => {
  const order: string[] = []
  setImmediate(() => order.push('waiting'))
  await systemTimers.breathe()
  order.push('after')
  expect(order).toEqual(['waiting', 'after'])
})

test('ids are UUIDs of version 7, each later than the one before', () => {
  const ids = Array.from({ length: 1000 }, newId)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(1000)
})
