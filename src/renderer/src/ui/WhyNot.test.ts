import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { button, pageWords } from '../testing/page.ts'
import WhyNot from './WhyNot.vue'
import type { Reason } from './reason.ts'

const copy = vi.fn<() => void>()
const FROZEN: Reason = {
  title: 'This deal is closed',
  text: 'A closed deal never changes.',
  mends: [{ label: 'Copy as new deal', go: copy }],
}
const OVER: Reason = { title: 'The time is over', text: 'Ask for a new invitation.', mends: [] }
const open = (reasons: readonly Reason[]) =>
  mount(WhyNot, {
    props: { reasons },
    slots: { default: '<button type="button">Won…</button>' },
    attachTo: document.body,
  })
let why: ReturnType<typeof open>
beforeEach(() => {
  vi.useFakeTimers()
  copy.mockClear()
})
afterEach(() => {
  why.unmount()
  vi.useRealTimers()
})

const BUBBLES = { bubbles: true }
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const on = async (type: string) => {
  const from = { relatedTarget: document.body }
  const event = type === 'focusin' ? new FocusEvent(type, { ...BUBBLES, ...from }) : new Event(type, BUBBLES)
  button('Won…').parentElement!.dispatchEvent(event)
  await wait(0)
}
const EVERYTHING =
  'Won…This deal is closedA closed deal never changes.Copy as new dealThe time is overAsk for a new invitation.'

test.each(['mouseenter', 'focusin', 'click'])(
  'on %s every reason is said with its ways out',
  async (type) => {
    why = open([FROZEN, OVER])
    expect(pageWords()).toBe('Won…')
    await on(type)
    expect(pageWords()).toBe(EVERYTHING)
  },
)

test('focus that a dialog gives back asks nothing; the Tab key does', async () => {
  why = open([FROZEN])
  button('Won…').focus()
  await wait(0)
  expect(pageWords()).toBe('Won…')
  button('Won…').dispatchEvent(new KeyboardEvent('keyup', { key: 'Tab', ...BUBBLES }))
  await wait(0)
  expect(pageWords()).toContain('This deal is closed')
})

test('what is said describes the control', async () => {
  why = open([OVER])
  expect(button('Won…').getAttribute('aria-describedby')).toBeNull()
  await on('focusin')
  const described = document.getElementById(button('Won…').getAttribute('aria-describedby')!)
  expect(described?.textContent).toBe('The time is overAsk for a new invitation.')
})

test('a way out is taken once, and the reason goes', async () => {
  why = open([FROZEN])
  await on('click')
  button('Copy as new deal').click()
  await wait(0)
  expect(copy).toHaveBeenCalledTimes(1)
  expect(pageWords()).toBe('Won…')
})

test('stays a moment after the pointer left, and goes then', async () => {
  why = open([OVER])
  await on('mouseenter')
  await on('mouseleave')
  await wait(139)
  expect(pageWords()).toContain('The time is over')
  await wait(1)
  expect(pageWords()).toBe('Won…')
})

test('stays when the pointer comes back in time', async () => {
  why = open([OVER])
  await on('mouseenter')
  await on('mouseleave')
  await wait(100)
  await on('mouseenter')
  await wait(1000)
  expect(pageWords()).toContain('The time is over')
})

test('stays while the focus moves into it', async () => {
  why = open([FROZEN])
  await on('focusin')
  const out = new FocusEvent('focusout', { bubbles: true, relatedTarget: button('Copy as new deal') })
  button('Won…').dispatchEvent(out)
  await wait(1000)
  expect(pageWords()).toContain('This deal is closed')
})

test('goes when the focus leaves it', async () => {
  why = open([FROZEN])
  await on('focusin')
  button('Won…').dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: document.body }))
  await wait(1000)
  expect(pageWords()).toBe('Won…')
})

test('Escape closes it and nothing around it', async () => {
  const heard = vi.fn<() => void>()
  document.body.addEventListener('keydown', heard)
  why = open([OVER])
  await on('focusin')
  button('Won…').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  await wait(0)
  document.body.removeEventListener('keydown', heard)
  expect(pageWords()).toBe('Won…')
  expect(heard).not.toHaveBeenCalled()
})

test('without a reason the control stands alone and says nothing', async () => {
  why = open([])
  await on('click')
  await on('focusin')
  expect(document.querySelector('[aria-describedby]')).toBeNull()
  expect(pageWords()).toBe('Won…')
})
