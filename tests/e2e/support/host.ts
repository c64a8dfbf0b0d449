import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'

/** What the loopback host prints first. */
export interface Link {
  readonly url: string
  readonly origin: string
}

/** A host that runs, and the page it shows itself in. */
export interface Running {
  readonly page: Page
  readonly link?: Link
  /** Ends it as a person would, or kills it in the middle of whatever it does. It is gone when this is done. */
  end(how: 'quit' | 'kill'): Promise<void>
}

/** Starts a host on a folder. Its page lives in the context, where the host has no browser of its own. */
export type Start = (context: BrowserContext, dataDir: string) => Promise<Running>

/** A real host on a data folder of its own: started when it is opened. */
export class Host {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'tandem-e2e-'))
  readonly #start: Start
  #context: BrowserContext | undefined
  #running: Running | undefined

  /** `from`: a closed folder its own begins as a copy of. */
  constructor(start: Start, from?: string) {
    this.#start = start
    if (from !== undefined) cpSync(from, this.dataDir, { recursive: true })
  }

  /** Starts it, and gives the page it shows itself in. */
  async open(context: BrowserContext): Promise<Page> {
    this.#context = context
    this.#running = await this.#start(context, this.dataDir)
    return this.#running.page
  }
  /** The link of the loopback host that runs. */
  get link(): Link {
    if (!this.#running?.link) throw new Error('only the loopback host has a link, and only while it runs')
    return this.#running.link
  }
  /** Ends it and opens it again on the same folder. `between`: what happens to the folder meanwhile. */
  async restart(between?: (dataDir: string) => void): Promise<Page> {
    await this.#running?.end('quit')
    between?.(this.dataDir)
    return this.open(this.#context!)
  }
  /** Kills it and opens it again on the same folder. */
  async crash(): Promise<Page> {
    await this.#running?.end('kill')
    return this.open(this.#context!)
  }
  /** Ends it and gives its folder over, closed: whoever takes it removes it. */
  async close(): Promise<string> {
    await this.#running?.end('quit')
    return this.dataDir
  }
  /** Ends it, and its folder goes. */
  async stop(): Promise<void> {
    rmSync(await this.close(), { recursive: true, force: true })
  }
}
