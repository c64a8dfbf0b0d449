import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineComponent, ref } from 'vue'
import { click, field, hasRole, press, role, wordsOf, write } from '../../testing/page.ts'
import ComboInput from './ComboInput.vue'

const submitted = vi.fn<() => void>()
const picked = vi.fn<(key: string) => void>()
const options = ref<{ key: string }[]>([])
const first = ref(false)
const pending = ref(false)
let inline = false

const Form = defineComponent({
  components: { ComboInput },
  setup: () => ({ text: ref(''), options, first, pending, inline, submitted, picked }),
  template: `
    <form @submit.prevent="submitted()">
      <ComboInput
        v-slot="{ option }"
        v-model="text"
        :options
        :inline
        :first
        :pending
        list-label="Found"
        aria-label="Name"
        @pick="({ key }) => picked(key)"
      >{{ option.key }}</ComboInput>
    </form>`,
})
let form: ReturnType<typeof open>
const open = (keys: string[], within = false) => {
  options.value = keys.map((key) => ({ key }))
  first.value = false
  pending.value = false
  inline = within
  return mount(Form, { attachTo: document.body })
}
beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn<() => void>()
  submitted.mockClear()
  picked.mockClear()
})
afterEach(() => form.unmount())

const line = () => field('Name')
const active = () => document.getElementById(line().getAttribute('aria-activedescendant') ?? '-')?.textContent

test('is closed until one types', async () => {
  form = open(['Ada', 'Ben'])
  expect([hasRole('listbox'), line().getAttribute('aria-expanded')]).toEqual([false, 'false'])
  await write(line(), 'a')
  expect(line().getAttribute('aria-expanded')).toBe('true')
  expect(line().getAttribute('aria-controls')).toBe(role('listbox', 'Found').id)
  expect(wordsOf('[role="option"]')).toEqual(['Ada', 'Ben'])
})

test.each([
  [['ArrowDown'], 'Ada'],
  [['ArrowDown', 'ArrowDown'], 'Ben'],
  [['ArrowDown', 'ArrowDown', 'ArrowDown'], 'Ada'],
  [['ArrowUp'], 'Ben'],
])('%j is at %s, and Enter picks it', async (keys, name) => {
  form = open(['Ada', 'Ben'])
  await write(line(), 'a')
  for (const key of keys) await press(line(), key)
  expect([active(), wordsOf('[aria-selected="true"]')]).toEqual([name, [name]])
  await press(line(), 'Enter')
  expect(picked.mock.calls).toEqual([[name]])
  expect(hasRole('listbox')).toBe(false)
})

test('Enter on nothing picks nothing and does not submit', async () => {
  form = open(['Ada'])
  await write(line(), 'a')
  const event = await press(line(), 'Enter')
  expect([event.defaultPrevented, picked.mock.calls, submitted.mock.calls]).toEqual([true, [], []])
})

test('Enter pressed while suggestions are still on their way picks as they come', async () => {
  form = open([])
  await write(line(), 'a')
  await press(line(), 'ArrowDown')
  await press(line(), 'Enter')
  options.value = [{ key: 'Ada' }]
  await form.vm.$nextTick()
  expect(picked.mock.calls).toEqual([['Ada']])
})

test('with the first one at hand, Enter picks it as soon as something is typed; the arrows go on from there', async () => {
  form = open(['Ada', 'Ben'], true)
  first.value = true
  await form.vm.$nextTick()
  expect(active()).toBeUndefined()
  await write(line(), 'a')
  expect(active()).toBe('Ada')
  await press(line(), 'Enter')
  await press(line(), 'ArrowDown')
  await press(line(), 'Enter')
  expect(picked.mock.calls).toEqual([['Ada'], ['Ben']])
})

test('what answers an older text is not picked: Enter waits for the answer to this one', async () => {
  form = open(['Adam'])
  first.value = true
  await write(line(), 'ada')
  pending.value = true
  await form.vm.$nextTick()
  await press(line(), 'Enter')
  expect(picked).not.toHaveBeenCalled()
  options.value = [{ key: 'Ada' }]
  pending.value = false
  await form.vm.$nextTick()
  expect(picked.mock.calls).toEqual([['Ada']])
})

test('where nothing can be picked, Enter is for whoever is around, but submits nothing', async () => {
  form = open([])
  const heard = vi.fn<() => void>()
  form.element.addEventListener('keydown', heard)
  await write(line(), 'a')
  const event = await press(line(), 'Enter')
  expect([event.defaultPrevented, heard.mock.calls.length, submitted.mock.calls]).toEqual([true, 1, []])
})

test('typing on forgets where one was', async () => {
  form = open(['Ada', 'Ben'])
  await write(line(), 'a')
  await press(line(), 'ArrowDown')
  await write(line(), 'ad')
  expect(active()).toBeUndefined()
  await press(line(), 'Enter')
  expect(picked).not.toHaveBeenCalled()
})

test('Escape closes and goes no further; closed, it is somebody else’s', async () => {
  form = open(['Ada'])
  await write(line(), 'a')
  const heard = vi.fn<() => void>()
  document.addEventListener('keydown', heard, { once: true })
  await press(line(), 'Escape')
  expect([hasRole('listbox'), line().value, heard.mock.calls]).toEqual([false, 'a', []])
  await press(line(), 'Escape')
  expect(heard).toHaveBeenCalledTimes(1)
})

test('what is part of the page is always there; Escape empties the line first', async () => {
  form = open(['Ada'], true)
  expect(wordsOf('[role="option"]')).toEqual(['Ada'])
  await write(line(), 'a')
  await press(line(), 'Escape')
  expect([line().value, hasRole('listbox')]).toEqual(['', true])
  expect((await press(line(), 'Escape')).defaultPrevented).toBe(false)
})

test('a word that is still being composed keeps its keys', async () => {
  form = open(['Ada'])
  await write(line(), 'a')
  await press(line(), 'ArrowDown')
  const event = await press(line(), 'Enter', { isComposing: true })
  expect([event.defaultPrevented, picked.mock.calls]).toEqual([false, []])
})

test('a click picks and leaves the focus in the line', async () => {
  form = open(['Ada', 'Ben'])
  line().focus()
  await write(line(), 'a')
  const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true })
  const option = document.querySelectorAll<HTMLElement>('[role="option"]')[1]!
  option.dispatchEvent(down)
  await click(option)
  expect([down.defaultPrevented, picked.mock.calls]).toEqual([true, [['Ben']]])
})

test('leaving the line closes the list', async () => {
  form = open(['Ada'])
  line().focus()
  await write(line(), 'a')
  line().blur()
  await form.vm.$nextTick()
  expect(hasRole('listbox')).toBe(false)
})

test('Enter before the answer waits for it, whatever is offered meanwhile', async () => {
  form = open(['new'], true)
  pending.value = true
  await write(line(), 'ledger')
  await press(line(), 'Enter')
  expect([picked.mock.calls, submitted.mock.calls]).toEqual([[], []])
  options.value = [{ key: 'Ledger' }, { key: 'new' }]
  first.value = true
  pending.value = false
  await form.vm.$nextTick()
  expect(picked.mock.calls).toEqual([['Ledger']])
})

test('Enter before an answer that has nothing to pick does nothing, then or later', async () => {
  form = open(['new'], true)
  pending.value = true
  await write(line(), 'ledger')
  await press(line(), 'Enter')
  pending.value = false
  await form.vm.$nextTick()
  first.value = true
  options.value = [{ key: 'Ledger' }]
  await form.vm.$nextTick()
  expect(picked.mock.calls).toEqual([])
})
