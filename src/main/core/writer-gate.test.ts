import { beforeEach, expect, test } from 'vitest'
import { FakeTimers } from '../../../tests/support/application.ts'
import { PATIENCE_MS, WriterGate } from './writer-gate.ts'

let timers: FakeTimers
let gate: WriterGate
let order: string[]

beforeEach(() => {
  timers = new FakeTimers()
  gate = new WriterGate(timers)
  order = []
})

const noting = (what: string) => async () => void order.push(what)
const turn = () => timers.breathe()

test('with nobody holding it, work passes at once', async () => {
  expect(await gate.pass(async () => 7)).toBe(7)
  expect([gate.held, timers.running.size]).toEqual([false, 0])
})

test('a change waits for what holds the turn, and goes on after it', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const held = gate.hold(() => promise.then(noting('held')))
  const passed = gate.pass(noting('passed'))
  await turn()
  expect([order, gate.held, [...timers.running.values()]]).toEqual([[], true, [PATIENCE_MS]])
  resolve()
  await Promise.all([held, passed])
  expect([order, gate.held, timers.running.size]).toEqual([['held', 'passed'], false, 0])
})

test('a change that has waited too long is refused, and nothing of it happens', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const held = gate.hold(() => promise)
  const passed = gate.pass(noting('passed'))
  await turn()
  timers.fire()
  await expect(passed).rejects.toMatchObject({ code: 'BUSY', details: { what: 'import' } })
  resolve()
  await held
  expect([order, timers.running.size]).toEqual([[], 0])
})

test('the turn is given once everything that writes is through', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const first = gate.pass(() => promise.then(noting('first')))
  const held = gate.hold(noting('held'))
  const late = gate.pass(noting('late'))
  await turn()
  expect(order).toEqual([])
  resolve()
  await Promise.all([first, held, late])
  expect(order).toEqual(['first', 'held', 'late'])
})

test('work that fails gives the turn back', async () => {
  await expect(gate.hold(() => Promise.reject(new Error('full')))).rejects.toThrow('full')
  await expect(gate.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await gate.hold(noting('held'))
  expect(order).toEqual(['held'])
})
