import { onScopeDispose, ref } from 'vue'
import { bringsFiles, broughtBy } from './brought.ts'
import type { useOverlays } from './overlays.ts'

const EDITABLE = 'input, textarea, [contenteditable]'
/** Dialogs, and not what opens beside a button: that has a side. */
const DIALOG = ':is([role="dialog"], [role="alertdialog"]):not([data-side])'

/** Whether a drop here would lead the page to another address. */
const wouldNavigate = ({ dataTransfer, target }: DragEvent): boolean =>
  bringsFiles(dataTransfer) ||
  ((dataTransfer?.types ?? []).includes('text/uri-list') && !(target as Element).closest?.(EDITABLE))

/**
 * A file that is dropped anywhere on the window is imported: `over` says that one is being held over it. Only files from
 * outside count, and only while no dialog is open; a place of its own that takes the drop goes first. Nothing that is
 * dropped ever takes the page elsewhere. By keyboard the same is "Import".
 */
export function useWindowDrop(isReady: () => boolean, overlays: ReturnType<typeof useOverlays>) {
  const over = ref<'one' | 'several' | null>(null)
  /** What is dragged began in this page: a card, a picture. */
  let isOwn = false
  const isFree = () =>
    isReady() && !isOwn && overlays.current.value === null && document.querySelector(DIALOG) === null

  function hover(event: DragEvent): void {
    if (event.defaultPrevented || !event.dataTransfer || !wouldNavigate(event)) return
    event.preventDefault()
    const takes = bringsFiles(event.dataTransfer) && isFree()
    event.dataTransfer.dropEffect = takes ? 'copy' : 'none'
    over.value = takes ? (event.dataTransfer.items.length > 1 ? 'several' : 'one') : null
  }
  function leave(event: DragEvent): void {
    // Between two elements of the page there is always another; out of the window there is none.
    if (event.relatedTarget === null) over.value = null
  }
  function drop(event: DragEvent): void {
    over.value = null
    if (event.defaultPrevented || !wouldNavigate(event)) return
    event.preventDefault()
    const brought = isFree() ? broughtBy(event.dataTransfer) : null
    if (brought) overlays.open({ kind: 'import', brought })
  }
  const listeners: readonly [string, (event: DragEvent) => void][] = [
    ['dragstart', () => (isOwn = true)],
    ['dragend', () => (isOwn = false)],
    ['dragenter', hover],
    ['dragover', hover],
    ['dragleave', leave],
    ['drop', drop],
  ]
  for (const [name, listener] of listeners) window.addEventListener(name, listener as EventListener)
  onScopeDispose(() => {
    for (const [name, listener] of listeners) window.removeEventListener(name, listener as EventListener)
  })
  return { over }
}
