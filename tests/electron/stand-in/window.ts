import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron'
import type { Frame, Page, Route } from 'playwright'
import { toApp, toWeb } from './address.ts'
import { Preventable } from './app.ts'
import { pageSide } from './page-side.ts'
import type { StandIn } from './stand-in.ts'

type WindowPart = Pick<
  BrowserWindow,
  'focus' | 'isDestroyed' | 'isMinimized' | 'loadURL' | 'restore' | 'show'
>
type ContentsPart = Pick<WebContents, 'id' | 'send' | 'setWindowOpenHandler'>
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

class StandInContents extends EventEmitter implements ContentsPart {
  readonly id: number
  readonly #page: () => Page | undefined
  openHandler: OpenHandler | null = null

  constructor(id: number, page: () => Page | undefined) {
    super()
    this.id = id
    this.#page = page
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
  send(channel: string, payload: unknown): void {
    const sent = this.#page()?.evaluate(
      ([name, value]) => window.standInDeliver(name as string, value),
      [channel, structuredClone(payload)],
    )
    // A page that is leaving hears nothing more.
    sent?.catch(() => {})
  }
}

/** Lets a page reach what `protocol.handle` serves and nothing else; where it may go is up to `will-navigate`. */
async function answer(standIn: StandIn, contents: StandInContents, page: Page, route: Route): Promise<void> {
  const request = route.request()
  const url = toApp(request.url())
  if (request.isNavigationRequest() && page.url() !== 'about:blank') {
    const event = Object.assign(new Preventable(), { url })
    contents.emit('will-navigate', event, url)
    // Aborted is the one failure after which Chromium keeps the page it has.
    if (event.defaultPrevented) return route.abort('aborted')
  }
  const handler = standIn.handlers.get(new URL(url).protocol.slice(0, -1))
  if (!handler) {
    standIn.outside.push(url)
    return route.abort()
  }
  const body = request.postDataBuffer()
  const asked = new Request(url, {
    method: request.method(),
    headers: request.headers(),
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
  const answered = await handler(asked)
  await route.fulfill({
    status: answered.status,
    headers: Object.fromEntries(answered.headers),
    body: Buffer.from(await answered.arrayBuffer()),
  })
}

/** A window: a page of the stand-in's browser context. */
export class StandInWindow extends EventEmitter implements WindowPart {
  readonly options: BrowserWindowConstructorOptions
  readonly webContents: StandInContents
  readonly #standIn: StandIn
  #page: Page | undefined
  shown = false
  focused = 0

  constructor(standIn: StandIn, options: BrowserWindowConstructorOptions) {
    super()
    this.#standIn = standIn
    this.options = options
    this.webContents = new StandInContents(standIn.windows.length + 1, () => this.#page)
    standIn.windows.push(this)
    standIn.app.emit('web-contents-created', {}, this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#standIn.context.newPage()
    const preload = readFileSync(this.options.webPreferences!.preload!, 'utf8')
    await page.exposeBinding('standInInvoke', ({ frame }, channel: string, args: readonly unknown[]) =>
      this.#standIn.invoke(channel, this.#eventOf(frame), args),
    )
    await page.addInitScript(`(${pageSide.toString()})(function (require) {\n${preload}\n})`)
    await page.route('**', (route) => answer(this.#standIn, this.webContents, page, route))
    page.on('close', () => this.#closed())
    page.on('popup', (popup) => void this.#popup(popup))
    this.#page = page
    await page.goto(toWeb(url))
    this.#standIn.opened(page)
    this.emit('ready-to-show')
  }
  show(): void {
    this.shown = true
  }
  focus(): void {
    this.focused += 1
  }
  restore(): void {}
  isMinimized(): boolean {
    return false
  }
  isDestroyed(): boolean {
    return this.#page?.isClosed() ?? false
  }

  #eventOf(frame: Frame) {
    const parent = frame.parentFrame()
    return {
      sender: this.webContents,
      senderFrame: { url: toApp(frame.url()), parent: parent && { url: toApp(parent.url()) } },
    }
  }
  /** Chromium opens first: what the handler denies is closed at once. */
  async #popup(popup: Page): Promise<void> {
    const decision = this.webContents.openHandler?.({ url: popup.url() } as never)
    this.#standIn.popups.push(decision?.action ?? 'allow')
    await popup.close()
  }
  #closed(): void {
    this.emit('closed')
    if (this.#standIn.windows.every((window) => window.isDestroyed()))
      this.#standIn.app.emit('window-all-closed')
  }
}
