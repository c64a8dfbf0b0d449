/** A frame of a page by its address in Electron, and that of the frame around it. */
export interface FrameSeen {
  readonly url: string
  readonly parent: { readonly url: string } | null
}

/** What `ipcRenderer.invoke` gets back. */
export interface CallAnswer {
  readonly value?: unknown
  readonly error?: string
}

/** A request of a page, by its address in Electron. */
export interface Asked {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | null
}

/** The answer to it; null: it may not be asked for, or nobody serves it. */
export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * What a page asks of the window that shows it. Everything that crosses can be cloned: page and window may live in
 * processes of their own.
 */
export interface PaneOwner {
  invoke(channel: string, args: readonly unknown[], frame: FrameSeen): Promise<CallAnswer>
  answer(asked: Asked): Promise<Answered | null>
  /** Whether a page may leave for an address. */
  mayGo(url: string, isMainFrame: boolean): Promise<boolean>
  /** Whether a page may open an address in a window of its own. */
  mayOpen(url: string): Promise<boolean>
  /** Whether what a page wants saved may be. */
  mayDownload(): Promise<boolean>
  /** A page is at another address now, if only behind "#". */
  went(url: string): Promise<void>
  /** Somebody closed it. */
  closed(): Promise<void>
}

/** What a window asks of its page. */
export interface Pane {
  load(url: string): Promise<void>
  reload(): Promise<void>
  deliver(channel: string, payload: unknown): Promise<void>
  /** Runs a script in a world of its own and gives what comes of it. */
  evaluate(code: string): Promise<unknown>
  pdf(options: PaperOptions): Promise<Uint8Array>
  close(): Promise<void>
}

export interface PaperOptions {
  readonly preferCSSPageSize: boolean
  readonly printBackground: boolean
}

export interface PaneWants {
  /** The built preload, null: none. */
  readonly preload: string | null
  /** What nobody sees is kept out of the context a test watches. */
  readonly shown: boolean
}

/** Where windows get their pages from: real Chromium, in this process or in another. */
export interface Panes {
  open(wants: PaneWants, owner: PaneOwner): Pane
}
