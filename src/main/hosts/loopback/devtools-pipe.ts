import type { Readable, Writable } from 'node:stream'

type Fields = Readonly<Record<string, unknown>>
interface Message {
  readonly id?: number
  readonly method?: string
  readonly result?: Fields
  readonly error?: unknown
}

/** What a browser is told and answers over two pipes: JSON, each message ended by a zero byte. No port is opened. */
export class DevtoolsPipe {
  readonly #write: Writable
  readonly #answers = new Map<number, (message: Message) => void>()
  readonly #events = new Map<string, () => void>()
  #session: string | undefined
  #lastId = 0
  #rest: Buffer[] = []

  constructor(write: Writable, read: Readable) {
    this.#write = write
    // A browser that is gone is told so by its exit.
    write.on('error', () => {})
    read.on('data', (chunk: Buffer) => this.#hear(chunk))
  }

  /** From now on everything is said to one page. */
  speakTo(session: string): void {
    this.#session = session
  }

  /** Asks for something and gives the answer. Errors: what the browser refuses. */
  async call(method: string, params: Fields = {}): Promise<Fields> {
    const id = ++this.#lastId
    const answer = new Promise<Message>((resolve) => this.#answers.set(id, resolve))
    const message = { id, method, params, ...(this.#session ? { sessionId: this.#session } : {}) }
    this.#write.write(`${JSON.stringify(message)}\0`)
    const { result, error } = await answer
    if (error !== undefined) throw new Error(`the browser refused ${method}`)
    return result ?? {}
  }

  /** Resolves the next time something happens. */
  once(method: string): Promise<void> {
    return new Promise((resolve) => this.#events.set(method, resolve))
  }

  #hear(chunk: Buffer): void {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      this.#rest.push(chunk.subarray(from, end))
      this.#take(JSON.parse(Buffer.concat(this.#rest).toString('utf8')) as Message)
      this.#rest = []
      from = end + 1
    }
    this.#rest.push(chunk.subarray(from))
  }

  #take(message: Message): void {
    if (message.id !== undefined) {
      this.#answers.get(message.id)?.(message)
      this.#answers.delete(message.id)
    } else if (message.method !== undefined) {
      this.#events.get(message.method)?.()
      this.#events.delete(message.method)
    }
  }
}
