/** What ending needs of the world. */
export interface EndingDeps {
  /** Stops the work and closes the database. */
  close(): Promise<void>
  /** Shows a box with a sentence, and waits until it is closed. */
  say(words: string): void
  exit(code: number): void
  wait(ms: number): Promise<void>
}

/** How long closing may take. What was saved is safe without it: only the log of the database stays to be merged. */
export const MOST_CLOSING_MS = 5_000

/** The one way to the end, whoever asks for it, as often as they ask: close, say why if there is a reason, exit. */
export class Ending {
  readonly #deps: EndingDeps
  readonly #first: (() => void)[] = []
  #begun: Promise<void> | null = null
  #last: (() => Promise<void>) | null = null

  constructor(deps: EndingDeps) {
    this.#deps = deps
  }

  get begun(): boolean {
    return this.#begun !== null
  }
  /** Does something at once when the end begins, before anything is closed. */
  first(act: () => void): void {
    this.#first.push(act)
  }
  /** Ends the application. Never rejects; the first who asks decides the code and the words. */
  end(code = 0, words: string | null = null): Promise<void> {
    if (this.#begun) return this.#begun
    let done = (): void => {}
    this.#begun = new Promise((resolve) => (done = resolve))
    void this.#run(code, words).then(done)
    return this.#begun
  }

  /** What is done when everything is closed, just before the end; not when something failed. */
  lastly(step: () => Promise<void>): void {
    this.#last = step
  }

  async #run(code: number, words: string | null): Promise<void> {
    const deps = this.#deps
    for (const act of this.#first) act()
    // A failure to close changes nothing: there is nobody left who could do better.
    await Promise.race([deps.close().catch(() => {}), deps.wait(MOST_CLOSING_MS)])
    if (words !== null) deps.say(words)
    const last = code === 0 ? this.#last : null
    if (last) await Promise.race([last().catch(() => {}), deps.wait(MOST_CLOSING_MS)])
    deps.exit(code)
  }
}
