import { join } from 'node:path'
import { BrowserWindow, type WebPreferences, app, nativeTheme, screen } from 'electron'
import type { Asks } from '../asks.ts'
import { PAGE_URL } from '../security/origin.ts'
import { comeBackAsLeft, keepPlace } from './keep-place.ts'
import type { Chosen } from './chosen.ts'
import { keepPointedMenu } from './menu.ts'
import type { WindowMemory } from './memory.ts'
import { place } from './placement.ts'
import { isLeaving, takeLeave } from './take-leave.ts'
import { watchScreen } from './watch-screen.ts'
import { keepZoom, zoom } from './keep-zoom.ts'
import type { ZoomWay } from './zoom.ts'

/** The open windows: what is no longer referred to is collected. */
export const windows = new Set<BrowserWindow>()

/** The frame every page lives in: no Node, no shared world, sandboxed (PROMISES 2 items 2 to 11). */
export const WEB_PREFERENCES = Object.freeze({
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  spellcheck: false,
  devTools: !app.isPackaged,
} as const satisfies WebPreferences)

/** Where windows may be, the primary display first. */
function workAreas() {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary, ...others].map(({ workArea }) => workArea)
}

/** What is behind everything on the screens, before there are any: `--canvas` of the tokens. */
const canvas = (): string => (nativeTheme.shouldUseDarkColors ? '#121417' : '#f5f6f8')

/** The one window of the application: opened as it was left, and opened again when it is asked for. */
export class MainWindow {
  readonly #memory: WindowMemory
  readonly #asks: Asks
  readonly #chosen: Chosen
  readonly #engine: Promise<unknown>
  #lastScreen: string | null = null

  constructor(memory: WindowMemory, asks: Asks, chosen: Chosen, engine: Promise<unknown>) {
    this.#memory = memory
    this.#asks = asks
    this.#chosen = chosen
    this.#engine = engine
    nativeTheme.on('updated', () => {
      for (const window of windows) window.setBackgroundColor(canvas())
    })
  }

  /** Opens it. It appears once it has something to show and somebody to ask, or, without `show`, when somebody asks for it. */
  async open({ show }: { readonly show: boolean }): Promise<void> {
    const memory = this.#memory
    const { bounds, smallest } = place(memory.now.bounds, workAreas())
    const window = new BrowserWindow({
      x: bounds.x,
      y: bounds.y,
      width: bounds.width,
      height: bounds.height,
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      title: 'Tandem',
      backgroundColor: canvas(),
      webPreferences: WEB_PREFERENCES,
    })
    windows.add(window)
    window.on('closed', () => windows.delete(window))
    // What a page calls itself stands in the list of windows of the system: that is no place for a customer's name.
    window.on('page-title-updated', (event) => event.preventDefault())
    this.#lastScreen = memory.now.address
    const appear = comeBackAsLeft(window, memory.now)
    if (show) {
      window.once('ready-to-show', () => {
        const shown = this.#engine.then(() => this.#memory.resting || window.isDestroyed() || appear())
        // Whoever started the engine says why there is none.
        shown.catch(() => {})
      })
    }
    keepPlace(window, memory)
    keepZoom(window, memory)
    keepPointedMenu(window, this.#chosen)
    watchScreen(window, (address) => {
      // Until the page was told where it was left, where it is says nothing.
      if (this.#lastScreen === null) memory.note({ address })
    })
    takeLeave(window, this.#asks)
    await window.loadURL(PAGE_URL).catch((error: unknown) => {
      // Closed while it was coming up: that is no fault of anything.
      if (!window.isDestroyed()) throw error
    })
  }

  /** The application ends: from now on nothing is shown, and nothing remembered. */
  leave(): void {
    this.#memory.rest()
    for (const window of windows) window.hide()
  }

  /** The screen the window was left at: for its page to begin with, and once only. */
  takeLastScreen(): string | null {
    const address = this.#lastScreen
    this.#lastScreen = null
    return address
  }

  /** Makes what it shows one step larger or smaller. */
  zoom(way: ZoomWay): void {
    const [window] = windows
    if (window) zoom(window, this.#memory, way)
  }

  /** Takes back what is typed in a field of it, or types it again: Chromium keeps account of that, not the page. */
  takeBackTyping(way: 'undo' | 'redo'): void {
    const [window] = windows
    if (way === 'undo') window?.webContents.undo()
    else window?.webContents.redo()
  }

  /** Goes to the screen before, or forward again. */
  travel(way: 'back' | 'forward'): void {
    const [window] = windows
    if (way === 'back') window?.webContents.navigationHistory.goBack()
    else window?.webContents.navigationHistory.goForward()
  }

  /** Puts it before the person, opened anew where it was closed. */
  bringForward(): void {
    if (this.#memory.resting) return
    const [window] = windows
    if (!window) return void this.open({ show: true })
    if (isLeaving(window)) return void window.once('closed', () => this.bringForward())
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }
}
