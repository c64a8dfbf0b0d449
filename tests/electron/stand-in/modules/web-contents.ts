import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import type { Pane, PaneOwner, PaneWants, Panes } from '../pane.ts'
import { Preventable } from '../preventable.ts'
import type { StandInIpcMain } from './ipc-main.ts'
import type { StandInSession } from './session.ts'

type ContentsPart = Pick<
  WebContents,
  | 'executeJavaScriptInIsolatedWorld'
  | 'forcefullyCrashRenderer'
  | 'id'
  | 'isDestroyed'
  | 'loadURL'
  | 'printToPDF'
  | 'redo'
  | 'reload'
  | 'send'
  | 'setWindowOpenHandler'
  | 'setZoomFactor'
  | 'undo'
>
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

let lastId = 0

/** What a window shows: a pane of real Chromium, heard and answered. */
export class StandInWebContents extends EventEmitter implements ContentsPart {
  readonly id = (lastId += 1)
  readonly session: StandInSession
  /** The windows a page wanted to open, and what was decided. */
  readonly popups: { readonly url: string; readonly action: string }[] = []
  readonly #pane: Pane
  #openHandler: OpenHandler | null = null
  #address = ''
  #destroyed = false
  zoomFactor = 1

  constructor(
    parts: { panes: Panes; ipcMain: StandInIpcMain; session: StandInSession },
    wants: PaneWants,
    closed: () => void,
  ) {
    super()
    this.session = parts.session
    const owner: PaneOwner = {
      invoke: (channel, args, senderFrame) =>
        parts.ipcMain.invoke(channel, { sender: this, senderFrame }, args),
      answer: (asked) => parts.session.answer(asked),
      mayGo: async (url, isMainFrame) => this.#mayGo(url, isMainFrame),
      mayOpen: async (url) => this.mayOpen(url),
      mayDownload: async () => parts.session.mayDownload(this),
      closed: async () => closed(),
      went: async (url) => this.#went(url),
    }
    this.#pane = parts.panes.open(wants, owner)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }
  send(channel: string, payload: unknown): void {
    if (!this.#destroyed) void this.#pane.deliver(channel, structuredClone(payload))
  }
  async loadURL(url: string): Promise<void> {
    this.#begin(url)
    await this.#pane.load(url)
    this.emit('dom-ready')
    this.emit('did-finish-load')
  }
  reload(): void {
    this.#begin(this.#address)
    void this.#pane.reload().then(() => {
      this.emit('dom-ready')
      this.emit('did-finish-load')
    })
  }
  /** Its process ends: what is shown stays until it is loaded anew. */
  crash(reason: Electron.RenderProcessGoneDetails['reason']): void {
    this.emit('render-process-gone', {}, { reason, exitCode: 5 })
  }
  forcefullyCrashRenderer(): void {
    this.crash('killed')
  }
  async executeJavaScriptInIsolatedWorld(_world: number, scripts: { code: string }[]): Promise<unknown> {
    return this.#pane.evaluate(scripts.map(({ code }) => code).join('\n'))
  }
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer<ArrayBuffer>> {
    const { preferCSSPageSize = false, printBackground = false } = options
    return Buffer.from(await this.#pane.pdf({ preferCSSPageSize, printBackground }))
  }
  /** The pages before and after the one that is shown. */
  readonly navigationHistory = {
    goBack: (): void => void this.#pane.evaluate('history.back()'),
    goForward: (): void => void this.#pane.evaluate('history.forward()'),
  } satisfies Partial<WebContents['navigationHistory']>
  /** What Chromium does in a field by itself, when its menu says so. */
  async edit(command: string): Promise<void> {
    await this.#pane.evaluate(`document.execCommand(${JSON.stringify(command)})`)
  }
  undo(): void {
    void this.edit('undo')
  }
  redo(): void {
    void this.edit('redo')
  }
  setZoomFactor(factor: number): void {
    this.zoomFactor = factor
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  /** Its window goes, and takes it along. */
  destroy(): void {
    this.#destroyed = true
    void this.#pane.close()
    this.emit('destroyed')
  }

  #begin(url: string): void {
    this.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false })
  }
  /** What changes behind "#" alone is the same page still. */
  #went(url: string): void {
    const before = this.#address
    this.#address = url
    if (url !== before && url.split('#')[0] === before.split('#')[0]) {
      this.emit('did-navigate-in-page', {}, url, true)
    }
  }
  #mayGo(url: string, isMainFrame: boolean): boolean {
    const event = Object.assign(new Preventable(), { url, isMainFrame })
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }
  /** A page wants to open a window. */
  mayOpen(url: string): boolean {
    const { action } = this.#openHandler?.({ url } as never) ?? { action: 'allow' }
    this.popups.push({ url, action })
    return action === 'allow'
  }
}
