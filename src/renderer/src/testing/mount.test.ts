import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { useAppEvent, useClient } from '../bridge/provide.ts'
import { CallError } from '../bridge/client.ts'
import { useNow } from '../app/now.ts'
import { useOverlays } from '../app/overlays.ts'
import { useWords } from '../app/words/words.ts'
import { id } from './deals.ts'
import { FakeClient } from './fake-client.ts'
import { mountScreen, setUp, speak } from './mount.ts'

const Save = defineComponent({
  props: { name: { type: String, required: true } },
  emits: ['done'],
  setup(props, { emit }) {
    const { t } = useWords()
    return () => h('button', { onClick: () => emit('done') }, `${t('common.save')} ${props.name}`)
  },
})

test('a mounted component has its language, its properties and its events', async () => {
  const { wrapper, setProps, setLocale } = mountScreen(Save, { props: { name: 'A' } })
  expect(wrapper.text()).toBe('Save A')
  await setProps({ name: 'B' })
  await setLocale('zh-CN')
  expect(wrapper.text()).toBe('保存 B')
  await wrapper.trigger('click')
  expect(wrapper.emitted('done')).toHaveLength(1)
})

test('clock, overlays and router are there, at the time and address asked for', async () => {
  const { result, router, overlays } = setUp(() => ({ now: useNow(), overlays: useOverlays() }), {
    path: '/deals/inbound',
  })
  expect(Math.round(result.now.value / 1000)).toBe(Date.UTC(2026, 2, 2, 12) / 1000)
  result.overlays.open({ kind: 'import' })
  expect(overlays.current.value).toEqual({ kind: 'import' })
  await router.isReady()
  expect(router.currentRoute.value.params).toEqual({ tab: 'inbound' })
})

test('the fake client answers, fails, remembers and tells', async () => {
  const client = new FakeClient()
    .answer('sample.load', { deals: 60 })
    .fail('sample.clear', { code: 'BUSY', details: { what: 'x' } })
  const heard: unknown[] = []
  const { result, unmount } = setUp(
    () => {
      useAppEvent('deals.changed', ({ ids }) => heard.push(ids))
      return useClient()
    },
    { client },
  )
  expect(await result.call('sample.load', {})).toEqual({ deals: 60 })
  await expect(result.call('sample.clear', {})).rejects.toThrow(CallError)
  await expect(result.call('settings.get', {})).rejects.toThrow('no answer for settings.get')
  expect(client.calls.map(({ name }) => name)).toEqual(['sample.load', 'sample.clear', 'settings.get'])
  client.tell('deals.changed', { ids: [id(1)] })
  unmount()
  client.tell('deals.changed', { ids: [id(2)] })
  await flushPromises()
  expect(heard).toEqual([[id(1)]])
  expect(client.heardBy('deals.changed')).toBe(0)
})

test('words and formats come in the language asked for', () => {
  expect(speak('zh-CN').t('common.cancel')).toBe('取消')
  expect(speak('en').format.list(['a', 'b', 'c'])).toBe('a, b, and c')
})
