import type { Incentive, SolutionKind } from '#shared/domain/company.ts'
import {
  type ColumnMapping,
  DIRECTORY_FIELDS,
  type DirectoryField,
  type DirectoryFormat,
  REQUIRED_FIELDS,
} from '#shared/domain/directory-tables.ts'
import { missingOf } from '#shared/rules/checks.ts'
import type { RowFault } from '#shared/words/row-fault.ts'
import { issue } from '../partner-center-csv/cells.ts'
import type { TableLine } from '../tables/open-records.ts'
import { countryOf } from './country-names.ts'
import { headerKey } from './propose.ts'
import type { Values } from './values.ts'

/** A row that could be read: what it says of which entry. It waits in the staged file for the commit. */
export interface DirectoryRow {
  readonly line: number
  readonly values: Values
}

export interface ReadDirectoryRow {
  readonly row: DirectoryRow | null
  readonly reasons: readonly RowFault[]
  readonly warnings: readonly RowFault[]
}

const MOST_CHARACTERS = 200
const CONTROL = /(?![\t\n\r])\p{Cc}/u
/** A long number as a spreadsheet shows it: 1.23457E+11. What it left out is lost. */
const SHORTENED = /^\d([.,]\d+)?E\+\d+$/i
const NUMBERS: ReadonlySet<DirectoryField> = new Set([
  'duns',
  'partnerId',
  'externalId',
  'postalCode',
  'contactPhone',
])
const CONTACT = ['contactFirstName', 'contactLastName', 'contactPhone', 'contactEmail'] as const

const choices = <V extends string>(spelled: Readonly<Record<V, readonly string[]>>): ReadonlyMap<string, V> =>
  new Map(
    (Object.entries(spelled) as [V, readonly string[]][]).flatMap(([value, names]) =>
      names.map((name) => [headerKey(name), value] as const),
    ),
  )

const KINDS = choices<SolutionKind>({
  own: ['own', 'Our own', 'Ours', 'My company’s', '自有', '我公司的', '我方'],
  microsoft: ['microsoft', 'Microsoft solution', '微软', 'Microsoft 解决方案'],
  'third-party': ['third-party', '3rd party', 'Other third-party', 'Partner', 'ISV', '第三方', '其他第三方'],
  assessment: ['assessment', 'Solution assessment', '评估', '解决方案评估'],
})
const INCENTIVE_NAMES = choices<Incentive | ''>({
  'ip-co-sell': ['ip-co-sell', 'Azure IP co-sell', 'Azure IP 联合销售', 'IP 联合销售'],
  'business-apps': ['business-apps', 'Business applications', 'Biz apps', '业务应用程序', '商务应用'],
  '': ['none', 'no', 'n/a', '无', '没有'],
})

/** Reads one row by a mapping, naming every fault of it at once, in the words of the file's own columns. */
class Reader {
  readonly reasons: RowFault[] = []
  readonly warnings: RowFault[] = []
  readonly #cells: readonly string[]
  readonly #places: ReadonlyMap<DirectoryField, number>
  readonly #mapping: ColumnMapping

  constructor(cells: readonly string[], columns: readonly string[], mapping: ColumnMapping) {
    this.#cells = cells
    this.#mapping = mapping
    this.#places = new Map(
      (Object.entries(mapping) as [DirectoryField, string][]).map(([field, column]) => [
        field,
        columns.indexOf(column),
      ]),
    )
  }

  refuse(code: RowFault['code'], field: DirectoryField | null, value = ''): void {
    this.reasons.push(issue(code, field && this.#mapping[field]!, value))
  }

  /** What a cell says: text that fits, or nothing. */
  text(field: DirectoryField, required: boolean): string {
    const at = this.#places.get(field)
    const text = at === undefined ? '' : (this.#cells[at] ?? '').trim()
    if (text === '' && required) this.refuse('CELL_MISSING', field)
    if (text.length > MOST_CHARACTERS) this.refuse('CELL_TOO_LONG', field, text)
    if (CONTROL.test(text) || !text.isWellFormed()) this.refuse('CELL_CONTROL_CHARACTERS', field)
    if (NUMBERS.has(field) && SHORTENED.test(text)) this.refuse('DIGITS_LOST', field, text)
    return text
  }

  /** A text as the value of its field. */
  value(field: DirectoryField, text: string): string {
    switch (field) {
      case 'country':
        return this.#known(countryOf(text), 'COUNTRY_UNREADABLE', field, text)
      case 'kind':
        return this.#known(KINDS.get(headerKey(text)), 'UNKNOWN_SOLUTION_KIND', field, text)
      case 'incentive':
        return this.#known(INCENTIVE_NAMES.get(headerKey(text)), 'UNKNOWN_INCENTIVE', field, text)
      case 'duns':
        return this.#duns(text)
      default:
        return text
    }
  }

  #known(
    value: string | null | undefined,
    code: RowFault['code'],
    field: DirectoryField,
    text: string,
  ): string {
    if (value === null || value === undefined) this.refuse(code, field, text)
    return value ?? ''
  }

  #duns(text: string): string {
    if (SHORTENED.test(text)) return ''
    const digits = text.replace(/[\s-]/g, '')
    if (!/^\d{1,9}$/.test(digits)) this.refuse('NOT_A_NUMBER_OF_NINE_DIGITS', 'duns', text)
    else if (digits.length < 9) this.warnings.push(issue('DUNS_PADDED', this.#mapping.duns, digits))
    return digits.padStart(9, '0')
  }

  /** A contact is one person: all four parts together, or none (RULEBOOK 2.3). */
  contact(values: Values): void {
    const given = CONTACT.filter((field) => values[field] !== undefined)
    if (given.length === 0) return
    const [firstName = '', lastName = '', phone = '', email = ''] = CONTACT.map((field) => values[field])
    if (missingOf({ firstName, lastName, phone, email }).length > 0) {
      this.refuse('CONTACT_INCOMPLETE', given[0]!, email || values[given[0]!])
    }
  }
}

/** One row of a table as what it says of an entry, or every reason why it says nothing. */
export function readDirectoryRow(
  { line, cells }: TableLine,
  format: DirectoryFormat,
  columns: readonly string[],
  mapping: ColumnMapping,
): ReadDirectoryRow {
  const reader = new Reader(cells, columns, mapping)
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) reader.refuse('TOO_MANY_CELLS', null)
  const values: { [F in DirectoryField]?: string } = {}
  for (const field of DIRECTORY_FIELDS[format]) {
    const text = reader.text(field, REQUIRED_FIELDS[format].includes(field))
    if (text !== '') values[field] = reader.value(field, text)
  }
  reader.contact(values)
  const { reasons, warnings } = reader
  return { row: reasons.length === 0 ? { line, values } : null, reasons, warnings }
}
