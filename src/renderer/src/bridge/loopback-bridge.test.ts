import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AppEvent } from '#shared/ipc/events.ts'
import { LoopbackBridge } from './loopback-bridge.ts'

type Answer = { ok: boolean; status?: number; json?: () => Promise<unknown>; body?: ReadableStream }
const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Answer>>()
const saying = (value: unknown): Answer => ({ ok: true, json: async () => value })
const OK = saying({ ok: true, value: {} })
const REFUSED: Answer = { ok: false, status: 401 }
const host = (answers: Readonly<Record<string, Answer>>) =>
  fetched.mockImplementation(async (url) => {
    const answer = answers[url]
    if (!answer) throw new TypeError('fetch failed')
    return answer
  })
const requests = () => fetched.mock.calls.map(([url, { body }]) => [url, body])
const headersOf = (call: number) => fetched.mock.calls[call]![1].headers

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  sessionStorage.clear()
  location.hash = ''
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  fetched.mockReset()
})

/** A bridge whose token is known. */
async function opened(): Promise<LoopbackBridge> {
  sessionStorage.setItem('tandem-token', 'kept')
  host({ '/call': OK })
  const bridge = await LoopbackBridge.open()
  fetched.mockClear()
  return bridge!
}

test('the one-time code of the address becomes a token, and leaves the address', async () => {
  location.hash = '#code=once'
  host({ '/session': saying({ ok: true, value: { token: 'fresh' } }), '/call': OK })
  const bridge = await LoopbackBridge.open()
  expect(bridge?.headers()).toEqual({ Authorization: 'Bearer fresh' })
  expect(requests()).toEqual([
    ['/session', '{"code":"once"}'],
    ['/call', '{"name":"app.info","input":{}}'],
  ])
  expect([sessionStorage.getItem('tandem-token'), location.hash]).toEqual(['fresh', ''])
})

test('a reload goes on with the token of the tab', async () => {
  sessionStorage.setItem('tandem-token', 'kept')
  host({ '/call': OK })
  const bridge = await LoopbackBridge.open()
  expect(bridge?.headers()).toEqual({ Authorization: 'Bearer kept' })
  expect(headersOf(0)).toMatchObject({ Authorization: 'Bearer kept' })
})

test.each<[string, Answer]>([
  ['is not taken', REFUSED],
  ['was used before', saying({ ok: false, error: { code: 'NOT_FOUND', details: {} } })],
])('a code that %s falls back on the token of the tab', async (_what, session) => {
  sessionStorage.setItem('tandem-token', 'kept')
  location.hash = '#code=once'
  host({ '/session': session, '/call': OK })
  expect((await LoopbackBridge.open())?.headers()).toEqual({ Authorization: 'Bearer kept' })
})

test('a tab without code and token has no bridge, and asks nobody', async () => {
  expect(await LoopbackBridge.open()).toBeNull()
  expect(fetched).not.toHaveBeenCalled()
})

test('a token nobody knows any more is forgotten', async () => {
  sessionStorage.setItem('tandem-token', 'old')
  host({ '/call': REFUSED })
  expect(await LoopbackBridge.open()).toBeNull()
  expect(sessionStorage.getItem('tandem-token')).toBeNull()
})

test('a call carries name, input and token, and gives the envelope as it is', async () => {
  const bridge = await opened()
  const envelope = { ok: false, error: { code: 'BUSY', details: { what: 'database' } } }
  host({ '/call': saying(envelope) })
  expect(await bridge.call('deals.get', { dealId: '1' })).toEqual(envelope)
  expect(requests()).toEqual([['/call', '{"name":"deals.get","input":{"dealId":"1"}}']])
  expect(headersOf(0)).toEqual({ Authorization: 'Bearer kept', 'Content-Type': 'application/json' })
})

test.each<[string, Readonly<Record<string, Answer>>, string]>([
  ['is gone', {}, 'host-gone'],
  ['does not know us', { '/call': REFUSED }, 'host-401'],
])('a host that %s is an error of the envelope', async (_what, answers, reference) => {
  const bridge = await opened()
  host(answers)
  expect(await bridge.call('app.info', {})).toEqual({
    ok: false,
    error: { code: 'INTERNAL', details: { reference } },
  })
})

/** A stream of events a test writes to. */
function stream() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const answer: Answer = { ok: true, body: readable }
  return { answer, writer, write: (text: string) => writer.write(new TextEncoder().encode(text)) }
}
const EVENT = 'data: {"name":"clock.changed","payload":{}}\n\n'

test('events are heard however the stream is cut, and comments are not', async () => {
  const bridge = await opened()
  const { answer, writer } = stream()
  host({ '/events': answer })
  const heard: AppEvent[] = []
  const third = Promise.withResolvers<void>()
  bridge.subscribe((event) => {
    heard.push(event)
    if (heard.length === 3) third.resolve()
  })
  const changed = 'event: x\ndata: {"name":"deals.changed","payload":{"ids":["交易"]}}\n\n'
  const bytes = new TextEncoder().encode(`: still here\n\n${EVENT}${changed}${EVENT}`)
  for (let at = 0; at < bytes.length; at += 7) void writer.write(bytes.slice(at, at + 7))
  await third.promise
  expect(heard).toEqual([
    { name: 'clock.changed', payload: {} },
    { name: 'deals.changed', payload: { ids: ['交易'] } },
    { name: 'clock.changed', payload: {} },
  ])
  expect(headersOf(0)).toEqual({ Authorization: 'Bearer kept' })
})

test('all who subscribed hear over one stream; who stopped hears no more', async () => {
  const bridge = await opened()
  const { answer, write } = stream()
  host({ '/events': answer })
  const stopped = vi.fn()
  const heard = Promise.withResolvers<AppEvent>()
  const stop = bridge.subscribe(stopped)
  bridge.subscribe(heard.resolve)
  stop()
  void write(EVENT)
  expect(await heard.promise).toEqual({ name: 'clock.changed', payload: {} })
  expect([stopped.mock.calls, fetched.mock.calls.length]).toEqual([[], 1])
})

test('a stream that ends, a host that refuses and one that is gone are tried again', async () => {
  const bridge = await opened()
  vi.useFakeTimers()
  const [first, last] = [stream(), stream()]
  fetched.mockResolvedValueOnce(first.answer)
  fetched.mockResolvedValueOnce(REFUSED)
  fetched.mockRejectedValueOnce(new TypeError('fetch failed'))
  fetched.mockResolvedValueOnce(last.answer)
  const heard = Promise.withResolvers<AppEvent>()
  bridge.subscribe(heard.resolve)
  void first.writer.close()
  for (let second = 0; second < 4; second += 1) await vi.advanceTimersByTimeAsync(1000)
  expect(fetched).toHaveBeenCalledTimes(4)
  void last.write(EVENT)
  expect(await heard.promise).toEqual({ name: 'clock.changed', payload: {} })
})

test('a host that is gone while the code is exchanged leaves a tab without a session, not a blank page', async () => {
  location.hash = '#code=once'
  host({})
  expect(await LoopbackBridge.open()).toBeNull()
  expect(sessionStorage.getItem('tandem-token')).toBeNull()
})
