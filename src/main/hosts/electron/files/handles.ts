import { randomUUID } from 'node:crypto'
import { notFound } from '#shared/errors.ts'

/** So many are remembered; with one more the oldest is forgotten. */
const MOST = 100

/** What the screens may name without knowing it: each by a handle that nobody guesses and that serves once. */
export class Handles<T> {
  readonly #kept = new Map<string, T>()

  give(value: T): string {
    const [oldest] = this.#kept.keys()
    if (this.#kept.size >= MOST && oldest !== undefined) this.#kept.delete(oldest)
    const handle = randomUUID()
    this.#kept.set(handle, value)
    return handle
  }
  /** Uses a handle up. Errors: NOT_FOUND when it is unknown or used. */
  use(handle: string): T {
    if (!this.#kept.has(handle)) throw notFound('handle', handle)
    const value = this.#kept.get(handle)!
    this.#kept.delete(handle)
    return value
  }
}
