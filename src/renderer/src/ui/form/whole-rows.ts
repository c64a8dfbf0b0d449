import { type Ref, onScopeDispose, watch } from 'vue'
import { useWidth } from '../use-width.ts'

/**
 * How high a list may be so that its last visible row is a whole one: where the last row ends that ends within `limit`.
 * Null where every row fits, or not even the first does: then the list stays as high as it is.
 */
export function wholeHeight(ends: readonly number[], limit: number): number | null {
  const fitting = ends.filter((end) => end <= limit)
  return fitting.length === ends.length ? null : (fitting.at(-1) ?? null)
}

/** Ends a list that scrolls under a whole row: half a row looks like a fault of the page. Measured anew with its rows and its size. */
export function useWholeRows(list: Readonly<Ref<HTMLElement | null>>, rows: () => readonly unknown[]): void {
  function fit() {
    const box = list.value
    if (!box) return
    box.style.maxHeight = ''
    const top = box.getBoundingClientRect().top + box.clientTop - box.scrollTop
    const items = [...box.querySelectorAll('[role="option"]')]
    const ends = items.map((item) => item.getBoundingClientRect().bottom - top)
    const height = wholeHeight(ends, box.clientHeight)
    if (height !== null) box.style.maxHeight = `${height + box.offsetHeight - box.clientHeight}px`
  }
  // Another width wraps the rows anew, another window sets another limit; its own height is what is set here.
  watch([list, rows, useWidth(list)], fit, { immediate: true, flush: 'post' })
  window.addEventListener('resize', fit)
  onScopeDispose(() => window.removeEventListener('resize', fit))
}
