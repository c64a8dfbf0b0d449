import { app } from 'electron'
import { AppError } from '#shared/errors.ts'
import type { FileStore } from '../../../core/files/file-store.ts'
import type { Asks } from '../asks.ts'
import { existing, openedBy } from './opened-files.ts'
import { takeFile } from './take-file.ts'

/** Where opened files go. */
interface Receiver {
  /** The file store, once the engine is there. */
  readonly files: () => Promise<FileStore>
  readonly asks: Asks
  /** Brings the window forward, and opens one where there is none. */
  readonly show: () => void
}
type Take = (paths: readonly string[]) => Promise<void>

/** Hands what was opened with Tandem to the screens, one file at a time; several are said to be too many. */
async function handOver(paths: readonly string[], { files, asks, show }: Receiver): Promise<void> {
  const [path, ...others] = await existing(paths, process.platform)
  if (path === undefined) return
  show()
  if (others.length > 0) return asks.ask({ ask: 'import', file: null, refused: 'several' })
  try {
    asks.ask({ ask: 'import', file: await takeFile(await files(), path) })
  } catch (error) {
    const shape = error instanceof AppError ? error.toShape() : null
    const issues = shape?.code === 'INVALID_INPUT' ? shape.details.issues : []
    const isLarger = issues.some(({ message }) => message.startsWith('larger'))
    asks.ask({ ask: 'import', file: null, refused: isLarger ? 'larger' : 'unreadable' })
  }
}

/**
 * Files a person opens with Tandem: named when it is started, by a second start, or, on a Mac, told by the system, each
 * of them by itself and even before it is ready. What comes before there is a file store waits for it.
 */
export class OpenedFiles {
  #waiting: string[]
  #take: Take | null = null
  #isTold = false

  constructor(argv: readonly string[], folder: string) {
    this.#waiting = openedBy(argv, folder, process.platform)
    app.on('open-file', (event, path) => {
      event.preventDefault()
      this.#open(openedBy(['', '--', path], '/', process.platform))
    })
    // Chromium may have added switches and moved them: what is no switch is still there.
    app.on('second-instance', (_event, others, theirFolder) =>
      this.#open(openedBy(others, theirFolder, process.platform)),
    )
  }

  /** From now on there is somewhere to put them. */
  handTo(receiver: Receiver): void {
    this.#take = (paths) => handOver(paths, receiver)
    this.#open([])
  }

  /** What the system tells in one go belongs together. */
  #open(paths: readonly string[]): void {
    this.#waiting.push(...paths)
    if (!this.#take || this.#isTold || this.#waiting.length === 0) return
    this.#isTold = true
    setImmediate(() => {
      this.#isTold = false
      void this.#take!(this.#waiting.splice(0))
    })
  }
}
