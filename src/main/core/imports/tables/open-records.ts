import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { TableEncoding } from '#shared/domain/directory-tables.ts'
import { invalidInput } from '#shared/errors.ts'
import { unescapeCell } from '../../exchange/formula-guard.ts'
import { MOST_CELL_CHARACTERS, MOST_ROWS } from '../../files/limits.ts'

const HEAD_BYTES = 64 * 1024

/** One line of a table, a guard against formulas taken off its cells. `line` counts records from 1 at the header. */
export interface TableLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** A file of lines, its first one read. Whoever does not read on stops it. */
export interface Records {
  readonly header: readonly string[]
  readonly lines: AsyncIterable<TableLine>
  readonly stop: () => void
}

const MARKS: readonly (readonly [string, string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
]

/** The encoding a byte order mark declares; without one what was asked for. Nothing is guessed. */
export const encodingOf = (head: Buffer, asked: TableEncoding): string => {
  const start = head.subarray(0, 3).toString('hex')
  const marked = MARKS.find(([mark]) => start.startsWith(mark))
  return marked?.[1] ?? (asked === 'gb18030' ? 'gb18030' : 'utf-8')
}

/** The first bytes of a file. */
export async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Bytes as text, strictly: what is none of its encoding ends it. */
async function* decoded(bytes: AsyncIterable<Buffer>, encoding: string): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
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

/**
 * Opens a CSV file of any kind. Lines come as they are asked for, blank ones left out. Errors: INVALID_INPUT with path
 * "file" for what is no text of its encoding, no CSV, or beyond the limits, also while reading on.
 */
export async function openRecords(path: string, encoding: string, delimiter: string): Promise<Records> {
  const bytes = createReadStream(path)
  const text = Readable.from(decoded(bytes, encoding))
  const parser = parse({ bom: true, delimiter, relax_column_count: true, max_record_size: 4 * 1024 * 1024 })
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<string[]>
  const stop = () => {
    bytes.destroy()
    parser.destroy()
  }
  const next = async () => {
    try {
      return await records.next()
    } catch (error) {
      throw fileError(error)
    }
  }
  try {
    const first = await next()
    const header = first.done ? [] : first.value.map((cell) => unescapeCell(cell.replace(/^\uFEFF/, '')))
    return { header, lines: linesFrom(next, stop), stop }
  } catch (error) {
    stop()
    throw error
  }
}

async function* linesFrom(
  next: () => Promise<IteratorResult<string[]>>,
  stop: () => void,
): AsyncIterable<TableLine> {
  try {
    for (let line = 2; ; line += 1) {
      const result = await next()
      if (result.done) return
      const cells = result.value.map(unescapeCell)
      if (cells.every((cell) => cell.trim() === '')) continue
      if (line > MOST_ROWS + 1) throw invalidInput('file', `too-many-rows: ${MOST_ROWS}`)
      if (cells.some((cell) => cell.length > MOST_CELL_CHARACTERS)) {
        throw invalidInput('file', `cell-too-long: ${line}`)
      }
      yield { line, cells }
    }
  } finally {
    stop()
  }
}
