import {
  type ColumnMapping,
  DIRECTORY_FIELDS,
  DIRECTORY_FORMATS,
  type DirectoryField,
  type DirectoryFormat,
  REQUIRED_FIELDS,
} from '#shared/domain/directory-tables.ts'
import { SYNONYMS } from './synonyms.ts'

/** How headers are compared: case, width, accents, spaces and punctuation apart. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The one column that has the surest of some names; none where two have it, for choosing one would be a guess. */
function columnCalled(names: readonly string[], columns: readonly string[]): string | undefined {
  for (const name of names) {
    const called = columns.filter((column) => headerKey(column) === headerKey(name))
    if (called.length > 0) return called.length === 1 ? called[0] : undefined
  }
  return undefined
}

/** Columns for fields as their headers say. A column is proposed once. */
export function proposedMapping(format: DirectoryFormat, columns: readonly string[]): ColumnMapping {
  const mapping: { [F in DirectoryField]?: string } = {}
  let free = columns
  for (const field of DIRECTORY_FIELDS[format]) {
    const column = columnCalled(SYNONYMS[format][field] ?? [], free)
    if (column === undefined) continue
    mapping[field] = column
    free = free.filter((other) => other !== column)
  }
  return mapping
}

/** The number of columns only this kind of entry has a field for, with everything needed there; 0 otherwise. */
function weightOf(format: DirectoryFormat, columns: readonly string[]): number {
  const mapping = proposedMapping(format, columns)
  if (REQUIRED_FIELDS[format].some((field) => mapping[field] === undefined)) return 0
  return Object.keys(mapping).length
}

/** The kind of entry a header is a table of; null where it fits two alike, or none. */
export function recognisedFormat(columns: readonly string[]): DirectoryFormat | null {
  const weights = DIRECTORY_FORMATS.map((format) => ({ format, weight: weightOf(format, columns) }))
  const [first, second] = weights.sort((a, b) => b.weight - a.weight)
  return first!.weight > 1 && first!.weight > second!.weight ? first!.format : null
}
