import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '#shared/domain/settings.ts'
import { useSpoken } from '../../app/announcer.ts'
import { useApplication } from '../../app/application.store.ts'
import { useSettings } from '../../app/settings.store.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, pageWords, wordsOf } from '../../testing/page.ts'
import { info } from '../../testing/profile.ts'
import DesktopSettings from './DesktopSettings.vue'

const ALL = ['login', 'background', 'toasts']

async function open(capabilities = ALL, over: Partial<Settings> = {}) {
  const stored = { ...DEFAULT_SETTINGS, ...over, warnDaysBefore: [7] }
  const client = new FakeClient()
    .answer('host.desk', { openAtLogin: true })
    .answer('host.set-desk', (wanted) => wanted)
    .answer('host.test-notification', { shown: true })
    .answer('settings.save', (changes) => ({ ...stored, ...changes }))
  const stage = mountScreen(DesktopSettings, { client, attach: true, props: {} })
  useApplication().info = info({}, { capabilities })
  useSettings().settings = stored
  await flushPromises()
  return { ...stage, client }
}
const box = (words: string) =>
  [...document.querySelectorAll('label')]
    .find((label) => label.textContent?.trim() === words)!
    .querySelector('input')!
const login = () => box('Open when you log in')

test('a host without a desk has no such section', async () => {
  await open(['browser-download'])
  expect(document.querySelector('section')).toBeNull()
})

test.for([
  ['login', 'Open when you log in'],
  ['background', 'Keep running when the window is closed'],
  ['toasts', 'Show system notifications'],
])('with %s alone it offers that alone', async ([capability, words]) => {
  await open([capability!])
  expect(wordsOf('label')).toEqual([words])
})

test('each choice says what it means to whoever cannot see the line below it', async () => {
  await open()
  const hints = [...document.querySelectorAll('input')].map(
    (input) => document.getElementById(input.getAttribute('aria-describedby')!)?.textContent,
  )
  expect(hints).toEqual([
    'Starts without a window, so that warnings come in time.',
    'Its icon stays beside the clock. Quit it from there.',
    'What came in, runs out or was answered. Never a name.',
  ])
})

test('what the system answers is what is shown', async () => {
  const { client } = await open()
  expect(login().checked).toBe(true)
  await click(login())
  await flushPromises()
  expect(client.inputsOf('host.set-desk')).toEqual([{ openAtLogin: false }])
  expect(login().checked).toBe(false)
  expect(useSpoken().value.trim()).toBe('Saved')
})

test('a system that refuses is named, and the box says what holds', async () => {
  const { client } = await open()
  client.answer('host.set-desk', { openAtLogin: true })
  await click(login())
  await flushPromises()
  expect(login().checked).toBe(true)
  expect(pageWords()).toContain('The system did not change this.')
})

test('a failure takes it back and is said', async () => {
  const { client } = await open()
  client.fail('host.set-desk', { code: 'INTERNAL', details: { reference: 'host.set-desk' } })
  await click(login())
  await flushPromises()
  expect(login().checked).toBe(true)
  expect(wordsOf('[role="alert"]')).toHaveLength(1)
})

test('staying and messages are settings of the application', async () => {
  const { client } = await open()
  await click(box('Keep running when the window is closed'))
  await click(box('Show system notifications'))
  await flushPromises()
  expect(client.inputsOf('settings.save')).toEqual([{ background: true }, { toasts: false }])
})

test('a message to look at is asked for, unless there are to be none', async () => {
  const { client } = await open()
  await click(button('Show a test notification'))
  await flushPromises()
  expect(pageWords()).toContain('Sent to the system.')
  client.answer('host.test-notification', { shown: false })
  await click(button('Show a test notification'))
  await flushPromises()
  expect(pageWords()).toContain('This system shows no notifications now.')
  await click(box('Show system notifications'))
  await flushPromises()
  expect(pageWords()).not.toContain('Show a test notification')
})
