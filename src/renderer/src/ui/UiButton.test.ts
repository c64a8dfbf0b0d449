import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import UiButton from './UiButton.vue'

const attributes = (props: InstanceType<typeof UiButton>['$props'], words = 'Save') => {
  const { element } = mount(UiButton, { props, slots: { default: words } })
  const { type, disabled, title, textContent } = element as HTMLButtonElement
  const aria = (name: string) => element.getAttribute(`aria-${name}`)
  return {
    type,
    disabled,
    title,
    words: textContent,
    blocked: aria('disabled'),
    pressed: aria('pressed'),
    label: aria('label'),
  }
}
const plain = {
  type: 'button',
  disabled: false,
  title: '',
  words: 'Save',
  blocked: null,
  pressed: null,
  label: null,
}

test.each([
  ['plain: a button that submits nothing', {}, {}],
  ['submitting', { type: 'submit' as const }, { type: 'submit' }],
  ['busy: really disabled', { busy: true }, { disabled: true }],
  ['blocked: said, yet focusable', { blocked: true }, { blocked: 'true' }],
  ['pressed', { pressed: true }, { pressed: 'true' }],
  ['not pressed', { pressed: false }, { pressed: 'false' }],
  [
    'an icon alone: named and with a tooltip, without words',
    { icon: 'close' as const, label: 'Close' },
    { label: 'Close', title: 'Close', words: '' },
  ],
])('%s', (_what, props, expected) => {
  expect(attributes(props)).toEqual({ ...plain, ...expected })
})

test('tells that it was pressed, unless it is busy', async () => {
  const clicks: string[] = []
  const button = mount(UiButton, { props: { busy: true }, attrs: { onClick: () => clicks.push('click') } })
  ;(button.element as HTMLButtonElement).click()
  expect(clicks).toEqual([])
  await button.setProps({ busy: false })
  ;(button.element as HTMLButtonElement).click()
  expect(clicks).toEqual(['click'])
})
