import { readFileSync } from 'node:fs'
import type { BrowserContext, Frame, Page, Route } from 'playwright'
import { toApp, toWeb } from './address.ts'
import { pageSide } from './page-side.ts'
import type { Pane, PaneOwner, PaneWants, Panes, PaperOptions } from './pane.ts'

const EMPTY = { status: 200, contentType: 'text/html', body: '' }

const seen = (frame: Frame) => {
  const parent = frame.parentFrame()
  return { url: toApp(frame.url()), parent: parent && { url: toApp(parent.url()) } }
}

/** Lets a page reach what its window answers for and nothing else; where it may go is up to the window too. */
async function answer(page: Page, owner: PaneOwner, route: Route): Promise<void> {
  const request = route.request()
  const url = toApp(request.url())
  if (request.isNavigationRequest() && page.url() !== 'about:blank') {
    // Aborted is the one failure after which Chromium keeps the page it has.
    if (!(await owner.mayGo(url, request.frame() === page.mainFrame()))) return route.abort('aborted')
  }
  const body = request.postDataBuffer()
  const answered = await owner.answer({
    url,
    method: request.method(),
    headers: request.headers(),
    body: body && new Uint8Array(body),
  })
  if (!answered) return route.abort()
  await route.fulfill({ ...answered, body: Buffer.from(answered.body) })
}

/** What fails because the page is gone has nobody left to hear of it. */
const unlessClosed =
  (page: Page) =>
  (error: unknown): void => {
    if (!page.isClosed()) throw error
  }

class PagePane implements Pane {
  readonly #context: BrowserContext
  readonly #wants: PaneWants
  readonly #owner: PaneOwner
  readonly #loaded: (page: Page) => void
  #page: Promise<Page> | undefined

  constructor(context: BrowserContext, wants: PaneWants, owner: PaneOwner, loaded: (page: Page) => void) {
    this.#context = context
    this.#wants = wants
    this.#owner = owner
    this.#loaded = loaded
  }

  /** The page itself, made when it is first needed. */
  get #opened(): Promise<Page> {
    return (this.#page ??= this.#open())
  }

  async #open(): Promise<Page> {
    const context = this.#wants.shown ? this.#context : await this.#context.browser()!.newContext()
    // A popup asks for its address before anybody can say no: it gets an empty page, so that its address is known.
    await context.route('**', (route) => route.fulfill(EMPTY))
    const page = await context.newPage()
    if (this.#wants.preload !== null) {
      const preload = readFileSync(this.#wants.preload, 'utf8')
      await page.exposeBinding('standInInvoke', ({ frame }, channel: string, args: readonly unknown[]) =>
        this.#owner.invoke(channel, args, seen(frame)),
      )
      await page.addInitScript(`(${pageSide.toString()})(function (require) {\n${preload}\n})`)
    }
    await page.route('**', (route) => answer(page, this.#owner, route).catch(unlessClosed(page)))
    page.on('close', () => {
      if (!this.#wants.shown) void context.close()
      void this.#owner.closed()
    })
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) void this.#owner.went(toApp(frame.url()))
    })
    // Chromium opens first: what may not be is closed at once. What may be is the business of the system's browser.
    page.on('popup', (popup) => {
      void this.#owner.mayOpen(toApp(popup.url())).then(() => popup.close())
    })
    page.on('download', (download) => {
      void this.#owner.mayDownload().then((may) => (may ? undefined : download.cancel()))
    })
    return page
  }

  async load(url: string): Promise<void> {
    const page = await this.#opened
    await page.goto(toWeb(url))
    this.#loaded(page)
  }
  async reload(): Promise<void> {
    await (await this.#opened).reload()
  }
  async deliver(channel: string, payload: unknown): Promise<void> {
    const page = await this.#opened
    // A page that is leaving hears nothing more.
    await page
      .evaluate(([name, value]) => window.standInDeliver(name as string, value), [channel, payload])
      .catch(() => {})
  }
  async evaluate(code: string): Promise<unknown> {
    const page = await this.#opened
    const devtools = await page.context().newCDPSession(page)
    const { frameTree } = await devtools.send('Page.getFrameTree')
    const { executionContextId } = await devtools.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
    })
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      expression: code,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    })
    await devtools.detach()
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return result.value
  }
  async pdf(options: PaperOptions): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#opened).pdf(options))
  }
  async close(): Promise<void> {
    await (await this.#page)?.close()
  }
}

/** Pages of a browser context of this process. */
export class PagePanes implements Panes {
  /** The first page somebody sees, once it shows something. */
  readonly first: Promise<Page>
  readonly #context: BrowserContext
  readonly #panes: PagePane[] = []
  #shown!: (page: Page) => void

  constructor(context: BrowserContext) {
    this.#context = context
    this.first = new Promise((resolve) => (this.#shown = resolve))
  }

  open(wants: PaneWants, owner: PaneOwner): Pane {
    const pane = new PagePane(this.#context, wants, owner, (page) => wants.shown && this.#shown(page))
    this.#panes.push(pane)
    return pane
  }
  /** Closes what is still open. */
  async close(): Promise<void> {
    for (const pane of this.#panes) await pane.close()
  }
}
