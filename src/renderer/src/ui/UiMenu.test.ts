import { mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { button, hasRole, pageWords, press, role, wordsOf } from '../testing/page.ts'
import UiMenu, { type MenuItem } from './UiMenu.vue'

const ITEMS: readonly MenuItem[] = [
  { key: 'open', label: 'Open deal', icon: 'file', hint: 'Enter' },
  { key: 'won', label: 'Move to Won', blocked: 'Stages are not marked yet', separated: true },
  { key: 'lost', label: 'Move to Lost', checked: true },
]
const open = (props: object = {}) =>
  mount(UiMenu, {
    props: { items: ITEMS, ...props },
    slots: { default: '<button type="button">More</button>' },
    attachTo: document.body,
  })
let menu: ReturnType<typeof open>
afterEach(() => menu.unmount())

async function dropped() {
  menu = open()
  await press(button('More'), 'Enter')
  return role('menu')
}

test('is closed until its button is pressed', async () => {
  menu = open()
  expect(pageWords()).toBe('More')
  await press(button('More'), 'Enter')
  expect(wordsOf('[role="menuitem"]')).toEqual([
    'Open deal Enter',
    'Move to Won Stages are not marked yet',
    'Move to Lost',
  ])
})

test('choosing tells which, and closes it', async () => {
  await dropped()
  role('menuitem', 'Move to Lost').click()
  await new Promise((resolve) => setTimeout(resolve))
  expect(menu.emitted('choose')).toEqual([['lost']])
  expect(hasRole('menu')).toBe(false)
})

test('a blocked one says why, does nothing and keeps the menu open', async () => {
  await dropped()
  const blocked = role('menuitem', 'Move to Won Stages are not marked yet')
  expect(blocked.getAttribute('aria-disabled')).toBe('true')
  blocked.click()
  await new Promise((resolve) => setTimeout(resolve))
  expect(menu.emitted('choose')).toBeUndefined()
  expect(hasRole('menu')).toBe(true)
})

test('by keyboard: begins at the first, arrows walk, Enter chooses', async () => {
  await dropped()
  const at = () => document.activeElement as HTMLElement
  expect(at()).toBe(role('menuitem', 'Open deal Enter'))
  await press(at(), 'ArrowDown')
  await press(at(), 'ArrowDown')
  expect(at()).toBe(role('menuitem', 'Move to Lost'))
  await press(at(), 'Enter')
  expect(menu.emitted('choose')).toEqual([['lost']])
})

test('Escape closes it and chooses nothing', async () => {
  await press(await dropped(), 'Escape')
  expect(hasRole('menu')).toBe(false)
  expect(menu.emitted('choose')).toBeUndefined()
})

test('a line stands before an item that is set apart', async () => {
  await dropped()
  const next = role('separator').nextElementSibling as HTMLElement
  expect(next.textContent).toContain('Move to Won')
})

test.each([
  [{}, 'bottom', 'end'],
  [{ side: 'right', align: 'start' }, 'right', 'start'],
] as const)('%j: opens at the %s of its button', async (props, side, align) => {
  menu = open(props)
  await press(button('More'), 'Enter')
  await new Promise((resolve) => requestAnimationFrame(resolve))
  expect({ ...role('menu').dataset }).toMatchObject({ side, align })
})
