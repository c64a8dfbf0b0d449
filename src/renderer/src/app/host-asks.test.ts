import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { ref } from 'vue'
import type { HostAsk } from '#shared/ipc/host-contract.ts'
import { FakeClient } from '../testing/fake-client.ts'
import { id } from '../testing/deals.ts'
import { setUp } from '../testing/mount.ts'
import { useApplication } from './application.store.ts'
import { useHostAsks } from './host-asks.ts'
import { beforeLeaving } from './last-words.ts'
import { usePrinting } from './printing.ts'
import { useOverlays } from './overlays.ts'
import { useUndo } from './undo.store.ts'

/** The screens on a host of these capabilities, for which `waiting` was asked before. */
async function screens(capabilities: string[], waiting: HostAsk[] = []) {
  const isReady = ref(false)
  const client = new FakeClient().answer('host.ready', { asks: waiting }).answer('host.take-back-typing', {})
  const stage = setUp(
    () => {
      useApplication().info = { capabilities } as never
      useHostAsks(() => isReady.value, useOverlays())
    },
    { client },
  )
  await flushPromises()
  return { ...stage, client, isReady }
}

test('what was asked before the screens were there is carried out once they are', async () => {
  const { client, router, isReady } = await screens(['window'], [{ ask: 'deal', dealId: id(7) }])
  expect(client.calls).toEqual([])
  isReady.value = true
  await flushPromises()
  expect(client.inputsOf('host.ready')).toHaveLength(1)
  expect(router.currentRoute.value.fullPath).toBe(`/deal/${id(7)}`)
})

test('a host without a window of its own is not asked', async () => {
  const { client, isReady } = await screens(['browser-download'])
  isReady.value = true
  await flushPromises()
  expect(client.calls).toEqual([])
})

test.for<[HostAsk, string]>([
  [{ ask: 'go', to: '/deals/inbound' }, '/deals/inbound'],
  [{ ask: 'new-deal' }, '/new'],
  [{ ask: 'about' }, '/settings#about'],
])('%j leads to its screen', async ([ask, address]) => {
  const { client, router } = await screens(['window'])
  client.tell('host.asked', ask)
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe(address)
})

test('a file opened with Tandem is brought to the import, after what is open now', async () => {
  const { client, overlays } = await screens(['window'])
  const file = { fileId: id<'file'>(9), name: 'deals.csv' }
  overlays.current.value = { kind: 'shortcuts' }
  client.tell('host.asked', { ask: 'import', file })
  client.tell('host.asked', { ask: 'import', file: null, refused: 'several' })
  await flushPromises()
  expect(overlays.current.value).toEqual({ kind: 'shortcuts' })
  overlays.current.value = null
  await flushPromises()
  expect(overlays.current.value).toEqual({ kind: 'import', brought: file })
  overlays.current.value = null
  await flushPromises()
  expect(overlays.current.value).toEqual({ kind: 'import', brought: { refused: 'several' } })
})

test.for<[HostAsk, string]>([
  [{ ask: 'import', file: null }, 'import'],
  [{ ask: 'palette' }, 'palette'],
  [{ ask: 'shortcuts' }, 'shortcuts'],
])('%j opens over the screen', async ([ask, kind]) => {
  const { client, overlays } = await screens(['window'])
  client.tell('host.asked', ask)
  await flushPromises()
  expect(overlays.current.value?.kind).toBe(kind)
})

test.each(['undo', 'redo'] as const)(
  '%s takes back what is typed in a field, and outside of one the last change',
  async (way) => {
    const { client } = await screens(['window'])
    const field = document.body.appendChild(document.createElement('input'))
    field.focus()
    client.tell('host.asked', { ask: way })
    expect(client.inputsOf('host.take-back-typing')).toEqual([{ way }])
    field.remove()
    client.tell('host.asked', { ask: way })
    await flushPromises()
    expect([client.inputsOf('host.take-back-typing').length, useUndo().shown?.text]).toEqual([
      1,
      way === 'undo'
        ? 'Nothing more to undo. Every change is in the deal’s timeline.'
        : 'Nothing to do again.',
    ])
  },
)

test('asked to leave, the screens save what they hold and say so then, even when a save fails', async () => {
  const { client } = await screens(['window'])
  client.answer('host.left', {})
  const saving = Promise.withResolvers<void>()
  const holder = setUp(() => {
    beforeLeaving(() => saving.promise)
    beforeLeaving(() => Promise.reject(new Error('broken')))
  })
  client.tell('host.asked', { ask: 'leave' })
  await flushPromises()
  expect(client.inputsOf('host.left')).toEqual([])
  saving.resolve()
  await flushPromises()
  expect(client.inputsOf('host.left')).toEqual([{}])
  holder.unmount()
  client.tell('host.asked', { ask: 'leave' })
  await flushPromises()
  expect(client.inputsOf('host.left')).toHaveLength(2)
})

test('the host is told when what is shown can be printed, and when it no longer can', async () => {
  const { client, isReady } = await screens(['window'])
  client.answer('host.screen', {})
  const screen = setUp(() => usePrinting({ print: () => {}, isOffered: () => true }))
  await flushPromises()
  expect(client.inputsOf('host.screen')).toEqual([])
  isReady.value = true
  await flushPromises()
  screen.unmount()
  await flushPromises()
  expect(client.inputsOf('host.screen')).toEqual([{ prints: true }, { prints: false }])
})
