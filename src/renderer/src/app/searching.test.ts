import { expect, test } from 'vitest'
import { CallError } from '../bridge/client.ts'
import { setUp } from '../testing/mount.ts'
import { useSearching } from './searching.ts'

const BUSY = new CallError({ code: 'BUSY', details: { what: 'database' } })

test('only the newest request is heard, however late the others answer', async () => {
  const { ask } = setUp(() => useSearching()).result
  const taken: string[] = []
  const late = Promise.withResolvers<string>()
  const first = ask(
    () => late.promise,
    (found) => taken.push(found),
  )
  await ask(
    () => Promise.resolve('new'),
    (found) => taken.push(found),
  )
  late.resolve('old')
  await first
  expect(taken).toEqual(['new'])
})

test('a failure is said until the next request goes through', async () => {
  const { ask, problem } = setUp(() => useSearching()).result
  await ask(
    () => Promise.reject(BUSY),
    () => undefined,
  )
  expect(problem.value).toBe('Another program holds the data. Wait a moment and try again.')
  await ask(
    () => Promise.resolve(1),
    () => undefined,
  )
  expect(problem.value).toBe('')
})

test('what is forgotten is neither taken nor said', async () => {
  const { ask, forget, problem } = setUp(() => useSearching()).result
  const late = Promise.withResolvers<string>()
  const asked = ask(
    () => late.promise,
    () => expect.unreachable(),
  )
  forget()
  late.reject(BUSY)
  await asked
  expect(problem.value).toBe('')
})
