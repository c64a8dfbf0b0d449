import { nextTick, type Ref, watch } from 'vue'
import { goToFirstFault } from './mend.ts'

/** Ctrl+Enter, or Cmd+Enter, presses the button that sends the form, from wherever in it one is. */
function onKey(event: KeyboardEvent) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
  event.preventDefault()
  ;(event.currentTarget as HTMLFormElement).querySelector<HTMLElement>('[type="submit"]')?.click()
}

/**
 * The manners of a form in a dialog: it is sent by Ctrl+Enter, and after a refusal the first field that is wrong has the
 * focus. `part` is anything inside it, `faults` what was refused, anew with every try.
 */
export function useFormKeys(part: Readonly<Ref<HTMLElement | null>>, faults: () => readonly unknown[]): void {
  watch(part, (element) => element?.closest('form')?.addEventListener('keydown', onKey), {
    flush: 'post',
    immediate: true,
  })
  watch(faults, async (found) => {
    await nextTick()
    if (found.length > 0 && part.value) goToFirstFault(part.value)
  })
}
