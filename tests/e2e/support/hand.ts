import type { Page } from '@playwright/test'

/** A hand on the keyboard. It counts every key that is not part of a value: what a form costs beside what one tells it. */
export class Hand {
  readonly #page: Page
  presses = 0

  constructor(page: Page) {
    this.#page = page
  }

  /** Writes a value into whatever has the focus. */
  async type(value: string): Promise<void> {
    await this.#page.keyboard.type(value)
  }

  /** Presses a key so often. */
  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      this.presses += 1
      await this.#page.keyboard.press(key)
    }
  }

  /** Writes values, each closed with Enter: how most fields go. */
  async enter(...values: readonly string[]): Promise<void> {
    for (const value of values) {
      await this.type(value)
      await this.press('Enter')
    }
  }
}
