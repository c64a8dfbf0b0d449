import type { AppEvent } from '#shared/ipc/events.ts'
import type { HostAsk } from '#shared/ipc/host-contract.ts'

/** What is asked of the screens from outside of them: kept until they listen, and told from then on. */
export class Asks {
  readonly #tell: (event: AppEvent) => void
  #waiting: HostAsk[] = []
  #heard = false
  #prints = false
  #leaving: PromiseWithResolvers<void> | null = null
  readonly #watchers = new Set<() => void>()

  constructor(tell: (event: AppEvent) => void) {
    this.#tell = tell
  }

  /** Whether there are screens that carry out what is asked. */
  get hears(): boolean {
    return this.#heard
  }
  /** Whether what they show can be printed. */
  get prints(): boolean {
    return this.#heard && this.#prints
  }
  /** The screens tell what can be done with what they show. */
  shows({ prints }: { readonly prints: boolean }): void {
    this.#prints = prints
    for (const watcher of this.#watchers) watcher()
  }
  /** Tells when any of that changes. */
  watch(watcher: () => void): void {
    this.#watchers.add(watcher)
  }
  ask(ask: HostAsk): void {
    if (this.#heard) this.#tell({ name: 'host.asked', payload: ask })
    else this.#waiting.push(ask)
  }
  /** The screens are there: gives what waited for them. */
  ready(): { asks: HostAsk[] } {
    this.#hear(true)
    const asks = this.#waiting
    this.#waiting = []
    return { asks }
  }
  /** Their window is to close: asks them to save what they hold. Resolves once they have, or nobody is there to do it. */
  async leave(): Promise<void> {
    if (!this.#heard) return
    if (!this.#leaving) {
      this.#leaving = Promise.withResolvers()
      this.ask({ ask: 'leave' })
    }
    await this.#leaving.promise
  }
  /** What they held is saved. */
  left(): void {
    this.#leaving?.resolve()
    this.#leaving = null
  }
  /** The screens are gone, or begin anew. */
  deaf(): void {
    this.#prints = false
    this.#hear(false)
    this.left()
  }

  #hear(heard: boolean): void {
    if (heard === this.#heard) return
    this.#heard = heard
    for (const watcher of this.#watchers) watcher()
  }
}
