import type { AppEvent } from '#shared/ipc/events.ts'
import type { HostAsk } from '#shared/ipc/host-contract.ts'

/** What is asked of the screens from outside of them: kept until they listen, and told from then on. */
export class Asks {
  readonly #tell: (event: AppEvent) => void
  #waiting: HostAsk[] = []
  #heard = false

  constructor(tell: (event: AppEvent) => void) {
    this.#tell = tell
  }

  ask(ask: HostAsk): void {
    if (this.#heard) this.#tell({ name: 'host.asked', payload: ask })
    else this.#waiting.push(ask)
  }
  /** The screens are there: gives what waited for them. */
  ready(): { asks: HostAsk[] } {
    this.#heard = true
    const asks = this.#waiting
    this.#waiting = []
    return { asks }
  }
  /** The screens are gone, or begin anew. */
  deaf(): void {
    this.#heard = false
  }
}
