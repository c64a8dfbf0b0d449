/**
 * The kit's parts of days and times swallow every key: Escape, and what is held with Ctrl, Cmd or Alt, belong to what is
 * around.
 */
export function passOn(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  if (key !== 'Escape' && !ctrlKey && !metaKey && !altKey) return
  event.stopPropagation()
  const passed = { key, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true }
  const field = event.currentTarget as HTMLElement
  const goesOn = field.parentElement?.dispatchEvent(new KeyboardEvent('keydown', passed))
  if (goesOn === false) event.preventDefault()
}
