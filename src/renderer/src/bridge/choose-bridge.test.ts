import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Bridge } from '#shared/ipc/bridge.ts'
import { id } from '../testing/deals.ts'
import { chooseBridge } from './choose-bridge.ts'
import { LoopbackBridge } from './loopback-bridge.ts'

const fetched = vi.fn<(url: string, init: RequestInit) => Promise<unknown>>()
const answering = { ok: true, json: async () => ({ ok: true, value: {} }) }

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  sessionStorage.clear()
})
afterEach(() => {
  vi.unstubAllGlobals()
  fetched.mockReset()
})

/** The headers a host’s files are asked for with. */
async function fileHeaders(host: Awaited<ReturnType<typeof chooseBridge>>): Promise<unknown> {
  fetched.mockReset().mockResolvedValue({ ok: false, status: 404 })
  await host?.files.download(id(9), 'a.csv')
  return fetched.mock.calls[0]?.[1].headers
}

test('a window of its own brings its bridge, and its files need no token', async () => {
  const bridge: Bridge = { call: async () => ({ ok: true, value: {} }), subscribe: () => () => {} }
  vi.stubGlobal('tandem', bridge)
  sessionStorage.setItem('tandem-token', 'kept')
  const host = await chooseBridge()
  expect(host?.bridge).toBe(bridge)
  expect(fetched).not.toHaveBeenCalled()
  expect(await fileHeaders(host)).toEqual({})
})

test('a browser tab with a token talks to the host that served it, for files too', async () => {
  sessionStorage.setItem('tandem-token', 'kept')
  fetched.mockResolvedValue(answering)
  const host = await chooseBridge()
  expect(host?.bridge).toBeInstanceOf(LoopbackBridge)
  expect(await fileHeaders(host)).toEqual({ Authorization: 'Bearer kept' })
})

test('a browser tab that was never given a link has no host', async () => {
  expect(await chooseBridge()).toBeNull()
})
