import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { CallError } from '../bridge/client.ts'
import { setUp } from '../testing/mount.ts'
import { useLoaded } from './load.ts'

/** Something whose every fetch is answered by hand. */
function loading() {
  const fetches: PromiseWithResolvers<string>[] = []
  const { result, unmount } = setUp(() =>
    useLoaded(() => {
      const fetch = Promise.withResolvers<string>()
      fetches.push(fetch)
      return fetch.promise
    }),
  )
  const shown = () => [result.state.value, result.data.value, result.error.value]
  return { fetches, loaded: result, unmount, shown }
}
const BUSY = new CallError({ code: 'BUSY', details: { what: 'database' } })
const BUSY_WORDS = 'Another program holds the data. Wait a moment and try again.'

test('it is fetched at once, and loading until it is there', async () => {
  const { fetches, shown } = loading()
  expect([fetches.length, shown()]).toEqual([1, ['loading', null, '']])
  fetches[0]!.resolve('a')
  await flushPromises()
  expect(shown()).toEqual(['ready', 'a', ''])
})

test('a failure has words; trying again gets over it', async () => {
  const { fetches, loaded, shown } = loading()
  fetches[0]!.reject(BUSY)
  await flushPromises()
  expect(shown()).toEqual(['error', null, BUSY_WORDS])
  const reloaded = loaded.reload()
  fetches[1]!.resolve('b')
  await reloaded
  expect(shown().slice(0, 2)).toEqual(['ready', 'b'])
})

test('a reload keeps what is shown until the new is there', async () => {
  const { fetches, loaded, shown } = loading()
  fetches[0]!.resolve('a')
  await flushPromises()
  const reloaded = loaded.reload()
  expect(shown()).toEqual(['ready', 'a', ''])
  fetches[1]!.resolve('b')
  await reloaded
  expect(shown()).toEqual(['ready', 'b', ''])
})

test.each([
  ['answer', (fetch: PromiseWithResolvers<string>) => fetch.resolve('old')],
  ['failure', (fetch: PromiseWithResolvers<string>) => fetch.reject(BUSY)],
])('an %s that comes after a newer request is dropped', async (_what, settle) => {
  const { fetches, loaded, shown } = loading()
  const reloaded = loaded.reload()
  fetches[1]!.resolve('new')
  await reloaded
  settle(fetches[0]!)
  await flushPromises()
  expect(shown()).toEqual(['ready', 'new', ''])
})

test.each([
  ['answer', (fetch: PromiseWithResolvers<string>) => fetch.resolve('late')],
  ['failure', (fetch: PromiseWithResolvers<string>) => fetch.reject(BUSY)],
])('an %s that comes after the screen is gone changes nothing', async (_what, settle) => {
  const { fetches, unmount, shown } = loading()
  unmount()
  settle(fetches[0]!)
  await flushPromises()
  expect(shown()).toEqual(['loading', null, ''])
})
