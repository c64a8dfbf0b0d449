import type { TableEncoding } from '#shared/domain/directory-tables.ts'
import { invalidInput } from '#shared/errors.ts'
import { MOST_COLUMNS } from '../../files/limits.ts'
import { columnNames } from './column-names.ts'
import { delimiterOf } from './delimiter.ts'
import { type Records, encodingOf, headOf, openRecords } from './open-records.ts'

/** A table as it lies in a file. */
export interface Table extends Pick<Records, 'header' | 'lines'> {
  /** One name for each column, all different. */
  readonly columns: readonly string[]
}

/** The first character that means something, as far as the head of a file tells: enough to know JSON from a table. */
export async function firstCharacter(path: string): Promise<string> {
  const head = await headOf(path)
  const text = new TextDecoder(encodingOf(head, 'unicode')).decode(head, { stream: true })
  return text.trimStart().charAt(0)
}

/**
 * Opens any CSV: commas, semicolons or tabs, whichever its header has most of. Lines come as they are asked for. Errors:
 * INVALID_INPUT with path "file" for what is no such table, also while reading on.
 */
export async function openTable(path: string, asked: TableEncoding): Promise<Table> {
  const head = await headOf(path)
  const encoding = encodingOf(head, asked)
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(head, { stream: true }))
  const { header, lines, stop } = await openRecords(path, encoding, delimiter)
  const fault = header.every((cell) => cell.trim() === '')
    ? 'no-header'
    : header.length > MOST_COLUMNS
      ? `too-many-columns: ${MOST_COLUMNS}`
      : null
  if (fault === null) return { header, columns: columnNames(header), lines }
  stop()
  throw invalidInput('file', fault)
}
