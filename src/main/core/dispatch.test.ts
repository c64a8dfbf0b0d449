import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { AppError, ERROR_CODES, type Envelope } from '#shared/errors.ts'
import { openApplication } from '../../../tests/support/open-application.ts'
import type { CommandContext } from './context.ts'
import { type DispatchDeps, createDispatch } from './dispatch.ts'
import type { Handlers } from './handlers.ts'
import type { LogEntry } from './ports.ts'

test.for([
  'no.such',
  '',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'deals',
  'DEALS.LIST',
  '\u0000',
])('there is no procedure %j', async (name) => {
  const app = await openApplication()
  const answer = await app.app.dispatch(name, {})
  expect(answer).toEqual({
    ok: false,
    error: { code: 'NOT_FOUND', details: { what: 'procedure', id: name } },
  })
})

test('a name of any length is answered with a short one', async () => {
  const app = await openApplication()
  const answer = await app.app.dispatch('x'.repeat(10_000), {})
  expect(JSON.stringify(answer).length).toBeLessThan(300)
})

const issuesOf = (answer: Envelope) =>
  answer.ok || answer.error.code !== 'INVALID_INPUT' ? [] : answer.error.details.issues
const referenceOf = (answer: Envelope) =>
  answer.ok || answer.error.code !== 'INTERNAL' ? null : answer.error.details.reference

test('an input that does not fit names every fault by its path, at most fifty', async () => {
  const app = await openApplication()
  const answer = await app.app.dispatch('deals.list', { tab: 'nowhere', limit: 0, extra: 1 })
  expect(
    issuesOf(answer)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['', 'limit', 'tab'])
  const many = await app.app.dispatch('deals.list', { tab: 'all', filters: { types: Array(500).fill('x') } })
  expect(issuesOf(many)).toHaveLength(50)
})

test.for([undefined, null, 'text', 7, [], [{}]])('%j is no input at all', async (input) => {
  const app = await openApplication()
  expect(await app.app.dispatch('app.info', input)).toMatchObject({ error: { code: 'INVALID_INPUT' } })
})

/** A dispatch whose handlers for settings are ours. */
function dispatchOf(get: () => Promise<unknown>, more: Partial<DispatchDeps> = {}) {
  const log: LogEntry[] = []
  const dispatch = createDispatch({
    handlers: { 'settings.get': get } as unknown as Handlers,
    beforeEach: () => Promise.resolve(),
    context: () => ({}) as CommandContext,
    newId: uuidv7,
    log: (entry) => log.push(entry),
    checkOutputs: false,
    ...more,
  })
  return { log, call: () => dispatch('settings.get', {}) }
}

test('what a handler throws by mistake is INTERNAL with a reference, and says nothing of itself', async () => {
  const { log, call } = dispatchOf(() => Promise.reject(new TypeError('secret of ana@kestrel.example')))
  const answer = await call()
  const reference = expect.stringMatching(/^[0-9a-f-]{36}$/) as string
  expect(answer).toEqual({ ok: false, error: { code: 'INTERNAL', details: { reference } } })
  expect(log).toMatchObject([
    { level: 'error', code: 'PROCEDURE_FAILED', name: 'settings.get', kind: 'TypeError', reference },
  ])
  expect(log[0]!['reference']).toBe(referenceOf(answer))
  expect(JSON.stringify([answer, log])).not.toMatch(/secret|kestrel/)
  expect(log[0]!['stack']).toContain('dispatch.test')
})

test.for<{ thrown: unknown }>([
  { thrown: 'text' },
  { thrown: null },
  { thrown: undefined },
  { thrown: { message: 'x' } },
])('throwing $thrown is answered too', async ({ thrown }) => {
  const { call } = dispatchOf(async () => {
    throw thrown
  })
  expect(await call()).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
})

test.for(ERROR_CODES)('an error of ours with %s goes through as it is', async (code) => {
  const error = new AppError(code, { what: 'x' })
  const { log, call } = dispatchOf(() => Promise.reject(error))
  expect(await call()).toEqual({ ok: false, error: { code, details: { what: 'x' } } })
  expect(log).toEqual([])
})

test('where outputs are checked, an answer that breaks the contract is INTERNAL', async () => {
  const wrong = { locale: 'xx', theme: 'dark', warnDaysBefore: [] }
  expect(await dispatchOf(() => Promise.resolve(wrong)).call()).toEqual({ ok: true, value: wrong })
  const checked = dispatchOf(() => Promise.resolve(wrong), { checkOutputs: true })
  expect(await checked.call()).toMatchObject({ error: { code: 'INTERNAL' } })
})
