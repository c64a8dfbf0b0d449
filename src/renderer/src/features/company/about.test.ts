import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { useApplication } from '../../app/application.store.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, pageWords, press, write } from '../../testing/page.ts'
import { info } from '../../testing/profile.ts'
import AboutSettings from './AboutSettings.vue'
import LicencesDialog from './LicencesDialog.vue'

const PARTS = [
  { name: 'Chromium', version: '', licence: 'see LICENSES.chromium.html', text: null },
  { name: 'echarts', version: '6.1.0', licence: 'Apache-2.0', text: 'Apache License, Version 2.0' },
  { name: 'vue', version: '3.5.45', licence: 'MIT', text: 'Permission is hereby granted' },
]
afterEach(() => vi.unstubAllGlobals())

test('tells the product, what it was built from and what it runs on', async () => {
  mountScreen(AboutSettings, { client: new FakeClient(), attach: true })
  useApplication().info = info()
  await flushPromises()
  expect(pageWords()).toContain('Version0.1.0Built from71d09f48dfRulebook2020-10Database schema1')
  expect(pageWords()).toContain('Runs onElectron 45.4.1 · Node.js 24.21.0')
})

test('a build of changed files says so, and one of no repository too', async () => {
  mountScreen(AboutSettings, { client: new FakeClient(), attach: true })
  useApplication().info = info({}, { commit: '71d09f48dffcd1c5ea7a41c560ad5ef51c8b2e3e-modified' })
  await flushPromises()
  expect(pageWords()).toContain('Built from71d09f48df-modifiedRulebook')
  useApplication().info = info({}, { commit: null, runtime: [] })
  await flushPromises()
  expect(pageWords()).toContain('Built fromnot recordedRulebook')
  expect(pageWords()).not.toContain('Runs on')
})

const field = (): HTMLInputElement => document.querySelector('input')!
const text = (): string => document.querySelector('[role=region]')?.textContent ?? ''

test('the list is searched by name and licence, the arrows go through it, and each shows its text', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(PARTS)))
  mountScreen(LicencesDialog, { client: new FakeClient(), attach: true })
  await flushPromises()
  expect(text()).toContain('LICENSES.chromium.html lies beside it')
  await press(field(), 'ArrowDown')
  expect(text()).toContain('Apache License, Version 2.0')
  await write(field(), 'mit vu')
  expect(document.querySelectorAll('[role=option]')).toHaveLength(1)
  expect(text()).toContain('Permission is hereby granted')
  await write(field(), 'nothing at all')
  expect(pageWords()).toContain('Nothing is called so.')
})

test('a list that is not there can be asked for again', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 404 })))
  mountScreen(LicencesDialog, { client: new FakeClient(), attach: true })
  await flushPromises()
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(PARTS)))
  await click(button('Try again'))
  await flushPromises()
  expect(pageWords()).toContain('3 parts')
})
