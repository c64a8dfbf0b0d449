import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent, h, provide, ref } from 'vue'
import { mountScreen } from '../testing/mount.ts'
import { button, click } from '../testing/page.ts'
import { DISCARD_WORDS } from '../ui/discard-words.ts'
import UiDialog from '../ui/UiDialog.vue'
import { leaveWhatIsOpen } from './leave-open.ts'

/** A dialog with one field, gone when it says so. */
function dialog(busy = false) {
  const isOpen = ref(true)
  const Screen = defineComponent(() => {
    provide(DISCARD_WORDS, () => ({ ask: 'Discard?', keep: 'Keep', discard: 'Discard' }))
    const close = () => (isOpen.value = false)
    return () =>
      isOpen.value
        ? h(UiDialog, { title: 'Lose', closeLabel: 'Close', busy, onClose: close }, () => h('input'))
        : null
  })
  mountScreen(Screen, { attach: true })
  return isOpen
}
async function type(): Promise<void> {
  await flushPromises()
  document.querySelector('input')!.dispatchEvent(new Event('input', { bubbles: true }))
}

test('with nothing open the way is free', async () => {
  expect(await leaveWhatIsOpen()).toBe(true)
})

test('a dialog nothing was typed in goes', async () => {
  const isOpen = dialog()
  await flushPromises()
  expect([await leaveWhatIsOpen(), isOpen.value]).toEqual([true, false])
})

test('while something is under way, it stays', async () => {
  const isOpen = dialog(true)
  await flushPromises()
  expect([await leaveWhatIsOpen(), isOpen.value]).toEqual([false, true])
})

test.for([
  ['Keep', false],
  ['Discard', true],
] as const)('typed values go only when the person says so: %s', async ([answer, free]) => {
  const isOpen = dialog()
  await type()
  const left = leaveWhatIsOpen()
  await flushPromises()
  expect(isOpen.value).toBe(true)
  await click(button(answer))
  expect([await left, isOpen.value]).toEqual([free, !free])
})

test('of two that wait for the answer, the latest goes on', async () => {
  dialog()
  await type()
  const first = leaveWhatIsOpen()
  await flushPromises()
  const second = leaveWhatIsOpen()
  await flushPromises()
  await click(button('Discard'))
  expect([await first, await second]).toEqual([false, true])
})
