import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import AppOverlays from '../AppOverlays.vue'
import { speak, mountScreen, setUp } from '../../testing/mount.ts'
import { press, role, wordsOf } from '../../testing/page.ts'
import { isMac } from '../../ui/platform.ts'
import { keyNames } from './key-names.ts'
import { type Shortcut, useShortcuts } from './shortcuts.ts'

const words = 'common.close'
function declare(keys: readonly string[], run: Shortcut['run'], more: Partial<Shortcut> = {}) {
  return setUp(() =>
    useShortcuts({ title: 'shortcuts.groups.list', shortcuts: [{ keys, words, run, ...more }] }),
  )
}
const outside = (html: string): HTMLElement => {
  document.body.insertAdjacentHTML('beforeend', html)
  return document.body.lastElementChild as HTMLElement
}

test.each([
  ['q', { key: 'q' }, true],
  ['q', { key: 'Q', shiftKey: true }, true],
  ['q', { key: 'q', ctrlKey: true }, false],
  ['q', { key: 'q', altKey: true }, false],
  ['alt+q', { key: 'q', altKey: true }, true],
  ['alt+q', { key: 'q' }, false],
  ['mod+q', { key: 'q', ctrlKey: true }, true],
  ['mod+q', { key: 'q', metaKey: true }, true],
  ['mod+q', { key: 'q', metaKey: true, shiftKey: true }, false],
  ['mod+shift+q', { key: 'Q', metaKey: true, shiftKey: true }, true],
  ['shift+q', { key: 'q' }, false],
  ['Space', { key: ' ' }, true],
  ['ArrowUp', { key: 'ArrowUp' }, true],
  ['q', { key: 'q', isComposing: true }, false],
])('%s is %j: %s', async (spec, { key, ...held }, expected) => {
  const run = vi.fn<() => void>()
  declare([spec], run)
  const event = await press(document.body, key, held)
  expect([run.mock.calls.length > 0, event.defaultPrevented]).toEqual([expected, expected])
})

test('with Shift held, what names Shift goes first; without, the other', async () => {
  const heard: string[] = []
  setUp(() =>
    useShortcuts({
      title: 'shortcuts.groups.list',
      shortcuts: [
        { keys: ['x'], words, run: () => void heard.push('x') },
        { keys: ['shift+x'], words: 'common.save', run: () => void heard.push('shift+x') },
      ],
    }),
  )
  await press(document.body, 'X', { shiftKey: true })
  await press(document.body, 'x')
  expect(heard).toEqual(['shift+x', 'x'])
})

test('what has nothing to do leaves the key to others, and to the browser', async () => {
  declare(['q'], () => false)
  expect((await press(document.body, 'q')).defaultPrevented).toBe(false)
})

test.each([
  ['<input>', false],
  ['<textarea></textarea>', false],
  ['<select></select>', false],
  ['<div contenteditable="true"></div>', false],
  ['<div role="spinbutton"></div>', false],
  ['<input type="checkbox">', true],
  ['<button>Save</button>', true],
])('a letter typed on %s is for the page: %s', async (html, expected) => {
  const run = vi.fn<() => void>()
  declare(['q'], run)
  const element = outside(html)
  await press(element, 'q')
  element.remove()
  expect(run.mock.calls.length > 0).toBe(expected)
})

test.each(['<div role="dialog"></div>', '<div role="alertdialog"></div>', '<div role="menu"></div>'])(
  'nothing is heard under %s',
  async (html) => {
    const run = vi.fn<() => void>()
    declare(['mod+q'], run, { whileTyping: true })
    const element = outside(html)
    await press(document.body, 'q', { ctrlKey: true })
    element.remove()
    expect(run).not.toHaveBeenCalled()
  },
)

test('a reason that opens beside a control does not take the keys of the page', async () => {
  const run = vi.fn<() => void>()
  declare(['q'], run)
  const element = outside('<div role="dialog" data-side="bottom"><button>Mend</button></div>')
  await press(document.body, 'q')
  expect(run).toHaveBeenCalledOnce()
  await press(element.querySelector('button')!, 'q')
  expect(run).toHaveBeenCalledOnce()
  element.remove()
})

test('the search is reached from within a field by Ctrl+K, and "/" is typed there', async () => {
  const { overlays } = mountScreen(AppOverlays, { attach: true })
  const field = outside('<input>')
  expect((await press(field, '/')).defaultPrevented).toBe(false)
  expect(overlays.current.value).toBeNull()
  await press(field, 'k', { ctrlKey: true })
  expect(overlays.current.value).toEqual({ kind: 'palette' })
  field.remove()
})

test.each([
  [['g', 'p'], '/pipeline'],
  [['G', 'i'], '/deals/inbound'],
  [['g', 'o'], '/deals/outbound'],
  [['g', 'f'], '/deals/favorites'],
  [['g', 'd'], '/directory'],
  [['g', 's'], '/settings'],
  [['n'], '/new'],
  [['c'], '/new'],
  [['g', 'n'], '/new'],
  [['g', 'Shift', 'p'], '/pipeline'],
] as const)('%j leads to %s', async (keys, to) => {
  const { router } = setUp(() => {}, { path: '/lost' })
  await router.isReady()
  for (const key of keys) await press(document.body, key)
  await flushPromises()
  expect(router.currentRoute.value.path).toBe(to)
})

test('the second key of two is not the key of the screen; too late it is', async () => {
  const run = vi.fn<() => void>()
  const { router } = declare(['f'], run)
  await router.isReady()
  await press(document.body, 'g')
  await press(document.body, 'f')
  await flushPromises()
  expect([run.mock.calls.length, router.currentRoute.value.path]).toEqual([0, '/deals/favorites'])
  const late = new KeyboardEvent('keydown', { key: 'f', bubbles: true, cancelable: true })
  await press(document.body, 'g')
  Object.defineProperty(late, 'timeStamp', { value: performance.now() + 2000 })
  document.body.dispatchEvent(late)
  expect(run).toHaveBeenCalledOnce()
})

test('the sheet tells what is declared, the keys of the screen first, and forgets what has gone', async () => {
  const { overlays } = mountScreen(AppOverlays, { attach: true })
  await press(document.body, '?')
  await flushPromises()
  expect(overlays.current.value).toEqual({ kind: 'shortcuts' })
  expect(role('dialog').textContent).toContain('Search, or say what to do')
  expect(wordsOf('section h3')).toEqual(['Anywhere', 'Go to'])
  expect(wordsOf('section:last-child dd')[0]).toBe('G then T')
})

test('keys are printed as they are on the keyboard', () => {
  const { t } = speak('en')
  expect(keyNames(t, 'mod+shift+z', false)).toEqual(['Ctrl Shift Z'])
  expect(keyNames(t, 'mod+shift+z', true)).toEqual(['⇧⌘Z'])
  expect(keyNames(t, 'mod+k', true)).toEqual(['⌘K'])
  expect(keyNames(t, 'g p', true)).toEqual(['G', 'P'])
  expect(keyNames(t, 'ArrowLeft', false)).toEqual(['←'])
  expect(keyNames(speak('zh-CN').t, 'Space', false)).toEqual(['空格'])
})

test.each([
  [{ userAgentData: { platform: 'macOS' }, platform: 'Linux' }, true],
  [{ userAgentData: { platform: 'Windows' }, platform: 'MacIntel' }, false],
  [{ platform: 'MacIntel' }, true],
  [{ platform: 'Win32' }, false],
])('%j has ⌘: %s', (browser, expected) => {
  expect(isMac(browser as unknown as Navigator)).toBe(expected)
})
