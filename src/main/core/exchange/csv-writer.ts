import { type FileHandle, open } from 'node:fs/promises'
import { guardCell } from './formula-guard.ts'

/** A cell: text is guarded against formulas, a number of our own making is not. */
export type Cell = string | { readonly number: string }

const textOf = (cell: Cell): string => (typeof cell === 'string' ? guardCell(cell) : cell.number)

/** Rows as spreadsheets like them: CRLF, every cell quoted, a byte order mark where the file starts (PROMISES 4). */
export function csvText(rows: readonly (readonly Cell[])[], start: boolean): string {
  let text = start ? '\uFEFF' : ''
  for (const row of rows) {
    for (const [index, cell] of row.entries()) text += `${index === 0 ? '' : ','}${quoted(textOf(cell))}`
    text += '\r\n'
  }
  return text
}

const quoted = (text: string): string => `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`

/** Writes CSV to a file, bit by bit. */
export class CsvWriter {
  readonly #handle: FileHandle
  #started = false

  private constructor(handle: FileHandle) {
    this.#handle = handle
  }

  static async create(path: string): Promise<CsvWriter> {
    return new CsvWriter(await open(path, 'w', 0o600))
  }

  /** Appends rows, the heading among them. */
  async write(rows: readonly (readonly Cell[])[]): Promise<void> {
    if (rows.length === 0) return
    const text = csvText(rows, !this.#started)
    this.#started = true
    await this.#handle.appendFile(text)
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }
}
