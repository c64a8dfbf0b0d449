import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import UiChip from './UiChip.vue'
import UiNotice from './UiNotice.vue'
import UiStrip from './UiStrip.vue'

test('a chip names its filter and value, and goes by the button of its name', async () => {
  const chip = mount(UiChip, {
    props: { name: 'Status', value: 'Won', removeLabel: 'Remove the filter Status' },
  })
  expect(chip.text()).toBe('Status: Won')
  await chip.get('[aria-label="Remove the filter Status"]').trigger('click')
  expect(chip.emitted('remove')).toEqual([[]])
})

test.each([
  ['info', undefined],
  ['warn', undefined],
  ['bad', 'alert'],
] as const)('a notice of kind %s has the role %s', (kind, role) => {
  const notice = mount(UiNotice, { props: { kind }, slots: { default: 'One sentence.' } })
  expect([notice.attributes('role'), notice.text()]).toEqual([role, 'One sentence.'])
})

test('a strip says what happened, what may be done about it, and closes', async () => {
  const strip = mount(UiStrip, {
    props: { closeLabel: 'Close' },
    slots: { default: 'Moved.', actions: '<button>Undo</button>', hint: 'Space lifts' },
  })
  expect(strip.text()).toBe('Moved.UndoSpace lifts')
  await strip.get('[aria-label="Close"]').trigger('click')
  expect(strip.emitted('close')).toEqual([[]])
})
