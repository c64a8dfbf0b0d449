import { nextTick, onScopeDispose, ref } from 'vue'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'

const TYPING = 'input:not([type="checkbox"]), select, textarea, [contenteditable="true"]'
const OVER_THE_PAGE = '[role="dialog"], [role="alertdialog"], [role="menu"]'
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 15,
  PageUp: -15,
}

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
  const taken = (target: Element) =>
    target.closest(TYPING) !== null || document.querySelector(OVER_THE_PAGE) !== null

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
  function onKey(event: KeyboardEvent) {
    const target = event.target instanceof Element ? event.target : document.body
    if (event.defaultPrevented || event.altKey || rows().length === 0 || taken(target)) return
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a' || event.shiftKey) return
      event.preventDefault()
      return deps.selectShown()
    }
    const index = indexOf(target)
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const deal = index === null ? undefined : rows()[index]
    const step = STEPS[key]
    if (step !== undefined && event.shiftKey && event.key.startsWith('Arrow') && index !== null) {
      void walkChoosing(index, index + step)
    } else if (step !== undefined) void walk(index === null && !known ? 0 : (index ?? at.value) + step)
    else if (key === 'Home') void walk(0)
    else if (key === 'End') void walk(rows().length - 1)
    else if (key === 'Escape' && deps.clear()) return event.preventDefault()
    else if (key === 'f' && deal) favorite(deal)
    else if (key === 'x' && deal) deps.select(deal, event.shiftKey)
    else if (key === 'Enter' && target.closest('a, button')) return
    else if (key === 'Enter' && deal) open(deal)
    else if (key === 'f' || key === 'x' || key === 'Enter') void walk(at.value)
    else return
    event.preventDefault()
  }
  window.addEventListener('keydown', onKey)
  onScopeDispose(() => window.removeEventListener('keydown', onKey))

  /** Something in the list has got the focus: its row is where one is now. */
  const arrive = (target: EventTarget | null) => {
    const index = target instanceof Element ? indexOf(target) : null
    const deal = index === null ? undefined : rows()[index]
    if (index === null || !deal) return
    at.value = index
    known = true
    visit({ id: deal.id, index })
  }
  /** Back on the list: to the row visited last, unless somebody is typing or something lies over it. */
  const comeBack = () => {
    if (start && !taken(document.activeElement ?? document.body)) focusRow()
  }
  return { at, arrive, comeBack }
}
