import { nextTick, ref, watch } from 'vue'
import { type Shortcut, useShortcuts } from '../../../app/shortcuts/shortcuts.ts'
import type { TodayRow } from './today-rows.ts'

/**
 * The day by keyboard, from wherever on its page the focus is. One row at a time can be reached with Tab: the one a
 * person is at. When that row leaves, because what it asked for is done, the next one takes its place.
 */
export function useTodayKeys(deps: {
  readonly rows: () => readonly TodayRow[]
  readonly list: () => HTMLElement | null
}) {
  const { rows, list } = deps
  const at = ref<string | null>(rows()[0]?.key ?? null)

  const rowOf = (element: Element | null): HTMLElement | null =>
    element?.closest<HTMLElement>('[data-row]') ?? null
  const focusRow = () => {
    const row = [...(list()?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(
      (element) => element.dataset['row'] === at.value,
    )
    const name = row?.querySelector<HTMLElement>('a')
    name?.focus()
    return name !== undefined && name !== null
  }
  /** To the row one is at; where none is left, to the list itself. */
  async function focusHere(): Promise<void> {
    await nextTick()
    if (!focusRow()) list()?.focus()
  }

  watch(rows, (now, before) => {
    const keys = new Set(now.map(({ key }) => key))
    if (at.value !== null && keys.has(at.value)) return
    const place = before.findIndex(({ key }) => key === at.value)
    const following = before.slice(place + 1).find(({ key }) => keys.has(key))
    const left = at.value
    at.value = (place < 0 ? now[0] : (following ?? now.at(-1)))?.key ?? null
    if (left !== null && rowOf(document.activeElement)?.dataset['row'] === left) void focusHere()
  })

  const placeOf = (event: KeyboardEvent): number => {
    const row = event.target instanceof Element ? rowOf(event.target) : null
    return row ? rows().findIndex(({ key }) => key === row.dataset['row']) : -1
  }
  function walk(to: number): void {
    at.value = rows()[Math.max(0, Math.min(rows().length - 1, to))]!.key
    void focusHere()
  }
  /** The first key leads to the row one is at, every other one step on. */
  const walking = (keys: readonly string[], words: Shortcut['words'], step: number): Shortcut => ({
    keys,
    words,
    run: (event) => {
      if (rows().length === 0) return false
      const place = placeOf(event)
      return walk(place < 0 ? rows().findIndex(({ key }) => key === at.value) : place + step)
    },
  })
  const jumping = (key: string, words: Shortcut['words'], to: () => number): Shortcut => ({
    keys: [key],
    words,
    run: (event) => (placeOf(event) < 0 ? false : walk(to())),
  })
  useShortcuts({
    title: 'shortcuts.groups.today',
    shortcuts: [
      walking(['ArrowDown', 'j'], 'shortcuts.list.down', 1),
      walking(['ArrowUp', 'k'], 'shortcuts.list.up', -1),
      jumping('Home', 'shortcuts.list.first', () => 0),
      jumping('End', 'shortcuts.list.last', () => rows().length - 1),
      // A name is a link: the browser opens it.
      { keys: ['Enter'], words: 'shortcuts.list.open', run: () => false },
    ],
  })

  return {
    at,
    focusHere,
    /** The focus came to a row. */
    arrive: (key: string) => void (at.value = key),
  }
}
