import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { expect, test } from '@playwright/test'
import { CALL_CHANNEL, EVENT_CHANNEL } from '#shared/ipc/channels.ts'
import { OUT } from './support/built-graph.ts'

type Heard = (event: unknown, payload: unknown) => void
interface Exposed {
  readonly call: (...args: readonly unknown[]) => unknown
  readonly subscribe: (...args: readonly unknown[]) => () => unknown
}

/** Runs the built preload in a realm of its own, on an Electron that writes down what is asked of it. */
function runPreload() {
  const required: string[] = []
  const exposed: (readonly [name: string, api: Exposed])[] = []
  const invoked: (readonly unknown[])[] = []
  const otherwise: string[] = []
  const listeners: { readonly channel: string; readonly heard: Heard }[] = []
  const given = {
    invoke: (...args: readonly unknown[]) => {
      invoked.push(args)
      return Promise.resolve('answer')
    },
    on: (channel: string, heard: Heard) => {
      listeners.push({ channel, heard })
      return ipcRenderer
    },
    removeListener: (channel: string, heard: Heard) => {
      const index = listeners.findIndex((each) => each.channel === channel && each.heard === heard)
      if (index >= 0) listeners.splice(index, 1)
      return ipcRenderer
    },
  }
  /** Whatever else of Electron is touched stands in `otherwise`. */
  const watched = <T extends object>(name: string, part: T): T =>
    new Proxy(part, {
      get: (target, key, receiver) => {
        if (!(key in target)) otherwise.push(`${name}.${String(key)}`)
        return Reflect.get(target, key, receiver) as unknown
      },
    })
  const ipcRenderer = watched('ipcRenderer', given)
  const contextBridge = watched('contextBridge', {
    exposeInMainWorld: (name: string, api: Exposed) => void exposed.push([name, api]),
  })
  const electron = watched('electron', { contextBridge, ipcRenderer })
  const realm = createContext({})
  const load = (name: string) => {
    required.push(name)
    if (name !== 'electron') throw new Error(`a sandboxed preload has no module ${name}`)
    return electron
  }
  // Electron gives a sandboxed preload its `require` as the argument of a function around it, too.
  const preload = readFileSync(join(OUT, 'preload/preload.cjs'), 'utf8')
  const around = runInContext(`(function (require) {\n${preload}\n})`, realm) as (require: unknown) => void
  around(load)
  const globals = runInContext('Object.keys(globalThis)', realm) as string[]
  const ofElectron = new Set<unknown>([load, electron, ipcRenderer, contextBridge, ...Object.values(given)])
  return { required, exposed, invoked, otherwise, listeners, globals, realm, ofElectron }
}

/** Everything that can be reached from a value by its properties and prototypes, symbols and hidden ones too. */
function reachableFrom(value: unknown): Set<unknown> {
  const seen = new Set<unknown>()
  const waiting = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if ((typeof next !== 'object' && typeof next !== 'function') || next === null || seen.has(next)) continue
    seen.add(next)
    waiting.push(Object.getPrototypeOf(next))
    for (const key of Reflect.ownKeys(next)) {
      waiting.push(...Object.values(Reflect.getOwnPropertyDescriptor(next, key)!))
    }
  }
  return seen
}

test('the preload needs Electron alone, exposes one name once, and leaves no global behind', () => {
  const { required, exposed, invoked, listeners, otherwise, globals } = runPreload()
  expect(required).toEqual(['electron'])
  expect(exposed.map(([name]) => name)).toEqual(['tandem'])
  expect(globals).toEqual([])
  // Nothing is asked or heard before a page wants it.
  expect([invoked, listeners, otherwise]).toEqual([[], [], []])
})

