import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { dealRow, id, money } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { press, wordsOf } from '../../../testing/page.ts'
import ListView from './ListView.vue'
import { useLists } from './lists.store.ts'

/** A page without a layout shows no rows: every element is told that it has a height. */
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600 })

const ROWS = ['Alpha', 'Beta', 'Gamma'].map((name, index) => dealRow({ id: id(index + 1), name }))
const clientOf = (rows = ROWS) =>
  new FakeClient()
    .answer('deals.list', { rows, nextCursor: null, count: { value: rows.length, capped: false } })
    .answer('deals.totals', { count: rows.length, totals: [money(100, 'EUR')] })
    .answer('views.list', { rows: [] })
    .answer('views.left', { rows: [] })
    .answer('views.leave', {})

async function list(rows = ROWS) {
  const client = clientOf(rows)
  const stage = mountScreen(ListView, { props: { tab: 'outbound' }, client, attach: true })
  await flushPromises()
  return { ...stage, client }
}
const named = () =>
  document.activeElement?.closest('[role="row"]')?.querySelector('a')?.textContent.trim() ?? null
const outside = (html: string): HTMLElement => {
  document.body.insertAdjacentHTML('beforeend', html)
  return document.body.lastElementChild as HTMLElement
}
afterEach(() => document.querySelectorAll('[data-extra]').forEach((element) => element.remove()))

test('the first key leads to the first row, from wherever the focus is; the next ones walk', async () => {
  await list()
  expect(named()).toBeNull()
  for (const [key, name] of [
    ['j', 'Alpha'],
    ['J', 'Beta'],
    ['ArrowDown', 'Gamma'],
    ['k', 'Beta'],
  ] as const) {
    const event = await press(document.body, key)
    expect([named(), event.defaultPrevented]).toEqual([name, true])
    ;(document.activeElement as HTMLElement).blur()
  }
  expect(wordsOf('[role="row"][tabindex="0"] .name')).toEqual(['Beta'])
})

test.each(['f', 'Enter'])(
  '%s outside the rows shows which row it would be, and does nothing yet',
  async (key) => {
    const { client, router } = await list()
    const before = router.currentRoute.value.fullPath
    await press(document.body, key)
    expect(named()).toBe('Alpha')
    expect(client.inputsOf('deals.execute')).toEqual([])
    expect(router.currentRoute.value.fullPath).toBe(before)
  },
)

test.each([
  ['a field', '<input data-extra>', null],
  ['a dialog', '<div data-extra role="dialog" tabindex="-1"></div>', null],
  ['a page under a menu', '<div data-extra role="menu"></div>', 'body'],
])('%s keeps its keys', async (_what, html, pressed) => {
  await list()
  const element = outside(html)
  expect((await press(pressed === null ? element : document.body, 'j')).defaultPrevented).toBe(false)
  expect(named()).toBeNull()
})

test('Enter on a link or a button elsewhere is theirs', async () => {
  await list()
  const event = await press(outside('<button data-extra>Export</button>'), 'Enter')
  expect([event.defaultPrevented, named()]).toEqual([false, null])
})

test('a page that is gone hears no keys', async () => {
  const { unmount } = await list()
  unmount()
  expect((await press(document.body, 'j')).defaultPrevented).toBe(false)
})

/** Visits a row of a tab, goes to another, and comes back to what may have changed meanwhile. */
async function comeBack(rows: readonly (typeof ROWS)[number][]) {
  const { client, setProps, unmount } = await list()
  await press(document.body, 'j')
  await press(document.body, 'j')
  expect(useLists().visited.outbound).toEqual({ id: id(2), index: 1 })
  await setProps({ tab: 'favorites' })
  await flushPromises()
  const elsewhere = named()
  client.answer('deals.list', { rows: [...rows], nextCursor: null, count: { value: 3, capped: false } })
  await setProps({ tab: 'outbound' })
  await flushPromises()
  return { elsewhere, back: named(), unmount }
}

test('back on a list the row visited last has the focus, and only there', async () => {
  expect(await comeBack(ROWS)).toMatchObject({ elsewhere: null, back: 'Beta' })
})

test('it is found where it has moved to; where it has gone, the row in its place', async () => {
  const first = await comeBack([ROWS[1]!, ROWS[0]!, ROWS[2]!])
  expect(first.back).toBe('Beta')
  first.unmount()
  expect((await comeBack([ROWS[0]!, ROWS[2]!])).back).toBe('Gamma')
})

test('another sort begins at the top', async () => {
  await list()
  await press(document.body, 'End')
  expect(named()).toBe('Gamma')
  useLists().tabs.outbound.sort = { by: 'name', direction: 'desc' }
  await flushPromises()
  expect(named()).toBe('Alpha')
  await press(document.body, 'End')
  ;(document.activeElement as HTMLElement).blur()
  useLists().tabs.outbound.sort = { by: 'name', direction: 'asc' }
  await flushPromises()
  expect(named()).toBeNull()
  await press(document.body, 'j')
  expect(named()).toBe('Alpha')
})

const chosen = () =>
  [...document.querySelectorAll('[role="row"][aria-selected="true"] .name')].map((one) =>
    one.textContent.trim(),
  )

test('x chooses, with Shift through, Escape lets go, Ctrl+A takes all that are shown', async () => {
  await list()
  await press(document.body, 'j')
  await press(document.activeElement as HTMLElement, 'x')
  expect([chosen(), wordsOf('.bar b')]).toEqual([['Alpha'], ['1 chosen']])
  await press(document.activeElement as HTMLElement, 'End')
  await press(document.activeElement as HTMLElement, 'X', { shiftKey: true })
  expect(chosen()).toEqual(['Alpha', 'Beta', 'Gamma'])
  await press(document.body, 'Escape')
  expect([chosen(), wordsOf('.bar b')]).toEqual([[], []])
  const event = await press(document.body, 'a', { ctrlKey: true })
  expect([chosen().length, event.defaultPrevented]).toEqual([3, true])
})

test('arrows with Shift choose what one walks over', async () => {
  await list()
  await press(document.body, 'j')
  await press(document.activeElement as HTMLElement, 'ArrowDown', { shiftKey: true })
  expect([named(), chosen()]).toEqual(['Beta', ['Alpha', 'Beta']])
})

test('Escape with nothing chosen is nobody’s concern', async () => {
  await list()
  expect((await press(document.body, 'Escape')).defaultPrevented).toBe(false)
})

test('boxes choose by mouse, with Shift through; the one above takes all', async () => {
  await list()
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
  const [head, first, , third] = boxes as [
    HTMLInputElement,
    HTMLInputElement,
    HTMLInputElement,
    HTMLInputElement,
  ]
  first.click()
  await flushPromises()
  expect([head.indeterminate, first.checked]).toEqual([true, true])
  third.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }))
  await flushPromises()
  expect([chosen(), head.checked]).toEqual([['Alpha', 'Beta', 'Gamma'], true])
  head.click()
  await flushPromises()
  expect([chosen(), head.checked]).toEqual([[], false])
})
