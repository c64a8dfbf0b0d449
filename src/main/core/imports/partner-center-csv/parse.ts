import { invalidInput } from '#shared/errors.ts'
import { MOST_COLUMNS } from '../../files/limits.ts'
import type { RowFault } from '#shared/words/row-fault.ts'
import { type TableLine, encodingOf, headOf, openRecords } from '../tables/open-records.ts'
import type { Cells, Known, Parts } from './row.ts'
import { REQUIRED_COLUMNS } from './columns.ts'

/** One line of the file, a guard against formulas taken off its cells. `line` counts records from 1 at the header. */
export interface Line {
  readonly line: number
  readonly cells: Cells
  readonly raw: readonly string[]
  /** What a record of the API has beside its cells. */
  readonly parts?: Parts
  readonly known?: Known
  /** Why it is no deal at all. */
  readonly fault?: RowFault
}

export interface CsvFile {
  readonly header: readonly string[]
  readonly lines: AsyncIterable<Line>
}

function checkHeader(header: readonly string[]): void {
  const missing = REQUIRED_COLUMNS.filter((column) => !header.includes(column))
  if (missing.length > 0) throw invalidInput('file', `missing-columns: ${missing.join(', ')}`)
  if (header.length > MOST_COLUMNS) throw invalidInput('file', `too-many-columns: ${MOST_COLUMNS}`)
  const twice = header.find((column, index) => column !== '' && header.indexOf(column) !== index)
  if (twice !== undefined) throw invalidInput('file', `column-twice: ${twice}`)
}

/**
 * Opens a bulk CSV and reads its header; lines come as they are asked for. Errors: INVALID_INPUT with path "file" for
 * what is not such a file, also while reading on.
 */
export async function openCsv(path: string): Promise<CsvFile> {
  const encoding = encodingOf(await headOf(path), 'unicode')
  const { header: written, lines, stop } = await openRecords(path, encoding, ',')
  const header = written.map((cell) => cell.trim())
  try {
    checkHeader(header)
  } catch (error) {
    stop()
    throw error
  }
  return { header, lines: linesFrom(header, lines) }
}

async function* linesFrom(header: readonly string[], lines: AsyncIterable<TableLine>): AsyncIterable<Line> {
  for await (const { line, cells: raw } of lines) {
    yield { line, raw, cells: new Map(header.map((name, index) => [name, raw[index] ?? ''])) }
  }
}
