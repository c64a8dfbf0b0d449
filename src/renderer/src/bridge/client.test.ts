import { reactive } from 'vue'
import { expect, test } from 'vitest'
import type { Envelope, Json } from '#shared/errors.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import { id } from '../testing/deals.ts'
import type { HostBridge } from './choose-bridge.ts'
import { CallError, createClient } from './client.ts'

const BUSY = { code: 'BUSY', details: { what: 'database' } } as const

/** A host that answers every call, and every upload, alike. */
function host(answer: Envelope) {
  const calls: [string, Json][] = []
  const listeners = new Set<(event: AppEvent) => void>()
  const bridge: HostBridge = {
    bridge: {
      call: async (name, input) => {
        calls.push([name, input])
        return answer
      },
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    files: {
      upload: async () => answer as never,
      download: async (fileId, name) => fileId === id(9) && name === 'deals.csv',
    },
  }
  const tell = (event: AppEvent) => listeners.forEach((listener) => listener(event))
  return { client: createClient(bridge), calls, listeners, tell }
}

test('a call gives the value of its envelope', async () => {
  const { client, calls } = host({ ok: true, value: { deals: 60 } })
  expect(await client.call('sample.load', {})).toEqual({ deals: 60 })
  expect(calls).toEqual([['sample.load', {}]])
})

test('an error of the envelope is thrown, its shape with it', async () => {
  const { client } = host({ ok: false, error: BUSY })
  const error: unknown = await client.call('sample.load', {}).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(CallError)
  expect(error).toMatchObject({ name: 'CallError', message: 'BUSY', shape: BUSY })
})

test('what crosses is plain: no proxies, nothing undefined', async () => {
  const { client, calls } = host({ ok: true, value: {} })
  const filters = reactive({ text: 'cold', campaignId: undefined })
  await client.call('deals.list', { tab: 'inbound', filters })
  expect(calls).toStrictEqual([['deals.list', { tab: 'inbound', filters: { text: 'cold' } }]])
  expect(() => structuredClone(calls[0]![1])).not.toThrow()
})

test('an event is heard by those who asked for its kind, until they stop', () => {
  const { client, tell, listeners } = host({ ok: true, value: {} })
  const heard: unknown[] = []
  const stop = client.on('deals.changed', ({ ids }) => heard.push(ids))
  tell({ name: 'deals.changed', payload: { ids: [id(1)] } })
  tell({ name: 'settings.changed', payload: {} })
  stop()
  tell({ name: 'deals.changed', payload: { ids: [id(2)] } })
  expect([heard, listeners.size]).toEqual([[[id(1)]], 0])
})

test('a file handed over gets an id; one refused throws why', async () => {
  const file = new File(['x'], 'deals.csv')
  expect(await host({ ok: true, value: { fileId: id(9) } }).client.upload(file)).toBe(id(9))
  await expect(host({ ok: false, error: BUSY }).client.upload(file)).rejects.toThrow(CallError)
})

test('a download says whether the file was still there', async () => {
  const { client } = host({ ok: true, value: {} })
  expect(await client.download(id(9), 'deals.csv')).toBe(true)
  expect(await client.download(id(8), 'deals.csv')).toBe(false)
})
