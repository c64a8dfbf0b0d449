type Answer = { readonly answers: number; readonly value?: unknown; readonly error?: string }
type Question = {
  readonly asks: number
  readonly target: number
  readonly name: string
  readonly args: readonly unknown[]
}
/** What crosses between two processes: a question for a target, and its answer. */
export type Message = Question | Answer

type Methods<T> = { [K in keyof T]: T[K] extends (...args: never[]) => Promise<unknown> ? T[K] : never }

/** Questions and answers between two processes, for as long as both live. What is asked of a dead one stays open. */
export class Wire {
  readonly #post: (message: Message) => void
  readonly #targets = new Map<number, Record<string, (...args: readonly unknown[]) => Promise<unknown>>>()
  readonly #open = new Map<number, (answer: Answer) => void>()
  #lastId = 0

  constructor(post: (message: Message) => void) {
    this.#post = post
  }

  /** Answers for a target. */
  serve<T extends Methods<T>>(target: number, methods: T): void {
    this.#targets.set(target, methods as never)
  }
  /** A target of the other side, as if it were here. */
  at<T extends Methods<T>>(target: number): T {
    const ask = (name: string, args: readonly unknown[]) =>
      new Promise((resolve, reject) => {
        const asks = (this.#lastId += 1)
        this.#open.set(asks, ({ value, error }) =>
          error === undefined ? resolve(value) : reject(new Error(error)),
        )
        this.#post({ asks, target, name, args })
      })
    const methods = new Proxy(
      {},
      {
        get:
          (_, name: string) =>
          (...args: readonly unknown[]) =>
            ask(name, args),
      },
    )
    return methods as T
  }
  /** What the other side said. */
  hear(message: Message): void {
    if ('asks' in message) return void this.#answer(message)
    this.#open.get(message.answers)?.(message)
    this.#open.delete(message.answers)
  }

  async #answer({ asks, target, name, args }: Question): Promise<void> {
    try {
      this.#post({ answers: asks, value: await this.#targets.get(target)![name]!(...args) })
    } catch (error) {
      this.#post({ answers: asks, error: error instanceof Error ? error.message : String(error) })
    }
  }
}
