import { mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { press, role, wordsOf } from '../../testing/page.ts'
import TimeInput from './TimeInput.vue'

const open = (modelValue: string | null, locale = 'en') =>
  mount(TimeInput, {
    props: {
      modelValue,
      locale,
      'onUpdate:modelValue': (next: string | null) => input.setProps({ modelValue: next }),
    },
    attachTo: document.body,
  })
let input: ReturnType<typeof open>
afterEach(() => input.unmount())

const told = () => input.emitted('update:modelValue')?.map(([value]) => value)

// Times are told of 24 hours in every language of the screens: so they are typed.
test.each([
  ['en', ['hour', 'minute']],
  ['zh-CN', ['小时', '分钟']],
])(
  'in %s an afternoon has 24 hours and no AM or PM, and its parts are named in the language',
  (locale, names) => {
    input = open('15:05', locale)
    expect(input.text().replaceAll(/[\u200E\u200F\u2066-\u2069]/g, '')).toBe('15:05')
    expect(wordsOf('.part')).toEqual(['15', '05'])
    const called = [...document.querySelectorAll('.part')].map((part) => part.getAttribute('aria-label'))
    expect(called).toEqual(names)
  },
)

test('midnight is 00', () => {
  input = open('00:30')
  expect(wordsOf('.part')).toEqual(['00', '30'])
})

test('is typed and stepped part by part', async () => {
  input = open('09:30')
  await press(role('spinbutton', 'hour'), 'ArrowUp')
  await press(role('spinbutton', 'minute'), 'ArrowDown')
  expect(told()?.at(-1)).toBe('10:29')
  await press(role('spinbutton', 'hour'), '2')
  await press(role('spinbutton', 'hour'), '2')
  expect(told()?.at(-1)).toBe('22:29')
})

test('a part that is emptied is no time any more', async () => {
  input = open('09:30')
  await press(role('spinbutton', 'minute'), 'Backspace')
  await press(role('spinbutton', 'minute'), 'Backspace')
  expect(told()?.at(-1)).toBeNull()
})
