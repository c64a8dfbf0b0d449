import {
  type ColumnMapping,
  DIRECTORY_FIELDS,
  type DirectoryField,
  type DirectoryFormat,
} from '#shared/domain/directory-tables.ts'
import type { RowFault } from '#shared/words/row-fault.ts'
import { issue } from '../partner-center-csv/cells.ts'
import { DirectoryIndex } from './directory-index.ts'
import type { DirectoryRow } from './read-row.ts'
import { type Entry, IDENTITY, type Values } from './values.ts'

/** What an import would do with a row. `before` is null for a new entry. */
export interface DirectoryPlan {
  readonly verdict: 'create' | 'update' | 'unchanged' | 'refused'
  readonly reasons: readonly RowFault[]
  readonly warnings: readonly RowFault[]
  /** Columns of the file that change an entry. */
  readonly changes: readonly string[]
  readonly change: { readonly before: Entry | null; readonly after: Entry } | null
}

const plan = (verdict: DirectoryPlan['verdict'], parts: Partial<DirectoryPlan> = {}): DirectoryPlan => ({
  verdict,
  reasons: [],
  warnings: [],
  changes: [],
  change: null,
  ...parts,
})

/** The plan of a row that could not even be read. */
export const refusedRow = (reasons: readonly RowFault[]): DirectoryPlan => plan('refused', { reasons })

/**
 * Judges the rows of one file one after the other, each against the directory and what the rows before it did. The same
 * for preview and commit: there is one judgement.
 */
export class DirectoryPlanner {
  readonly #format: DirectoryFormat
  readonly #mapping: ColumnMapping
  readonly #newId: () => string
  readonly #index: DirectoryIndex
  /** Entries that a row of this file has spoken of. */
  readonly #spokenOf = new Set<string>()

  constructor(
    format: DirectoryFormat,
    mapping: ColumnMapping,
    entries: readonly Entry[],
    newId: () => string,
  ) {
    this.#format = format
    this.#mapping = mapping
    this.#newId = newId
    this.#index = new DirectoryIndex(IDENTITY[format], entries)
  }

  plan({ values }: DirectoryRow): DirectoryPlan {
    const match = this.#index.match(values)
    if (match.kind === 'several') {
      return plan('refused', { reasons: [this.#named('SEVERAL_ENTRIES_FIT', values)] })
    }
    if (match.kind === 'none') return this.#create(values)
    const { entry } = match
    const twice = this.#spokenOf.has(entry.id) ? [this.#named('ENTRY_TWICE_IN_FILE', values)] : []
    const differing = (Object.keys(values) as DirectoryField[]).filter(
      (field) => values[field] !== entry.values[field],
    )
    if (differing.length > 0 && twice.length > 0) return plan('refused', { reasons: twice })
    this.#spokenOf.add(entry.id)
    if (differing.length === 0) return plan('unchanged', { warnings: twice })
    const after: Entry = { id: entry.id, values: { ...entry.values, ...values } }
    this.#index.replace(entry, after)
    const changes = [...new Set(differing.map((field) => this.#mapping[field]!))]
    return plan('update', { changes, change: { before: entry, after } })
  }

  #create(values: Values): DirectoryPlan {
    const blank = Object.fromEntries(DIRECTORY_FIELDS[this.#format].map((field) => [field, '']))
    const usual: Values = this.#format === 'solutions-csv' ? { kind: 'own' } : {}
    const after: Entry = { id: this.#newId(), values: { ...blank, ...usual, ...values } }
    this.#index.add(after)
    this.#spokenOf.add(after.id)
    return plan('create', { change: { before: null, after } })
  }

  /** A fault of the row as a whole, at what it calls its entry by. */
  #named(code: RowFault['code'], values: Values): RowFault {
    const { code: number } = IDENTITY[this.#format]
    const by = values[number] === undefined ? 'name' : number
    return issue(code, this.#mapping[by], values[by])
  }
}
