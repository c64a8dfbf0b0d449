import { mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { id } from '../testing/deals.ts'
import { setUp } from '../testing/mount.ts'
import { useNow } from './now.ts'
import { useOverlays } from './overlays.ts'
import { useClient } from '../bridge/provide.ts'

test('one overlay at a time, opened and closed from anywhere', () => {
  const { result, overlays } = setUp(() => useOverlays())
  expect(overlays.current.value).toBeNull()
  result.open({ kind: 'import' })
  result.open({ kind: 'export', selection: { ids: [id(1)] }, count: 1 })
  expect(overlays.current.value).toEqual({ kind: 'export', selection: { ids: [id(1)] }, count: 1 })
  result.close()
  expect(overlays.current.value).toBeNull()
})

test.each([
  ['overlays', useOverlays, 'no overlays were provided'],
  ['a clock', useNow, 'no clock was provided'],
  ['a client', useClient, 'no client was provided'],
])('outside the shell there is no %s, and it says so', (_what, use, message) => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const User = { setup: () => (use(), () => null) }
  expect(() => mount(User)).toThrow(message)
  vi.restoreAllMocks()
})
