import type { Locale } from '#shared/domain/settings.ts'
import { type RowFault, rowFault } from '#shared/words/row-fault.ts'
import { CsvWriter } from '../../exchange/csv-writer.ts'
import { COLUMN } from './columns.ts'

/** The refused lines in the file's own columns, with the reasons in the Errors column (RULEBOOK 12). */
export class ErrorsFile {
  readonly #writer: CsvWriter
  readonly #errorsColumn: number
  readonly #locale: Locale
  #lines: string[][] = []
  rows = 0

  private constructor(writer: CsvWriter, errorsColumn: number, locale: Locale) {
    this.#writer = writer
    this.#errorsColumn = errorsColumn
    this.#locale = locale
  }

  static async create(path: string, header: readonly string[], locale: Locale): Promise<ErrorsFile> {
    const file = new ErrorsFile(await CsvWriter.create(path), header.indexOf(COLUMN.errors), locale)
    await file.#writer.write([file.#errorsColumn < 0 ? [COLUMN.errors, ...header] : header])
    return file
  }

  add(raw: readonly string[], reasons: readonly RowFault[]): void {
    this.rows += 1
    const line = this.#errorsColumn < 0 ? ['', ...raw] : [...raw]
    line[Math.max(0, this.#errorsColumn)] = reasons.map((reason) => sentence(this.#locale, reason)).join('; ')
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

/** A reason for whoever corrects the line, and its code for whatever reads the file. */
const sentence = (locale: Locale, reason: RowFault): string => `${rowFault(locale, reason)} [${reason.code}]`
