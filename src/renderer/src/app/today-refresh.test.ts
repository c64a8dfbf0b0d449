import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { ref } from 'vue'
import { FakeClient } from '../testing/fake-client.ts'
import { setUp } from '../testing/mount.ts'
import { busyDay, quietDay } from '../testing/today.ts'
import { useTodayRefresh } from './today-refresh.ts'
import { useToday } from './today.store.ts'

const MINUTE = 60_000
afterEach(() => vi.restoreAllMocks())

async function refreshing() {
  const client = new FakeClient().answer('today.get', busyDay()).answer('today.visit', { since: null })
  const nowMs = ref(0)
  const stage = setUp(() => useTodayRefresh(() => nowMs.value), { client })
  await flushPromises()
  const asked = () => client.calls.map(({ name }) => name)
  const after = async (work: () => void) => {
    const before = client.calls.length
    work()
    await flushPromises()
    return asked().slice(before)
  }
  return { ...stage, client, nowMs, asked, after }
}
const hide = (hidden: boolean) =>
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(hidden ? 'hidden' : 'visible')

test('opening is a look, and the day is fetched after it', async () => {
  const { asked } = await refreshing()
  expect(asked()).toEqual(['today.visit', 'today.get'])
  expect(useToday().day?.needs).toBe(6)
})

test('every minute the day is fetched, every five somebody is said to look', async () => {
  const { nowMs, after } = await refreshing()
  expect(await after(() => (nowMs.value = MINUTE - 1))).toEqual([])
  expect(await after(() => (nowMs.value = MINUTE))).toEqual(['today.get'])
  expect(await after(() => (nowMs.value = 5 * MINUTE))).toContain('today.visit')
})

test('out of sight nobody looks; coming back is a look', async () => {
  const { nowMs, after } = await refreshing()
  hide(true)
  expect(await after(() => (nowMs.value = 10 * MINUTE))).toEqual([])
  expect(await after(() => document.dispatchEvent(new Event('visibilitychange')))).toEqual([])
  hide(false)
  expect(await after(() => document.dispatchEvent(new Event('visibilitychange')))).toEqual([
    'today.visit',
    'today.get',
  ])
})

test.each(['deals.changed', 'notifications.changed', 'directory.changed', 'clock.changed'] as const)(
  'news of %s brings the day anew',
  async (name) => {
    const { client, after } = await refreshing()
    expect(await after(() => client.tell(name, { ids: [] }))).toEqual(['today.get'])
  },
)

test('a look that fails keeps nobody from the day', async () => {
  const { client, after, nowMs } = await refreshing()
  client.fail('today.visit', { code: 'BUSY', details: { what: 'database' } })
  expect(await after(() => (nowMs.value = 5 * MINUTE))).toContain('today.get')
  expect(useToday().failure).toBeNull()
})

test('left, it is silent', async () => {
  const { unmount, client, after } = await refreshing()
  unmount()
  expect(await after(() => client.tell('deals.changed', { ids: [] }))).toEqual([])
  expect(await after(() => document.dispatchEvent(new Event('visibilitychange')))).toEqual([])
})

test('an answer that a newer request overtook is dropped, a failure kept until the next answer', async () => {
  const { client } = await refreshing()
  const today = useToday()
  let late!: (day: ReturnType<typeof quietDay>) => void
  client.answer('today.get', () => new Promise((resolve) => (late = resolve)))
  const slow = today.load()
  client.answer('today.get', busyDay({ needs: 7 }))
  await today.load()
  late(quietDay())
  await slow
  expect(today.day?.needs).toBe(7)
  client.fail('today.get', { code: 'BUSY', details: { what: 'database' } })
  await today.load()
  expect([today.failure === null, today.day?.needs]).toEqual([false, 7])
  client.answer('today.get', quietDay())
  await today.load()
  expect([today.failure, today.day?.needs]).toEqual([null, 0])
})
