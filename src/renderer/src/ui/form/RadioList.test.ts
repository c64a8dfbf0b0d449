import { mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { press, role, wordsOf } from '../../testing/page.ts'
import RadioList from './RadioList.vue'

const REASONS = [
  { value: 'budget', label: 'Budget' },
  { value: 'timeline', label: 'Timeline', note: 'Too short' },
]
const open = (modelValue: string | null, more: { numbered?: boolean; invalid?: boolean } = {}) =>
  mount(RadioList<string>, {
    props: { modelValue, options: REASONS, label: 'Reason', ...more },
    attachTo: document.body,
  })
let list: ReturnType<typeof open>
afterEach(() => list.unmount())

const told = () => list.emitted('update:modelValue')
const checked = () => wordsOf('[role="radio"][aria-checked="true"]')

test('shows every choice with its note, none chosen', () => {
  list = open(null)
  expect(role('radiogroup', 'Reason').getAttribute('aria-invalid')).toBeNull()
  expect(wordsOf('[role="radio"]')).toEqual(['Budget', 'Timeline Too short'])
  expect(checked()).toEqual([])
})

test('a click chooses', async () => {
  list = open('budget')
  role('radio', 'Timeline Too short').click()
  expect(told()).toEqual([['timeline']])
  await list.setProps({ modelValue: 'timeline' })
  expect(checked()).toEqual(['Timeline Too short'])
})

test('with numbers, the number keys choose', async () => {
  list = open(null, { numbered: true })
  expect(wordsOf('kbd')).toEqual(['1', '2'])
  const event = await press(role('radiogroup'), '2')
  expect(document.activeElement).toBe(role('radio', 'Timeline Too short2'))
  expect(list.emitted('settle')).toEqual([['timeline']])
  expect(told()).toEqual([['timeline']])
  expect(event.defaultPrevented).toBe(true)
})

test.each([
  ['a number beyond the last', '3', {}, true],
  ['a letter', 'b', {}, true],
  ['a shortcut of the application', '2', { ctrlKey: true }, true],
  ['a number where there are none', '2', {}, false],
])('%s chooses nothing and is left alone', async (_what, key, more, numbered) => {
  list = open(null, { numbered })
  const event = await press(role('radiogroup'), key, more)
  expect(told()).toBeUndefined()
  expect(event.defaultPrevented).toBe(false)
})

test('says that something is wrong with it', () => {
  list = open(null, { invalid: true })
  expect(role('radiogroup').getAttribute('aria-invalid')).toBe('true')
})

test('a click settles; what the arrows come by does not', async () => {
  list = open(null)
  role('radio', 'Budget').focus()
  await press(role('radio', 'Budget'), 'ArrowDown')
  role('radio', 'Timeline Too short').click()
  expect([told()?.at(-1), list.emitted('settle')]).toEqual([['timeline'], undefined])
  role('radiogroup').dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowDown' }))
  role('radio', 'Budget').click()
  expect(list.emitted('settle')).toEqual([['budget']])
})
