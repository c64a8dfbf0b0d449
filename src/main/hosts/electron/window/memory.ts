import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { NOTHING_REMEMBERED, type Remembered, readRemembered } from './remembered.ts'

/** Does something once it has been quiet for a while: only the last of what is asked for. */
export type Later = (act: () => void) => void

/** Half a second after the last of many moves. It keeps no application from ending. */
export function afterQuiet(): Later {
  let timer: NodeJS.Timeout | undefined
  return (act) => {
    clearTimeout(timer)
    timer = setTimeout(act, 500)
    timer.unref()
  }
}

/** Far more than is ever written. */
const MOST_BYTES = 64 * 1024

/** The start waits for it: neither for a pipe, nor for a file that somebody made endless. */
function readText(path: string): string {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const found = fstatSync(file)
      return found.isFile() && found.size <= MOST_BYTES ? readFileSync(file, 'utf8') : ''
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}

/**
 * What the window remembers from one start to the next, in a file of its own (docs/adr). A file that cannot be read is
 * as good as none, and one that cannot be written costs the place of a window: neither keeps anybody from working.
 */
export class WindowMemory {
  readonly #path: string
  readonly #later: Later
  readonly #failed: (error: unknown) => void
  #now: Remembered
  #written: string
  #resting = false

  constructor(path: string, later: Later = afterQuiet(), failed: (error: unknown) => void = () => {}) {
    this.#path = path
    this.#later = later
    this.#failed = failed
    this.#written = readText(path)
    this.#now = this.#written === '' ? NOTHING_REMEMBERED : readRemembered(this.#written)
  }

  get now(): Remembered {
    return this.#now
  }
  /** The application ends: nothing is written any more. */
  get resting(): boolean {
    return this.#resting
  }
  /** Takes note of a change, and writes it down when it has been quiet for a while. */
  note(changes: Partial<Remembered>): void {
    this.#now = { ...this.#now, ...changes }
    this.#later(() => this.keep())
  }
  /** Writes down what is not yet: whole, or not at all. */
  keep(): void {
    if (this.#resting) return
    const text = `${JSON.stringify(this.#now, null, 2)}\n`
    if (text === this.#written) return
    const fresh = `${this.#path}.new`
    try {
      rmSync(fresh, { force: true })
      writeFileSync(fresh, text, { mode: 0o600, flush: true })
      renameSync(fresh, this.#path)
      this.#written = text
    } catch (error) {
      this.#failed(error)
    }
  }
  /** Writes down what is not yet, for the last time: after the end the folder may be gone. */
  rest(): void {
    this.keep()
    this.#resting = true
  }
}
