/**
 * Lets one of several things be under way at a time. Who comes meanwhile gets `otherwise` at once: a page that asks for many
 * dialogs shows a person one.
 */
export class OneAtATime {
  #isBusy = false

  async run<T>(work: () => T | Promise<T>, otherwise: T): Promise<T> {
    if (this.#isBusy) return otherwise
    this.#isBusy = true
    try {
      return await work()
    } finally {
      this.#isBusy = false
    }
  }
}
