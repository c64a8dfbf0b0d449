import { mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { field, wordsOf, write } from '../../testing/page.ts'
import CheckBox from './CheckBox.vue'
import SelectInput from './SelectInput.vue'

const CODES = [
  { value: 'EUR', label: 'Euro' },
  { value: 'USD', label: 'Dollar' },
]
const open = (modelValue: string, more: { placeholder?: string; invalid?: boolean } = {}) =>
  mount(SelectInput<string>, {
    props: { modelValue, options: CODES, name: 'Currency', describedBy: 'note', ...more },
    attachTo: document.body,
  })
let input: { unmount(): void }
afterEach(() => input.unmount())

test('shows the chosen one, and tells another', async () => {
  const select = (input = open('USD'))
  expect(field('Currency').value).toBe('USD')
  expect(wordsOf('option')).toEqual(['Euro', 'Dollar'])
  await write(field('Currency'), 'EUR')
  expect(select.emitted('update:modelValue')).toEqual([['EUR']])
})

test('a placeholder stands for nothing chosen', () => {
  input = open('', { placeholder: 'Choose…' })
  expect(wordsOf('option')).toEqual(['Choose…', 'Euro', 'Dollar'])
  expect(field('Currency').value).toBe('')
})

test.each([
  [true, 'true'],
  [false, null],
])('invalid: %s is said as %s', (invalid, said) => {
  input = open('EUR', { invalid })
  expect(field('Currency').getAttribute('aria-invalid')).toBe(said)
  expect(field('Currency').getAttribute('aria-describedby')).toBe('note')
})

test('a box is ticked and unticked by its words', async () => {
  const box = mount(CheckBox, {
    props: { modelValue: false, invalid: true, describedBy: 'note' },
    slots: { default: 'The customer agrees' },
    attachTo: document.body,
  })
  input = box
  const tick = field('The customer agrees')
  expect([tick.type, tick.checked]).toEqual(['checkbox', false])
  expect([tick.getAttribute('aria-invalid'), tick.getAttribute('aria-describedby')]).toEqual(['true', 'note'])
  box.get('label').element.click()
  expect(box.emitted('update:modelValue')).toEqual([[true]])
})
