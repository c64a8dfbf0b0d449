import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type {
  BaseWindow,
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  SaveDialogOptions,
} from 'electron'
import { CHOSEN_FOLDER, SAVED_FOLDER } from '../../support/dialog-folders.ts'

interface Asked {
  readonly options: MessageBoxOptions
  answer(response: number): void
}
type FileOptions = SaveDialogOptions | OpenDialogOptions
type Save = (window: BaseWindow, options: SaveDialogOptions) => Promise<Electron.SaveDialogReturnValue>
type Open = (window: BaseWindow, options: OpenDialogOptions) => Promise<Electron.OpenDialogReturnValue>

/**
 * What the application says and asks in boxes of the system. Unless a test says otherwise, what is saved goes under the
 * proposed name into a folder of its own, and the file is chosen that lies in another one; where there is none, choosing is
 * called off.
 */
export class StandInDialog implements Pick<Dialog, 'showErrorBox' | 'showMessageBox'> {
  readonly errors: string[] = []
  /** The questions so far: a test answers them. */
  readonly asked: Asked[] = []
  /** Options of every dialog about a file so far, oldest first. */
  readonly askedForFiles: FileOptions[] = []
  /** Answers to those to come: the path that is chosen, or null for Cancel. */
  readonly files: (string | null)[] = []
  readonly #savedIn: string
  readonly #chosenIn: string

  constructor(dataDir: string) {
    this.#savedIn = join(dataDir, SAVED_FOLDER)
    this.#chosenIn = join(dataDir, CHOSEN_FOLDER)
  }

  showErrorBox(title: string, content: string): void {
    this.errors.push(`${title}: ${content}`)
  }
  async showMessageBox(
    ...[windowOrOptions, given]: [BaseWindow, MessageBoxOptions] | [MessageBoxOptions]
  ): Promise<MessageBoxReturnValue> {
    const options = given ?? (windowOrOptions as MessageBoxOptions)
    const response = await new Promise<number>((answer) => {
      this.asked.push({ options, answer })
      options.signal?.addEventListener('abort', () => answer(options.cancelId ?? 0))
    })
    return { response, checkboxChecked: false }
  }
  readonly showSaveDialog: Save = async (window, options) => {
    const answer = this.#fileFor(window, options)
    const path = answer === undefined ? this.#proposed(options) : answer
    return path === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: path }
  }
  readonly showOpenDialog: Open = async (window, options) => {
    const answer = this.#fileFor(window, options)
    const path = answer === undefined ? this.#chosen() : answer
    return path === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [path] }
  }

  /** Undefined: no test has an answer. */
  #fileFor(window: BaseWindow, options: FileOptions): string | null | undefined {
    if (window.isDestroyed()) throw new Error('a dialog is shown over a window that is gone')
    this.askedForFiles.push(options)
    return this.files.shift()
  }
  #proposed({ defaultPath }: SaveDialogOptions): string {
    mkdirSync(this.#savedIn, { recursive: true })
    return join(this.#savedIn, basename(defaultPath ?? 'file'))
  }
  #chosen(): string | null {
    const [name] = existsSync(this.#chosenIn) ? readdirSync(this.#chosenIn) : []
    return name === undefined ? null : join(this.#chosenIn, name)
  }
}
