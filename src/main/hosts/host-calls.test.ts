import { expect, test } from 'vitest'
import { AppError, type Json } from '#shared/errors.ts'
import type { HostHandlers } from '#shared/ipc/host-contract.ts'
import type { LogEntry } from '../core/ports.ts'
import { createHostCalls } from './host-calls.ts'

const VERSIONS = { electron: '45', chromium: '156', node: '24', system: 'linux' }

/** Calls answered by the one handler of a test; every other is not expected. */
function callsOf(versions: () => unknown) {
  const logged: LogEntry[] = []
  const handlers = { 'host.versions': versions } as unknown as HostHandlers
  return { call: createHostCalls(handlers, (entry) => logged.push(entry)), logged }
}

test('a call comes back in the envelope of all calls', async () => {
  expect(await callsOf(() => VERSIONS).call('host.versions', {})).toEqual({ ok: true, value: VERSIONS })
})

test.for(['host.unknown', 'constructor', '__proto__', 'deals.get'])('%s is nobody’s', async (name) => {
  expect(await callsOf(() => VERSIONS).call(name, {})).toEqual({
    ok: false,
    error: { code: 'NOT_FOUND', details: { what: 'procedure', id: name } },
  })
})

// The last is a key that only a parser makes: an object that is written has it as its prototype.
test.for<Json>([null, [], 'x', { more: 1 }, JSON.parse('{"__proto__":{"more":1}}') as Json])(
  '%j is no input: the handler is not asked',
  async (input) => {
    let asked = false
    const { call } = callsOf(() => {
      asked = true
      return VERSIONS
    })
    expect(await call('host.versions', input)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    expect(asked).toBe(false)
  },
)

test('an error of ours keeps its shape; any other says nothing of itself, and is logged by name', async () => {
  const known = callsOf(() => {
    throw new AppError('BUSY', { what: 'dialog' })
  })
  expect(await known.call('host.versions', {})).toMatchObject({ ok: false, error: { code: 'BUSY' } })
  const unknown = callsOf(() => {
    throw new TypeError('/home/mara/secret')
  })
  const answer = await unknown.call('host.versions', {})
  expect(answer).toEqual({
    ok: false,
    error: { code: 'INTERNAL', details: { reference: 'host.versions' } },
  })
  expect(unknown.logged).toEqual([
    { level: 'error', code: 'HOST_PROCEDURE_FAILED', name: 'host.versions', kind: 'TypeError' },
  ])
})

test('what does not hold its own schema does not leave', async () => {
  const { call } = callsOf(() => ({ ...VERSIONS, path: '/home/mara' }))
  expect(await call('host.versions', {})).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
})
