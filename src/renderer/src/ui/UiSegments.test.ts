import { mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { button, role, wordsOf } from '../testing/page.ts'
import UiSegments from './UiSegments.vue'

const open = () =>
  mount(UiSegments, {
    props: {
      modelValue: 'standard',
      label: 'Board',
      options: [
        { value: 'standard', label: 'Standard' },
        { value: 'assessment', label: 'Solution assessment' },
      ],
    },
    attachTo: document.body,
  })
let segments: ReturnType<typeof open>
afterEach(() => segments.unmount())

const pressed = () => wordsOf('[aria-pressed="true"]')

test('names the group and presses the one that is shown', () => {
  segments = open()
  expect(role('group', 'Board').textContent).toBe('StandardSolution assessment')
  expect(pressed()).toEqual(['Standard'])
})

test('choosing another tells it; it is pressed once it is shown', async () => {
  segments = open()
  button('Solution assessment').click()
  expect(segments.emitted('update:modelValue')).toEqual([['assessment']])
  await segments.setProps({ modelValue: 'assessment' })
  expect(pressed()).toEqual(['Solution assessment'])
})
