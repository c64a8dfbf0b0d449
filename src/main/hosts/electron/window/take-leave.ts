import { setTimeout } from 'node:timers/promises'
import { type BrowserWindow, app } from 'electron'
import type { Asks } from '../asks.ts'
import { tellLeaving } from './watch-screen.ts'

/** How long a window stays for its page to save what was typed last: one that hangs keeps nobody. */
const MOST_LAST_WORDS_MS = 1_000

const leaving = new WeakSet<BrowserWindow>()

/** Whether a window is about to close: nothing is shown in it any more. */
export const isLeaving = (window: BrowserWindow): boolean => leaving.has(window)

/** A window closes when its page has saved what was typed last. The quit that wanted it closed goes on then. */
export function takeLeave(window: BrowserWindow, asks: Asks): void {
  tellLeaving(window, () => asks.deaf())
  let isSaid = false
  let quits = false
  const quitting = (): void => void (quits = true)
  app.on('before-quit', quitting)
  window.on('closed', () => app.off('before-quit', quitting))

  const leave = async (): Promise<void> => {
    leaving.add(window)
    await Promise.race([asks.leave(), setTimeout(MOST_LAST_WORDS_MS, undefined, { ref: false })])
    isSaid = true
    if (window.isDestroyed()) return
    // Whoever keeps a window open calls its quit off: it is said again.
    if (quits) app.quit()
    else window.close()
  }
  window.on('close', (event) => {
    if (isSaid || !asks.hears) return
    event.preventDefault()
    if (!isLeaving(window)) void leave()
  })
  // Windows asks before it ends a session, and waits for nothing afterwards.
  window.on('query-session-end', () => void asks.leave())
}
