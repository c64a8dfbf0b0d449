import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { UPDATE_REFUSALS } from '#shared/domain/update-refusals.ts'
import type { Locale } from '#shared/domain/settings.ts'
import { PACKAGE_KINDS } from '#shared/ipc/host-contract/update.ts'
import { useApplication } from '../../app/application.store.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { mountScreen, speak } from '../../testing/mount.ts'
import { button, click, hasButton, hasRole, pageWords, role, wordsOf } from '../../testing/page.ts'
import { info } from '../../testing/profile.ts'
import AboutSettings from './AboutSettings.vue'

const UPDATE = {
  handle: '00000000-0000-4000-8000-000000000001',
  version: '0.2.0',
  notes: { en: 'Faster lists.', zh: '列表更快。' },
  bytes: 90_000_000,
  kind: 'exe' as const,
}

async function open(capabilities = ['update'], locale: Locale = 'en') {
  const client = new FakeClient()
    .answer('host.choose-update', { update: UPDATE })
    .answer('host.install-update', {})
  const stage = mountScreen(AboutSettings, { client, attach: true, locale })
  useApplication().info = info({}, { capabilities })
  await flushPromises()
  return { ...stage, client }
}
const choose = async () => {
  await click(button('Install an update from a file…'))
  await flushPromises()
}
const install = async () => {
  await click(button('Quit and install'))
  await flushPromises()
}

test('a host that takes no updates shows nothing of them', async () => {
  await open([])
  expect(hasButton('Install an update from a file…')).toBe(false)
})

test('a file that is taken says from which version to which, what is new and what happens', async () => {
  const { client } = await open()
  await choose()
  const dialog = role('dialog')
  expect(wordsOf('dd', dialog)).toEqual(['0.1.0', '0.2.0', '90 MB'])
  expect(pageWords(dialog)).toContain('Faster lists.')
  expect(pageWords(dialog)).toContain('Its installer starts')
  expect(document.activeElement?.textContent?.trim()).toBe('Cancel')
  await click(button('Cancel', dialog))
  expect(hasRole('dialog')).toBe(false)
  expect(client.inputsOf('host.install-update')).toEqual([])
})

test('what is new is told in the language of the screens, and nothing stands for nothing', async () => {
  const { client } = await open(['update'], 'zh-CN')
  await click(button('从文件安装更新…'))
  await flushPromises()
  expect(pageWords(role('dialog'))).toContain('列表更快。')
  await click(button('取消', role('dialog')))
  client.answer('host.choose-update', { update: { ...UPDATE, notes: { en: 'x', zh: '' } } })
  await click(button('从文件安装更新…'))
  await flushPromises()
  expect(pageWords(role('dialog'))).not.toContain('新增内容')
})

test('installing hands the handle over once, and nothing can be pressed until the end', async () => {
  const { client } = await open()
  await choose()
  await install()
  expect(client.inputsOf('host.install-update')).toEqual([{ handle: UPDATE.handle }])
  expect(button('Quit and install').disabled).toBe(true)
  expect(button('Cancel', role('dialog')).disabled).toBe(true)
})

test('work that is under way is waited for: the same file is installed then', async () => {
  const { client } = await open()
  client.answer('host.install-update', { refused: 'busy' })
  await choose()
  await install()
  expect(wordsOf('[role="alert"]')[0]).toContain('An import or export is running.')
  client.answer('host.install-update', {})
  await install()
  expect(client.inputsOf('host.install-update')).toHaveLength(2)
})

test('after any other refusal the file is to be chosen again', async () => {
  const { client } = await open()
  client.answer('host.install-update', { refused: 'damaged' })
  await choose()
  await install()
  expect(wordsOf('[role="alert"]')[0]).toContain('damaged or not complete')
  expect(hasButton('Quit and install')).toBe(false)
  await click(button('Choose a file…', role('dialog')))
  await flushPromises()
  expect(client.inputsOf('host.choose-update')).toHaveLength(2)
  client.fail('host.install-update', { code: 'NOT_FOUND', details: { what: 'handle', id: 'x' } })
  await install()
  expect(wordsOf('[role="alert"]')).toEqual(['This file was used already. Choose it again.'])
})

test('a file that is not taken is said why; one nobody chose is nothing', async () => {
  const { client } = await open()
  client.answer('host.choose-update', { refused: 'not-signed-by-us' })
  await choose()
  expect(wordsOf('[role="alert"]')[0]).toContain('not signed by the makers of Tandem')
  expect(hasRole('dialog')).toBe(false)
  client.answer('host.choose-update', { update: null })
  await choose()
  expect(wordsOf('[role="alert"]')).toEqual([])
})

test('every refusal and every kind of package has its own words', () => {
  for (const locale of ['en', 'zh-CN'] as const) {
    const { t } = speak(locale)
    const words = [
      ...UPDATE_REFUSALS.map((code) => t(`update.refused.${code}`)),
      ...PACKAGE_KINDS.map((kind) => t(`update.kinds.${kind}`)),
    ]
    expect(new Set(words).size).toBe(UPDATE_REFUSALS.length + PACKAGE_KINDS.length)
  }
})
