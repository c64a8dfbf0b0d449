import { expect, test } from 'vitest'
import type { AppEvent } from '#shared/ipc/events.ts'
import { Asks } from './asks.ts'

test('what is asked before the screens listen waits for them, once and in order', () => {
  const told: AppEvent[] = []
  const asks = new Asks((event) => told.push(event))
  asks.ask({ ask: 'new-deal' })
  asks.ask({ ask: 'go', to: '/settings' })
  expect(asks.ready()).toEqual({ asks: [{ ask: 'new-deal' }, { ask: 'go', to: '/settings' }] })
  expect(asks.ready()).toEqual({ asks: [] })
  expect(told).toEqual([])
  asks.ask({ ask: 'about' })
  expect(told).toEqual([{ name: 'host.asked', payload: { ask: 'about' } }])
})

test('screens that begin anew miss nothing', () => {
  const told: AppEvent[] = []
  const asks = new Asks((event) => told.push(event))
  asks.ready()
  asks.deaf()
  asks.ask({ ask: 'about' })
  expect([told, asks.ready()]).toEqual([[], { asks: [{ ask: 'about' }] }])
})

test('whether somebody listens is told whenever it changes, and only then', () => {
  const asks = new Asks(() => {})
  const heard: boolean[] = []
  asks.watch(() => heard.push(asks.hears))
  asks.deaf()
  asks.ready()
  asks.ready()
  asks.deaf()
  expect(heard).toEqual([true, false])
})

test('screens that are to leave are asked once, and have left when they say so or are gone', async () => {
  const told: AppEvent[] = []
  const asks = new Asks((event) => told.push(event))
  await asks.leave()
  expect(told).toEqual([])
  asks.ready()
  const left: string[] = []
  const waiting = ['window', 'quit'].map((who) => asks.leave().then(() => left.push(who)))
  await Promise.resolve()
  expect([told, left]).toEqual([[{ name: 'host.asked', payload: { ask: 'leave' } }], []])
  asks.left()
  await Promise.all(waiting)
  expect(left).toEqual(['window', 'quit'])
  const again = asks.leave()
  asks.deaf()
  await again
  expect(told).toHaveLength(2)
})

test('what is shown can be printed as long as its screens are there', () => {
  const asks = new Asks(() => {})
  const prints: boolean[] = []
  asks.watch(() => prints.push(asks.prints))
  asks.ready()
  asks.shows({ prints: true })
  asks.deaf()
  asks.ready()
  expect(prints).toEqual([false, true, false, false])
})
