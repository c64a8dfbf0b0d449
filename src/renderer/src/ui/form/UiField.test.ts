import { mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { defineComponent } from 'vue'
import { field, wordsOf } from '../../testing/page.ts'
import TextInput from './TextInput.vue'
import UiField from './UiField.vue'

const Form = defineComponent({
  components: { TextInput, UiField },
  props: { hint: String, error: String, optional: String },
  template: `
    <UiField v-slot="{ id, describedBy, invalid }" label="Deal name" :hint :error :optional>
      <TextInput :id model-value="" :described-by="describedBy" :invalid />
    </UiField>`,
})
const open = (props: { hint?: string; error?: string; optional?: string } = {}) =>
  mount(Form, { props, attachTo: document.body })
let form: ReturnType<typeof open>
afterEach(() => form.unmount())

const described = (): string | null => {
  const id = field('Deal name').getAttribute('aria-describedby')
  return id === null ? null : document.getElementById(id)!.textContent
}

test('the label belongs to the control', () => {
  form = open()
  expect(field('Deal name').tagName).toBe('INPUT')
})

test.each([
  ['nothing', {}, null, null],
  ['a hint', { hint: 'As the customer says it' }, 'As the customer says it', null],
  ['an error', { error: 'Deal name is missing' }, 'Deal name is missing', 'true'],
  ['an error before a hint', { hint: 'As they say it', error: 'It is missing' }, 'It is missing', 'true'],
])('%s describes the control', (_what, props, words, invalid) => {
  form = open(props)
  expect(described()).toBe(words)
  expect(field('Deal name').getAttribute('aria-invalid')).toBe(invalid)
})

test('the hint gives way to the error', () => {
  form = open({ hint: 'As they say it', error: 'It is missing' })
  expect(wordsOf('p')).toEqual(['It is missing'])
})

test('says that it is optional beside the label', () => {
  form = open({ optional: 'optional' })
  expect(wordsOf('label')).toEqual(['Deal nameoptional'])
  expect(field('Deal name').tagName).toBe('INPUT')
})
