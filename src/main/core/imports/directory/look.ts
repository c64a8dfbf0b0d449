import {
  DIRECTORY_FIELDS,
  type DirectoryFormat,
  REQUIRED_FIELDS,
  type TableEncoding,
} from '#shared/domain/directory-tables.ts'
import type { FileColumns } from '#shared/ipc/contract/exchange.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import type { StoredFile } from '../../files/file-store.ts'
import { REQUIRED_COLUMNS } from '../partner-center-csv/columns.ts'
import { type Table, firstCharacter, openTable } from '../tables/open-table.ts'
import { proposalFor } from './mapping.ts'
import { recognisedFormat } from './propose.ts'

/** Rows looked at for samples, and what is shown of them. */
const ROWS_LOOKED_AT = 100
const SAMPLES = 3
const MOST_CHARACTERS = 80

export interface Question {
  readonly format?: DirectoryFormat | undefined
  readonly encoding?: TableEncoding | undefined
}

/** Looks into a file: what it is, what its columns hold, what they are taken for. Errors: as openTable. */
export async function lookInto(
  db: ReadExecutor,
  file: StoredFile,
  { format, encoding = 'unicode' }: Question,
): Promise<FileColumns> {
  const first = await firstCharacter(file.path)
  if (format === undefined && (first === '{' || first === '[')) {
    return { name: file.name, recognised: 'partner-center-json', table: null }
  }
  const table = await openTable(file.path, encoding)
  const samples = await samplesOf(table)
  const { columns } = table
  const deals = isOfPartnerCenter(columns)
  const recognised = deals ? ('partner-center-csv' as const) : recognisedFormat(columns)
  const chosen = format ?? (deals ? null : (recognised as DirectoryFormat | null))
  if (chosen === null) return { name: file.name, recognised, table: null }
  const required = REQUIRED_FIELDS[chosen]
  return {
    name: file.name,
    recognised,
    table: {
      format: chosen,
      columns: columns.map((name, index) => ({ name, samples: samples[index]! })),
      fields: DIRECTORY_FIELDS[chosen].map((field) => ({ field, required: required.includes(field) })),
      ...(await proposalFor(db, chosen, columns)),
    },
  }
}

/** Most of what a bulk CSV must have: one that lacks a column is still one, and is told so when it is read. */
const isOfPartnerCenter = (columns: readonly string[]): boolean =>
  REQUIRED_COLUMNS.filter((column) => columns.includes(column)).length > REQUIRED_COLUMNS.length / 2

/** Up to three different values of each column, from the first rows. */
async function samplesOf({ columns, lines }: Table): Promise<string[][]> {
  const samples = columns.map(() => new Set<string>())
  let rows = 0
  for await (const { cells } of lines) {
    for (const [index, found] of samples.entries()) {
      const text = [...(cells[index] ?? '').trim()].slice(0, MOST_CHARACTERS).join('')
      if (text !== '' && found.size < SAMPLES) found.add(text)
    }
    rows += 1
    if (rows === ROWS_LOOKED_AT || samples.every(({ size }) => size === SAMPLES)) break
  }
  return samples.map((found) => [...found])
}
