import { expect, test } from 'vitest'
import { FakeClient } from '../testing/fake-client.ts'
import { setUp } from '../testing/mount.ts'
import { useApplication } from './application.store.ts'
import { goWhereLeft } from './go-where-left.ts'

/** Where the screens begin on a host of these capabilities. */
async function begunOn(capabilities: string[], address: string | null) {
  const client = new FakeClient().answer('host.last-screen', { address })
  const { result, router } = setUp(
    () => {
      const application = useApplication()
      application.info = { capabilities } as never
      return application
    },
    { client, path: '/today' },
  )
  await router.isReady()
  await goWhereLeft(result, client, router)
  return { client, path: router.currentRoute.value.fullPath }
}

test('in a window of its own, the first screen is the one that was left', async () => {
  expect((await begunOn(['window'], '/deals/inbound')).path).toBe('/deals/inbound')
})

test('a page that begins anew stays where it is', async () => {
  expect((await begunOn(['window'], null)).path).toBe('/today')
})

test('a browser knows itself where it was', async () => {
  const { client, path } = await begunOn(['browser-download'], '/deals/inbound')
  expect([client.calls, path]).toEqual([[], '/today'])
})
