import {
  type ColumnMapping,
  DIRECTORY_FIELDS,
  type DirectoryFormat,
  REQUIRED_FIELDS,
} from '#shared/domain/directory-tables.ts'
import { invalidInput } from '#shared/errors.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import { rememberedMapping } from './mapping-memory.ts'
import { proposedMapping } from './propose.ts'

export interface Proposal {
  readonly mapping: ColumnMapping
  readonly remembered: boolean
}

/** What is proposed for a header: what was said of it before, else what it means. */
export async function proposalFor(
  db: ReadExecutor,
  format: DirectoryFormat,
  columns: readonly string[],
): Promise<Proposal> {
  const remembered = await rememberedMapping(db, format, columns)
  return remembered
    ? { mapping: remembered, remembered: true }
    : { mapping: proposedMapping(format, columns), remembered: false }
}

/** Refuses fields of another kind of entry. Errors: INVALID_INPUT. */
export function checkFields(format: DirectoryFormat, mapping: ColumnMapping): void {
  const fields: readonly string[] = DIRECTORY_FIELDS[format]
  const foreign = Object.keys(mapping).find((field) => !fields.includes(field))
  if (foreign !== undefined) throw invalidInput(`mapping.${foreign}`, 'no field of this kind of entry')
}

/** Refuses a mapping a file cannot be read by. Errors: INVALID_INPUT with path "mapping". */
export function checkMapping(
  format: DirectoryFormat,
  columns: readonly string[],
  mapping: ColumnMapping,
): void {
  const missing = Object.values(mapping).find((column) => !columns.includes(column))
  if (missing !== undefined) throw invalidInput('mapping', `no-such-column: ${missing}`)
  const open = REQUIRED_FIELDS[format].filter((field) => mapping[field] === undefined)
  if (open.length > 0) throw invalidInput('mapping', `fields-without-column: ${open.join(', ')}`)
}
