import { AppError } from '#shared/errors.ts'
import type { Timers } from './ports.ts'

/** How long a person's change waits for an import before it is refused, in milliseconds. */
export const PATIENCE_MS = 5_000

/**
 * The way to the database's one writing turn. An import writes on another thread; meanwhile changes wait here, where
 * waiting stops nobody, and not in SQLite, where it would stop the whole engine.
 */
export class WriterGate {
  readonly #timers: Timers
  #writing = 0
  #whenIdle: () => void = () => {}
  #held: Promise<void> | null = null

  constructor(timers: Timers) {
    this.#timers = timers
  }

  /** Whether the turn is taken: what can wait should not ask for it. */
  get held(): boolean {
    return this.#held !== null
  }

  /** Does work that writes, after an import that is on its way. Errors: BUSY when that takes too long. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    while (this.#held) await this.#patiently(this.#held)
    this.#writing += 1
    try {
      return await work()
    } finally {
      this.#writing -= 1
      if (this.#writing === 0) this.#whenIdle()
    }
  }

  /** Keeps the turn for work on another thread, once everything that writes here is through. One at a time. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    while (this.#held) await this.#held
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#held = promise
    try {
      if (this.#writing > 0) await new Promise<void>((idle) => (this.#whenIdle = idle))
      return await work()
    } finally {
      this.#held = null
      resolve()
    }
  }

  async #patiently(held: Promise<void>): Promise<void> {
    let stop = (): void => {}
    const tired = new Promise<never>((_, refuse) => {
      stop = this.#timers.every(PATIENCE_MS, () => refuse(new AppError('BUSY', { what: 'import' })))
    })
    await Promise.race([held, tired]).finally(() => stop())
  }
}
