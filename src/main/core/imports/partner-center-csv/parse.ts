import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { TextDecoderStream } from 'node:stream/web'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { invalidInput } from '#shared/errors.ts'
import { unescapeCell } from '../../exchange/formula-guard.ts'
import { MOST_CELL_CHARACTERS, MOST_COLUMNS, MOST_ROWS } from '../../files/limits.ts'
import type { RowFault } from '#shared/words/row-fault.ts'
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

/** The encoding a file declares by its byte order mark; UTF-8 when it declares none. Nothing is guessed. */
async function encodingOf(path: string): Promise<'utf-8' | 'utf-16le' | 'utf-16be'> {
  const handle = await open(path)
  try {
    const { buffer } = await handle.read({ buffer: Buffer.alloc(2), length: 2 })
    const mark = buffer.readUInt16BE(0)
    return mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  } finally {
    await handle.close()
  }
}

/** Turns what the reader throws into something a person can act on. */
function fileError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (error.name === 'TypeError' || code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return invalidInput('file', 'not-unicode-text')
  }
  return error instanceof CsvError ? invalidInput('file', `not-a-csv: ${code}`) : error
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
  const decoder = new TextDecoderStream(await encodingOf(path), { fatal: true })
  const bytes = createReadStream(path)
  const text = Readable.fromWeb(Readable.toWeb(bytes).pipeThrough(decoder as never) as never)
  const parser = parse({ bom: true, relax_column_count: true, max_record_size: 4 * 1024 * 1024 })
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<string[]>
  const next = async () => {
    try {
      return await records.next()
    } catch (error) {
      throw fileError(error)
    }
  }
  const first = await next()
  const header = first.done ? [] : first.value.map((cell) => unescapeCell(cell.replace(/^\uFEFF/, '')).trim())
  try {
    checkHeader(header)
  } catch (error) {
    bytes.destroy()
    throw error
  }
  return { header, lines: linesFrom(header, next, () => bytes.destroy()) }
}

async function* linesFrom(
  header: readonly string[],
  next: () => Promise<IteratorResult<string[]>>,
  stop: () => void,
): AsyncIterable<Line> {
  try {
    for (let line = 2; ; line += 1) {
      const result = await next()
      if (result.done) return
      const raw = result.value.map(unescapeCell)
      if (raw.every((cell) => cell.trim() === '')) continue
      if (line > MOST_ROWS + 1) throw invalidInput('file', `too-many-rows: ${MOST_ROWS}`)
      if (raw.some((cell) => cell.length > MOST_CELL_CHARACTERS)) {
        throw invalidInput('file', `cell-too-long: ${line}`)
      }
      yield { line, raw, cells: new Map(header.map((name, index) => [name, raw[index] ?? ''])) }
    }
  } finally {
    stop()
  }
}
