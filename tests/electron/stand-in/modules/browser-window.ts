import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { Preventable } from '../preventable.ts'
import type { StandIn } from '../stand-in.ts'
import { StandInSession } from './session.ts'
import { StandInWebContents } from './web-contents.ts'

type WindowPart = Pick<
  BrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getNormalBounds'
  | 'hide'
  | 'isDestroyed'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isFocused'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setFullScreen'
  | 'setOverlayIcon'
  | 'show'
  | 'unmaximize'
>

/** A window: a page of real Chromium, and what becomes of it. */
export class StandInWindow extends EventEmitter implements WindowPart {
  readonly options: BrowserWindowConstructorOptions
  readonly webContents: StandInWebContents
  readonly #standIn: StandIn
  #destroyed = false
  #bounds: Electron.Rectangle
  #maximized = false
  #fullScreen = false
  shown = false
  focused = 0
  background: string
  /** Whether it is the one somebody types into; a test may take that away. */
  hasFocus = false
  /** The picture over its button in the taskbar, and what it says. */
  overlay: { readonly picture: string | null; readonly description: string } | null = null

  constructor(standIn: StandIn, options: BrowserWindowConstructorOptions) {
    super()
    standIn.app.mustBeReady('new BrowserWindow')
    this.#standIn = standIn
    this.options = options
    const { preload = null, session } = options.webPreferences ?? {}
    const own = session instanceof StandInSession ? session : standIn.session.defaultSession
    this.webContents = new StandInWebContents(
      { panes: standIn.panes, ipcMain: standIn.ipcMain, session: own },
      { preload, shown: own === standIn.session.defaultSession },
      () => this.destroy(),
    )
    this.webContents.on('render-process-gone', (event, details) =>
      standIn.app.emit('render-process-gone', event, this.webContents, details),
    )
    this.shown = options.show !== false
    const { x = 0, y = 0, width = 800, height = 600, backgroundColor = '#fff' } = options
    this.#bounds = { x, y, width, height }
    this.background = backgroundColor
    standIn.windows.push(this)
    standIn.app.emit('web-contents-created', {}, this.webContents)
    standIn.app.emit('browser-window-created', {}, this)
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url)
    this.emit('ready-to-show')
  }
  show(): void {
    if (this.shown) return
    this.shown = true
    this.hasFocus = true
    this.emit('show')
  }
  setBackgroundColor(color: string): void {
    this.background = color
  }
  /** As the mouse moves it or draws at its edge. */
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.#bounds
    this.#bounds = { ...before, ...bounds }
    if (this.#bounds.x !== before.x || this.#bounds.y !== before.y) this.emit('move')
    if (this.#bounds.width !== before.width || this.#bounds.height !== before.height) this.emit('resize')
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds }
  }
  maximize(): void {
    this.#maximized = true
    this.show()
    this.emit('maximize')
  }
  unmaximize(): void {
    this.#maximized = false
    this.emit('unmaximize')
  }
  isMaximized(): boolean {
    return this.#maximized
  }
  setFullScreen(flag: boolean): void {
    this.#fullScreen = flag
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen')
  }
  isFullScreen(): boolean {
    return this.#fullScreen
  }
  hide(): void {
    this.shown = false
    this.emit('hide')
  }
  isVisible(): boolean {
    return this.shown
  }
  focus(): void {
    this.focused += 1
    this.hasFocus = true
  }
  isFocused(): boolean {
    return this.hasFocus && this.shown && !this.#destroyed
  }
  setOverlayIcon(overlay: Electron.NativeImage | null, description: string): void {
    const picture = this.#standIn.nativeImage.pathOf(overlay)
    this.overlay = picture === null ? null : { picture, description }
  }
  restore(): void {}
  isMinimized(): boolean {
    return false
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  /** As its cross does it: listeners may keep it. */
  close(): void {
    if (this.#destroyed) return
    const event = new Preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.webContents.destroy()
    this.emit('closed')
    const { app, windows } = this.#standIn
    if (!app.quitting && windows.every((window) => window.isDestroyed())) app.emit('window-all-closed')
  }
}

/** What `BrowserWindow` is to whoever imports it. */
export interface WindowClass {
  new (options?: BrowserWindowConstructorOptions): StandInWindow
  getAllWindows(): StandInWindow[]
}

/** Electron's constructor knows its application by itself. */
export const windowClassOf = (standIn: StandIn): WindowClass =>
  class extends StandInWindow {
    constructor(options: BrowserWindowConstructorOptions = {}) {
      super(standIn, options)
    }
    static getAllWindows(): StandInWindow[] {
      return standIn.windows.filter((window) => !window.isDestroyed())
    }
  }
