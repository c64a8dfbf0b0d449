import { nextTick, ref } from 'vue'

const ONE_LOOKS_FOR = '[type="search"]'

/** Leaving a dialog: at once while nothing is typed in it, else not before one has said so. */
export function useLeaving(canAsk: () => boolean, leave: () => void) {
  const asking = ref(false)
  let isTyped = false
  let cameFrom: HTMLElement | null = null

  /** What is typed to look for something is nothing anybody would miss. */
  function onInput(event: Event): void {
    if (!(event.target as Element).matches(ONE_LOOKS_FOR)) isTyped = true
  }
  /** The parts of a date tell nobody that they are typed. */
  function onKey(event: KeyboardEvent): void {
    if (/^\d$/.test(event.key) && (event.target as Element).matches('[role="spinbutton"]')) isTyped = true
  }
  async function keep(): Promise<void> {
    asking.value = false
    await nextTick()
    cameFrom?.focus()
  }
  /** Asked a second time, one stays. */
  function tryToLeave(): void {
    if (asking.value) return void keep()
    if (!isTyped || !canAsk()) return leave()
    cameFrom = document.activeElement as HTMLElement | null
    asking.value = true
  }
  return { asking, onInput, onKey, keep, tryToLeave }
}
