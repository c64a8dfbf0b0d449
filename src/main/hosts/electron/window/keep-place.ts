import type { BrowserWindow } from 'electron'
import type { WindowMemory } from './memory.ts'
import type { Rect } from './placement.ts'
import type { Remembered } from './remembered.ts'

/**
 * Prepares a window that nobody sees yet to come back as large as it was left. Gives what makes it appear; whoever shows
 * it otherwise, later, gets it in the same state.
 */
export function comeBackAsLeft(window: BrowserWindow, left: Remembered): () => void {
  window.once('show', () => {
    if (left.fullScreen) window.setFullScreen(true)
    else if (left.maximized && !window.isMaximized()) window.maximize()
  })
  return () => {
    // Maximising shows it as well: it never appears small first.
    if (left.maximized && !left.fullScreen) window.maximize()
    window.show()
  }
}

const same = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/**
 * Keeps where a window is and how large. As long as nobody moves it, what was remembered stays: a window whose display is
 * away goes back to it when it is there again, and what the system makes of the numbers does not add up over many starts.
 */
export function keepPlace(window: BrowserWindow, memory: WindowMemory): void {
  const remembered = memory.now.bounds
  const opened = window.getNormalBounds()
  let seen = false
  window.once('show', () => (seen = true))

  const note = (): void => {
    if (!seen || window.isDestroyed()) return
    const bounds = window.getNormalBounds()
    memory.note({
      bounds: same(bounds, opened) ? remembered : bounds,
      maximized: window.isMaximized(),
      fullScreen: window.isFullScreen(),
    })
  }
  window.on('move', note)
  window.on('resize', note)
  window.on('maximize', note)
  window.on('unmaximize', note)
  window.on('enter-full-screen', note)
  window.on('leave-full-screen', note)
  window.on('close', () => {
    note()
    memory.keep()
  })
}
