import { type InjectionKey, inject, onScopeDispose, provide, shallowReactive } from 'vue'
import type { WordKey } from '../words/words.ts'
import { isMac } from '../../ui/platform.ts'
import { type KeySpec, fits, partsOf, stepsOf } from './key-spec.ts'

/** Keys and what they do, in words. `run` tells with false that there was nothing to do: then others may. */
export interface Shortcut<At = void> {
  readonly keys: readonly KeySpec[]
  readonly words: WordKey
  readonly run: (event: KeyboardEvent, at: At) => boolean | void
  /** With Ctrl, Cmd or Alt it works while somebody types in a field as well. */
  readonly whileTyping?: boolean
}

/** The keys of a screen, or of a part of it. */
export interface ShortcutGroup<At = void> {
  readonly title: WordKey
  readonly shortcuts: readonly Shortcut<At>[]
  /** Its keys belong to one control, which hears them itself and carries them out with {@link runShortcut}. */
  readonly local?: boolean
}
type AnyGroup = ShortcutGroup<never>

const TYPING =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), select, textarea, [contenteditable="true"], [role="spinbutton"]'
/** What opens beside a control says where; what lies over the whole page doesn't. */
const OVER_THE_PAGE = '[role="dialog"]:not([data-side]), [role="alertdialog"], [role="menu"]'
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta'])
/** How long the second key of "g p" may take. */
const SECOND_KEY_MS = 1500

/** Whether an element is typed into. */
export const isTyping = (element: Element): boolean => element.closest(TYPING) !== null
/** Whether a dialog or a menu has the keyboard, and the page under it hasn't. */
export const isCovered = (element: Element): boolean =>
  document.querySelector(OVER_THE_PAGE) !== null || element.closest('[role="dialog"]') !== null

/** Carries out the first of some shortcuts that an event fits and that has something to do. */
export function runShortcut<At>(shortcuts: readonly Shortcut<At>[], event: KeyboardEvent, at: At): boolean {
  const fitting = shortcuts.flatMap((shortcut) =>
    shortcut.keys.filter((key) => fits(key, event)).map((key) => ({ shortcut, exact: partsOf(key).shift })),
  )
  // With Shift held, what names Shift goes first.
  fitting.sort((a, b) => Number(b.exact) - Number(a.exact))
  const done = fitting.some(({ shortcut }) => shortcut.run(event, at) !== false)
  if (done) event.preventDefault()
  return done
}

/** What of some shortcuts comes after a first key: "g p" is "p" after "g". */
const after = (prefix: string, shortcuts: readonly Shortcut[]): readonly Shortcut[] =>
  shortcuts.flatMap((shortcut) => {
    const keys = shortcut.keys.filter((key) => key.startsWith(`${prefix} `)).map((key) => stepsOf(key)[1]!)
    return keys.length > 0 ? [{ ...shortcut, keys }] : []
  })

/** Keys that write nothing into a field. On a Mac, Alt with the arrows moves by words in it. */
function isHeldDown(spec: KeySpec): boolean {
  const { mod, alt } = partsOf(spec)
  return mod || (alt && !isMac())
}
const heardWhileTyping = (shortcut: Shortcut): readonly Shortcut[] =>
  shortcut.whileTyping ? [{ ...shortcut, keys: shortcut.keys.filter(isHeldDown) }] : []

const KEY: InjectionKey<{ readonly groups: AnyGroup[] }> = Symbol('shortcuts')

/**
 * The one place that listens for keys; made once by the shell. What was registered last is asked first. `isOn`: whether
 * there is anything yet that keys could be for.
 */
export function provideShortcuts(isOn: () => boolean = () => true) {
  const groups = shallowReactive<AnyGroup[]>([])
  let prefix: { readonly key: string; readonly at: number } | null = null

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || MODIFIERS.has(event.key) || !isOn()) return
    const target = event.target instanceof Element ? event.target : document.body
    const first = prefix !== null && event.timeStamp - prefix.at < SECOND_KEY_MS ? prefix.key : null
    prefix = null
    if (isCovered(target)) return
    const typing = isTyping(target)
    const heard = (groups.filter(({ local }) => !local) as unknown as ShortcutGroup[])
      .map(({ shortcuts }) => (typing ? shortcuts.flatMap(heardWhileTyping) : shortcuts))
      .reverse()
    if (first !== null && heard.some((shortcuts) => runShortcut(after(first, shortcuts), event, undefined)))
      return
    if (heard.some((shortcuts) => runShortcut(shortcuts, event, undefined))) return
    const begun = heard
      .flat()
      .flatMap(({ keys }) => keys.map(stepsOf))
      .find((steps) => steps.length > 1 && fits(steps[0]!, event))
    if (!begun) return
    event.preventDefault()
    prefix = { key: begun[0]!, at: event.timeStamp }
  }
  window.addEventListener('keydown', onKey)
  onScopeDispose(() => window.removeEventListener('keydown', onKey))
  provide(KEY, { groups })
  return { groups }
}

/** Declares the keys of a screen for as long as it is there: the sheet tells them, and they work. */
export function useShortcuts<At = void>(group: ShortcutGroup<At>): void {
  const registry = inject(KEY)
  if (!registry) throw new Error('no shortcuts were provided')
  addGroup(registry.groups, group)
}

/** The same for the component that provides the registry itself. */
export function addGroup<At>(groups: AnyGroup[], group: ShortcutGroup<At>): void {
  const added = group as unknown as AnyGroup
  groups.push(added)
  onScopeDispose(() => {
    const index = groups.indexOf(added)
    if (index >= 0) groups.splice(index, 1)
  })
}

/** Everything declared now, the latest first. */
export function useDeclaredShortcuts(): { readonly groups: readonly AnyGroup[] } {
  const registry = inject(KEY)
  if (!registry) throw new Error('no shortcuts were provided')
  return registry
}
