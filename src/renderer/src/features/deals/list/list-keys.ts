import { nextTick, ref } from 'vue'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { type Shortcut, isCovered, isTyping, useShortcuts } from '../../../app/shortcuts/shortcuts.ts'

const PAGE = 15

/** The row a person was at last: the deal, and where it stood in case it has gone. */
export interface Visited {
  readonly id: string
  readonly index: number
}

interface ListKeysDeps {
  readonly rows: () => readonly DealRow[]
  readonly grid: () => HTMLElement | null
  readonly start: Visited | null
  readonly visit: (visited: Visited) => void
  readonly open: (deal: DealRow) => void
  readonly favorite: (deal: DealRow) => void
  readonly select: (deal: DealRow, through: boolean) => void
  readonly selectShown: () => void
  /** Lets go of what is chosen; false: nothing was. */
  readonly clear: () => boolean
}

/** A list by keyboard, from wherever on its page the focus is: the first key leads to the row one is at. */
export function useListKeys(deps: ListKeysDeps) {
  const { rows, grid, start, visit, open, favorite } = deps
  const at = ref(0)
  let known = start !== null
  if (start) {
    const place = rows().findIndex(({ id }) => id === start.id)
    at.value = place >= 0 ? place : Math.max(0, Math.min(rows().length - 1, start.index))
  }
  const focusRow = () => grid()?.querySelector<HTMLElement>(`[data-index="${at.value}"]`)?.focus()
  const indexOf = (element: Element): number | null => {
    const row = element.closest<HTMLElement>('[role="row"][data-index]')
    return row && grid()?.contains(row) ? Number(row.dataset['index']) : null
  }
  async function walk(to: number) {
    at.value = Math.max(0, Math.min(rows().length - 1, to))
    await nextTick()
    focusRow()
  }
  /** With Shift the rows one walks over are chosen, from the one where it began. */
  async function walkChoosing(from: number, to: number) {
    const chosen = [rows()[from], rows()[Math.max(0, Math.min(rows().length - 1, to))]] as const
    if (chosen[0]) deps.select(chosen[0], true)
    if (chosen[1]) deps.select(chosen[1], true)
    await walk(to)
  }
  const placeOf = (event: KeyboardEvent): number | null =>
    event.target instanceof Element ? indexOf(event.target) : null
  /** A key that walks: from the row with the focus, else from the one visited last. */
  const walking = (
    key: string,
    words: Shortcut['words'],
    step: number,
    more: readonly string[] = [],
  ): Shortcut => ({
    keys: [key, ...more],
    words,
    run: (event) => {
      const index = placeOf(event)
      return void walk(index === null && !known ? 0 : (index ?? at.value) + step)
    },
  })
  const walkingAndChoosing = (event: KeyboardEvent): boolean => {
    const index = placeOf(event)
    if (index === null) return false
    void walkChoosing(index, index + (event.key === 'ArrowDown' ? 1 : -1))
    return true
  }
  /** A key that does something to the row with the focus; elsewhere it leads to the row it would be. */
  const acting = (
    keys: readonly string[],
    words: Shortcut['words'],
    act: (deal: DealRow, event: KeyboardEvent) => void,
  ): Shortcut => ({
    keys,
    words,
    run: (event) => {
      const index = placeOf(event)
      const deal = index === null ? undefined : rows()[index]
      if (deal) act(deal, event)
      else void walk(at.value)
    },
  })
  const shortcuts: readonly Shortcut[] = [
    walking('ArrowDown', 'shortcuts.list.down', 1, ['j']),
    walking('ArrowUp', 'shortcuts.list.up', -1, ['k']),
    walking('PageDown', 'shortcuts.list.pageDown', PAGE),
    walking('PageUp', 'shortcuts.list.pageUp', -PAGE),
    { keys: ['Home'], words: 'shortcuts.list.first', run: () => void walk(0) },
    { keys: ['End'], words: 'shortcuts.list.last', run: () => void walk(rows().length - 1) },
    acting(['Enter'], 'shortcuts.list.open', open),
    acting(['f'], 'shortcuts.list.favorite', favorite),
    acting(['x'], 'shortcuts.list.choose', (deal) => deps.select(deal, false)),
    acting(['shift+x'], 'shortcuts.list.chooseThrough', (deal) => deps.select(deal, true)),
    { keys: ['shift+ArrowDown', 'shift+ArrowUp'], words: 'shortcuts.list.chooseOn', run: walkingAndChoosing },
    { keys: ['mod+a'], words: 'shortcuts.list.chooseShown', run: () => deps.selectShown() },
    { keys: ['Escape'], words: 'shortcuts.list.letGo', run: () => deps.clear() },
  ]
  useShortcuts({
    title: 'shortcuts.groups.list',
    shortcuts: shortcuts.map((shortcut) => ({
      ...shortcut,
      run: (event) => {
        // A link or a button has its own use for Enter.
        const isPressed = event.key === 'Enter' && (event.target as Element).closest('a, button') !== null
        return rows().length > 0 && !isPressed && shortcut.run(event) !== false
      },
    })),
  })

  /** Something in the list has got the focus: its row is where one is now. */
  const arrive = (target: EventTarget | null) => {
    const index = target instanceof Element ? indexOf(target) : null
    const deal = index === null ? undefined : rows()[index]
    if (index === null || !deal) return
    at.value = index
    known = true
    visit({ id: deal.id, index })
  }
  /** Other rows, from the top: a keyboard that was in a row is in the first one. */
  const begin = () => {
    known = false
    at.value = 0
    if (document.activeElement && indexOf(document.activeElement) !== null) void walk(0)
  }
  /** Back on the list: to the row visited last, unless somebody is typing or something lies over it. */
  const comeBack = () => {
    const target = document.activeElement ?? document.body
    if (start && !isTyping(target) && !isCovered(target)) focusRow()
  }
  return { at, arrive, begin, comeBack }
}
