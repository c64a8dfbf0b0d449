import { type DirectoryField, type DirectoryFormat } from '#shared/domain/directory-tables.ts'

/** What an entry, or a row of a file, says field by field. A field that is not there says nothing; an empty one, nothing any more. */
export type Values = { readonly [F in DirectoryField]?: string }

/** An entry of the directory as a table has it: every field of its kind, empty where there is nothing. */
export interface Entry {
  readonly id: string
  readonly values: Values
}

/** How rows of a kind find the entry they mean. */
export interface Identity {
  /** The number that says it alone. */
  readonly code: DirectoryField
  /** What has to be equal without it. */
  readonly place: readonly DirectoryField[]
  /** What makes two of the same place two; an entry without it may be any. */
  readonly apart: DirectoryField | null
  /** What tells several that are left from each other. */
  readonly telling: DirectoryField | null
}

export const IDENTITY: Record<DirectoryFormat, Identity> = {
  'customers-csv': { code: 'duns', place: ['name', 'country'], apart: 'city', telling: 'addressLine1' },
  'partners-csv': { code: 'partnerId', place: ['name', 'country'], apart: null, telling: null },
  'solutions-csv': { code: 'externalId', place: ['name'], apart: 'publisher', telling: 'kind' },
}
