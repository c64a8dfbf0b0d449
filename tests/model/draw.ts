/** Choices hidden in one number, taken off it digit by digit: 0 always makes the first choice, so it shrinks well. */
export class Draw {
  #left: number

  constructor(number: number) {
    this.#left = number
  }

  /** A number from 0 up to, but not including, `limit`. */
  below(limit: number): number {
    const digit = this.#left % limit
    this.#left = Math.floor(this.#left / limit)
    return digit
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }

  /** True once in so many times. */
  rarely(times: number): boolean {
    return this.below(times) === times - 1
  }

  /** One of some things, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, item: T])[]): T {
    let left = this.below(choices.reduce((sum, [weight]) => sum + weight, 0))
    for (const [weight, item] of choices) {
      left -= weight
      if (left < 0) return item
    }
    throw new Error('weights do not add up')
  }
}
