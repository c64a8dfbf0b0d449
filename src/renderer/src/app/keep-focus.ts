import { onMounted, onScopeDispose } from 'vue'

const OVER = '[role="dialog"], [role="menu"]'

/**
 * Never lets the focus fall to nowhere: what had it may be removed, or be disabled while it works. Then the focus goes
 * to the dialog that is open, else back to what had it before a dialog or menu took it, else to the screen; what worked
 * gets it back. A click beside everything is respected.
 */
export function useKeptFocus(screen: () => HTMLElement | null): void {
  let last: HTMLElement | null = null
  let outside: HTMLElement | null = null
  let wasWorking = false

  function giveBack(): void {
    const dialog = document.querySelector<HTMLElement>('[role="dialog"]')
    if (dialog) return dialog.focus()
    if (outside?.isConnected) outside.focus()
    if (document.activeElement === document.body) screen()?.focus()
  }
  function settle(): void {
    if (!last || document.activeElement !== document.body) return
    if (!last.isConnected) {
      last = null
      giveBack()
    } else if (last.matches(':disabled')) {
      wasWorking = true
    } else if (wasWorking) {
      wasWorking = false
      last.focus()
    }
  }
  function onFocusIn(event: FocusEvent): void {
    if (event.target === document.body) return
    last = event.target as HTMLElement
    if (!last.closest(OVER)) outside = last
    wasWorking = false
  }
  function onPointerDown(): void {
    last = null
  }

  const observer = new MutationObserver(settle)
  onMounted(() => {
    document.addEventListener('focusin', onFocusIn)
    document.addEventListener('pointerdown', onPointerDown)
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  })
  onScopeDispose(() => {
    document.removeEventListener('focusin', onFocusIn)
    document.removeEventListener('pointerdown', onPointerDown)
    observer.disconnect()
  })
}
