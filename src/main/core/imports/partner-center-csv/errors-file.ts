import { CsvWriter } from '../../exchange/csv-writer.ts'
import { type RowIssue } from './cells.ts'
import { COLUMN } from './columns.ts'

/** The refused lines in the file's own columns, with the reasons in the Errors column (RULEBOOK 12). */
export class ErrorsFile {
  readonly #writer: CsvWriter
  readonly #errorsColumn: number
  #lines: string[][] = []
  rows = 0

  private constructor(writer: CsvWriter, errorsColumn: number) {
    this.#writer = writer
    this.#errorsColumn = errorsColumn
  }

  static async create(path: string, header: readonly string[]): Promise<ErrorsFile> {
    const file = new ErrorsFile(await CsvWriter.create(path), header.indexOf(COLUMN.errors))
    await file.#writer.write([file.#errorsColumn < 0 ? [COLUMN.errors, ...header] : header])
    return file
  }

  add(raw: readonly string[], reasons: readonly RowIssue[]): void {
    this.rows += 1
    const line = this.#errorsColumn < 0 ? ['', ...raw] : [...raw]
    line[Math.max(0, this.#errorsColumn)] = reasons.map(sentence).join('; ')
    this.#lines.push(line)
  }

  async flush(): Promise<void> {
    await this.#writer.write(this.#lines)
    this.#lines = []
  }

  close(): Promise<void> {
    return this.#writer.close()
  }
}

/** A reason as codes: the file may travel back to whoever made it, so it speaks no language of ours. */
const sentence = ({ code, column, value }: RowIssue): string =>
  [code, column && `"${column}"`, value && `(${value})`].filter(Boolean).join(' ')
