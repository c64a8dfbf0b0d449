/** Chance that can be repeated: the same seed gives the same choices (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** 32 random bits. */
  #word(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** A number from 0 up to, but not including, 1. */
  fraction(): number {
    return this.#word() / 4_294_967_296
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1))
  }

  /** True so many times in a hundred. */
  percent(chance: number): boolean {
    return this.fraction() * 100 < chance
  }

  /** One of some things. */
  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)]!
  }

  /** One of some things, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, item: T])[]): T {
    let left = this.fraction() * choices.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, item] of choices) {
      left -= weight
      if (left < 0) return item
    }
    return choices.at(-1)![1]
  }

  /** So many random bytes. */
  bytes(length: number): Buffer {
    const words = new Uint32Array(Math.ceil(length / 4))
    for (let index = 0; index < words.length; index += 1) words[index] = this.#word()
    return Buffer.from(words.buffer, 0, length)
  }

  /** A random UUID in our spelling; version 4, so that it is never one the application made. */
  uuid(): string {
    const hex = this.bytes(16).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
  }
}
