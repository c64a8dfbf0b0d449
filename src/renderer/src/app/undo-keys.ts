import { onScopeDispose } from 'vue'
import { useUndo } from './undo.store.ts'

const FIELDS = 'input, select, textarea, [contenteditable="true"], [role="spinbutton"]'
const OVER_THE_PAGE = '[role="dialog"], [role="alertdialog"], [role="menu"]'

/** Ctrl or Cmd with Z takes the last change back, with Shift does it again: unless a field has its own use for them. */
export function useUndoKeys(): void {
  const undo = useUndo()
  function onKey(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const target = event.target instanceof Element ? event.target : document.body
    if (event.defaultPrevented || target.closest(FIELDS) || document.querySelector(OVER_THE_PAGE)) return
    event.preventDefault()
    void (event.shiftKey ? undo.redo() : undo.undo())
  }
  window.addEventListener('keydown', onKey)
  onScopeDispose(() => window.removeEventListener('keydown', onKey))
}
