import { nextTick } from 'vue'
import { isCovered } from './shortcuts/shortcuts.ts'

/** A menu in a dialog over a screen: more than these never lie over each other. */
const MOST_LAYERS = 5

const isAsking = (): boolean => document.querySelector('[role="dialog"] [role="alertdialog"]') !== null
const isOpen = (): boolean => isCovered(document.body)
let latest = 0

function pressEscape(): void {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
}

/** Waits for the answer of the person to whether what was typed may go; true: it may. */
const answered = (): Promise<boolean> =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (isAsking()) return
      observer.disconnect()
      resolve(!isOpen())
    })
    observer.observe(document.body, { childList: true, subtree: true })
  })

/**
 * Leaves menus and dialogs as Escape would, one by one: nothing that was typed goes without a question, and what is under
 * way stays. Gives whether the screen is free then. Of several who wait for an answer only the latest gets it.
 */
export async function leaveWhatIsOpen(): Promise<boolean> {
  const turn = (latest += 1)
  for (let layer = 0; layer < MOST_LAYERS && isOpen(); layer += 1) {
    if (!isAsking()) {
      pressEscape()
      await nextTick()
      await nextTick()
    }
    if (isAsking()) return (await answered()) && turn === latest
  }
  return !isOpen()
}
