import { expect, test } from 'vitest'
import { ref } from 'vue'
import { setUp } from '../testing/mount.ts'
import { canPrint, printShown, usePrinting } from './printing.ts'

test('the screen that is there prints, as long as it has something to print; with none there is nothing', () => {
  const printed: string[] = []
  const isOffered = ref(true)
  expect([canPrint(), printShown()]).toEqual([false, false])
  const screen = setUp(() =>
    usePrinting({ print: () => printed.push('day'), isOffered: () => isOffered.value }),
  )
  expect([canPrint(), printShown(), printed]).toEqual([true, true, ['day']])
  isOffered.value = false
  expect([canPrint(), printShown(), printed]).toEqual([false, false, ['day']])
  isOffered.value = true
  screen.unmount()
  expect([canPrint(), printShown(), printed]).toEqual([false, false, ['day']])
})

test('Ctrl+P prints what the screen shows, and is left to the browser where that is nothing', () => {
  const printed: string[] = []
  const press = () => {
    const event = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, bubbles: true, cancelable: true })
    document.body.dispatchEvent(event)
    return event.defaultPrevented
  }
  const screen = setUp(() => usePrinting({ print: () => printed.push('report'), isOffered: () => true }))
  expect([press(), printed]).toEqual([true, ['report']])
  screen.unmount()
  setUp(() => {})
  expect([press(), printed]).toEqual([false, ['report']])
})