test('what it exposes is frozen, is call and subscribe, and leads to nothing of Electron', () => {
  const { exposed, ofElectron, realm } = runPreload()
  const api = exposed[0]![1]
  expect(Reflect.ownKeys(api).sort()).toEqual(['call', 'subscribe'])
  expect(Object.isFrozen(api)).toBe(true)
  const plain = runInContext('[Object.prototype, Function.prototype, Function]', realm) as unknown[]
  expect(Object.getPrototypeOf(api)).toBe(plain[0])
  for (const each of Object.values(api) as unknown as (() => unknown)[]) {
    expect(typeof each).toBe('function')
    expect(Object.getPrototypeOf(each)).toBe(plain[1])
    // An arrow has no prototype of its own, and cannot be constructed.
    expect(Reflect.ownKeys(each).sort()).toEqual(['length', 'name'])
    expect(() => Reflect.construct(each, [])).toThrow()
  }
  const reachable = reachableFrom(api)
  expect(reachable.has(api.call)).toBe(true)
  expect([...reachable].filter((each) => ofElectron.has(each))).toEqual([])
  // The walk itself finds what is hidden well.
  const hidden = Object.create(Object.defineProperty({}, Symbol('deep'), { get: () => 0 })) as object
  const [found] = ofElectron
  Object.defineProperty(Object.getPrototypeOf(hidden), 'far', { value: { within: [found] } })
  expect(reachableFrom(hidden).has(found)).toBe(true)
})

test('a call goes to the one channel, with a name and an input and nothing besides', async () => {
  const { exposed, invoked, otherwise } = runPreload()
  const { call } = exposed[0]![1]
  expect(await call('deals.list', { limit: 1 })).toBe('answer')
  await call('deals.list', {}, 'tandem:other', { more: true })
  await call('tandem:other')
  await call.apply({ channel: 'tandem:other' }, ['profile.get', {}])
  expect(invoked).toEqual([
    [CALL_CHANNEL, 'deals.list', { limit: 1 }],
    [CALL_CHANNEL, 'deals.list', {}],
    [CALL_CHANNEL, 'tandem:other', undefined],
    [CALL_CHANNEL, 'profile.get', {}],
  ])
  expect(otherwise).toEqual([])
})

test('who subscribes hears what is told, never Electron’s event, and stops hearing alone', () => {
  const { exposed, listeners, ofElectron, otherwise } = runPreload()
  const { subscribe } = exposed[0]![1]
  const sender = { ports: [], sender: 'ipcRenderer' }
  const heard: (readonly [who: string, args: readonly unknown[], self: unknown])[] = []
  const listen = (who: string) =>
    function (this: unknown, ...args: readonly unknown[]) {
      heard.push([who, args, this])
    }
  const [one, other] = [listen('one'), listen('other')]
  const stops = [subscribe(one), subscribe(other), subscribe(one)]
  expect(listeners.map(({ channel }) => channel)).toEqual([EVENT_CHANNEL, EVENT_CHANNEL, EVENT_CHANNEL])
  const tell = (payload: unknown) => {
    for (const { heard: hear } of [...listeners]) hear(sender, payload)
  }
  const payload = { kind: 'deals-changed' }
  tell(payload)
  expect(heard.map(([who, args]) => [who, args])).toEqual([
    ['one', [payload]],
    ['other', [payload]],
    ['one', [payload]],
  ])
  expect(heard.every(([, , self]) => !ofElectron.has(self) && self !== sender)).toBe(true)
  for (const stop of stops) {
    expect(Reflect.ownKeys(stop).sort()).toEqual(['length', 'name'])
    expect([...reachableFrom(stop)].filter((each) => ofElectron.has(each))).toEqual([])
  }

  const hears = listeners.map((each) => each.heard)
  // What ending gives back is nothing: Electron's `removeListener` gives the emitter.
  expect(stops[0]!()).toBeUndefined()
  expect(listeners.map((each) => each.heard)).toEqual([hears[1], hears[2]])
  stops[0]!()
  expect(listeners).toHaveLength(2)
  heard.length = 0
  tell(payload)
  expect(heard.map(([who]) => who)).toEqual(['other', 'one'])
  stops[1]!()
  stops[2]!()
  expect([listeners, otherwise]).toEqual([[], []])
})

test('nothing a page passes takes the place of a channel', () => {
  const { exposed, listeners, invoked } = runPreload()
  const { call, subscribe } = exposed[0]![1]
  expect(() => {
    'use strict'
    Object.assign(exposed[0]![1], { call: () => 'mine' })
  }).toThrow()
  subscribe(() => {}, 'tandem:other')
  void call(['tandem:other'], null)
  expect(listeners.map(({ channel }) => channel)).toEqual([EVENT_CHANNEL])
  expect(invoked.map(([channel]) => channel)).toEqual([CALL_CHANNEL])
})
