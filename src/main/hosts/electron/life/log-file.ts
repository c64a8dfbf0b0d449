import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogEntry } from '../../../core/ports.ts'

const MOST_BYTES = 1024 * 1024
const MOST_LETTERS = 1000
/** Folders of people carry their names: a place in a file is known by what follows the program's own folder. */
const FOLDERS = /(?:file:\/\/)?(?:[A-Za-z]:)?[\\/][^()|]*[\\/](?=(?:out|node_modules)[\\/])/g

const shortened = (value: LogEntry[string]): LogEntry[string] =>
  typeof value === 'string'
    ? value
        .slice(0, 4 * MOST_LETTERS)
        .replace(FOLDERS, '')
        .slice(0, MOST_LETTERS)
    : value

/** One line of the log: when, how bad, a code, and facts that are codes and numbers too. */
export function logLine(entry: LogEntry, at: Date): string {
  const facts = Object.entries(entry).map(([name, value]) => [name, shortened(value)])
  return `${JSON.stringify({ at: at.toISOString(), ...Object.fromEntries(facts) })}\n`
}

/** The log of the application: one file that only its owner reads, of a limited size, and the one before it. */
export class LogFile {
  readonly #file: string
  readonly #old: string
  readonly #mostBytes: number
  #bytes: number | null = null

  constructor(dataDir: string, mostBytes = MOST_BYTES) {
    const folder = join(dataDir, 'logs')
    this.#file = join(folder, 'main.log')
    this.#old = join(folder, 'main.old.log')
    this.#mostBytes = mostBytes
  }

  /** Writes a line at once: the next moment may be the last. Never throws: a full disk must not end the application. */
  write(line: string): void {
    try {
      this.#bytes ??= this.#open()
      const more = Buffer.byteLength(line)
      if (this.#bytes > 0 && this.#bytes + more > this.#mostBytes) {
        renameSync(this.#file, this.#old)
        this.#bytes = 0
      }
      appendFileSync(this.#file, line, { mode: 0o600 })
      this.#bytes += more
    } catch {
      this.#bytes = null
    }
  }

  /** Makes the folder when there is something to keep in it. Gives the size of what is there already. */
  #open(): number {
    mkdirSync(join(this.#file, '..'), { recursive: true, mode: 0o700 })
    const found = statSync(this.#file, { throwIfNoEntry: false })
    if (found && !found.isFile()) throw new Error('the log is no file: a pipe would be waited for')
    return found?.size ?? 0
  }
}
