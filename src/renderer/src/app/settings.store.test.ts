import { afterEach, expect, test, vi } from 'vitest'
import type { Settings } from '#shared/domain/settings.ts'
import { FakeClient } from '../testing/fake-client.ts'
import { setUp } from '../testing/mount.ts'
import { useSettings } from './settings.store.ts'

const SAVED: Settings & { warnDaysBefore: number[] } = {
  locale: 'zh-CN',
  theme: 'dark',
  warnDaysBefore: [5],
  toasts: true,
  background: false,
}
const settings = (client = new FakeClient()) => setUp(() => useSettings(), { client }).result
const speaking = (...languages: string[]) =>
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)
afterEach(() => void vi.restoreAllMocks())

test.each([
  [['de-DE', 'zh-CN'], 'zh-CN'],
  [['de-DE'], 'en'],
])('before anything was chosen, a system speaking %j decides: %s', (languages, locale) => {
  speaking(...languages)
  expect(settings().locale).toBe(locale)
})

test('what a person chose wins over the system', async () => {
  speaking('en-US')
  const store = settings(new FakeClient().answer('settings.get', SAVED))
  await store.load()
  expect([store.locale, store.settings]).toEqual(['zh-CN', SAVED])
})

test('a choice shows at once, and then what main kept of it', async () => {
  speaking('en-US')
  const kept = Promise.withResolvers<typeof SAVED>()
  const client = new FakeClient().answer('settings.save', () => kept.promise)
  const store = settings(client)
  const saved = store.save({ locale: 'zh-CN' })
  expect([store.locale, store.settings.theme]).toEqual(['zh-CN', 'system'])
  kept.resolve(SAVED)
  await saved
  expect(store.settings).toEqual(SAVED)
  expect(client.inputsOf('settings.save')).toEqual([{ locale: 'zh-CN' }])
})

test('a choice that could not be kept is taken back', async () => {
  speaking('en-US')
  const client = new FakeClient().fail('settings.save', { code: 'READ_ONLY', details: { why: 'full' } })
  const store = settings(client)
  await expect(store.save({ theme: 'dark' })).rejects.toThrow()
  expect(store.settings.theme).toBe('system')
})
