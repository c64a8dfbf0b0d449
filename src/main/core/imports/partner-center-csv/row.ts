import type { CustomerInput } from '#shared/domain/company.ts'
import { isCountry } from '#shared/domain/countries.ts'
import { type Help, type PartyStatus, type Reason, type Status } from '#shared/domain/deal.ts'
import { type Money, isCurrency, parseMoney } from '#shared/domain/money.ts'
import type { Person } from '#shared/domain/person.ts'
import { type CivilDate, civilDate } from '#shared/domain/time.ts'
import { isBlank, missingOf } from '#shared/rules/checks.ts'
import { MOST_SOLUTIONS, MOST_TEAM_MEMBERS } from '#shared/rules/rulebook.ts'
import type { RowFault } from '#shared/words/row-fault.ts'
import type { Known, Parts, PartnerCenterRow, RowSolution } from './partner-center-row.ts'
import { dateParts, issue, partsOf } from './cells.ts'
import {
  COLUMN,
  type ColumnKey,
  helpOfCode,
  isExtraColumn,
  isSolutionColumn,
  isTeamColumn,
  reasonOf,
} from './columns.ts'

export type { Known, KnownPartner, Parts, PartnerCenterRow, RowSolution } from './partner-center-row.ts'

/** What reading a row gives: the deal, or why not; warnings either way. */
export interface ReadRow {
  readonly row: PartnerCenterRow | null
  readonly reasons: readonly RowFault[]
  readonly warnings: readonly RowFault[]
}

/** The cells of one line by header. */
export type Cells = ReadonlyMap<string, string>

/** Our status by the status and substatus of a file. */
export const STATUSES: Readonly<Record<string, Status>> = {
  'new/pending': 'received',
  'new/received': 'received',
  'new/accepted': 'accepted',
  'active/accepted': 'accepted',
  'closed/won': 'won',
  'closed/lost': 'lost',
  'closed/declined': 'declined',
  'closed/expired': 'expired',
}

const MICROSOFT_STATUSES: Readonly<Record<string, PartyStatus>> = {
  '': 'pending',
  pending: 'pending',
  received: 'pending',
  new: 'pending',
  accepted: 'accepted',
  active: 'accepted',
  declined: 'declined',
  expired: 'expired',
  won: 'won',
  lost: 'lost',
}

const CONTROL = /(?![\t\n\r])\p{Cc}/u

/** Reads one line, naming every fault of it at once (RULEBOOK 12). */
class RowReader {
  readonly reasons: RowFault[] = []
  readonly warnings: RowFault[] = []
  readonly #cells: Cells
  readonly #parts: Parts | undefined

  constructor(cells: Cells, parts: Parts | undefined) {
    this.#cells = cells
    this.#parts = parts
  }

  cell(key: ColumnKey): string {
    return (this.#cells.get(COLUMN[key]) ?? '').trim()
  }

  text(key: ColumnKey, required: boolean, most = 200): string {
    const value = this.cell(key)
    if (required && value === '') this.refuse('CELL_MISSING', key)
    if (value.length > most) this.refuse('CELL_TOO_LONG', key, value)
    if (CONTROL.test(value) || !value.isWellFormed()) this.refuse('CELL_CONTROL_CHARACTERS', key)
    return value
  }

  optional(key: ColumnKey, most?: number): string | null {
    return this.text(key, false, most) || null
  }

  refuse(code: RowFault['code'], key: ColumnKey | null, value = ''): void {
    this.reasons.push(issue(code, key === null ? null : COLUMN[key], value))
  }

  warn(code: RowFault['code'], key: ColumnKey, value: string): void {
    this.warnings.push(issue(code, COLUMN[key], value))
  }

  yesNo(key: ColumnKey): boolean {
    const value = this.cell(key)
    const word = value.toLowerCase()
    if (word !== 'yes' && word !== 'no' && word !== '') this.refuse('NOT_YES_OR_NO', key, value)
    return word === 'yes'
  }

  status(): Status {
    const pair = `${this.cell('status')}/${this.cell('substatus')}`.toLowerCase()
    const status = STATUSES[pair]
    if (!status) this.refuse('UNKNOWN_STATUS', 'substatus', pair)
    if (pair === 'new/accepted') this.warn('STATUS_NORMALISED', 'status', pair)
    return status ?? 'accepted'
  }

  microsoft(help: boolean): PartyStatus | null {
    if (!help) return null
    const cell = this.cell('microsoftStatus')
    const status = MICROSOFT_STATUSES[cell.toLowerCase()]
    if (!status) this.refuse('UNKNOWN_MICROSOFT_STATUS', 'microsoftStatus', cell)
    return status ?? null
  }

  money(): Money | null {
    const currency = this.text('currency', true).toUpperCase()
    const text = this.text('value', true)
    if (currency !== '' && !isCurrency(currency)) this.refuse('UNKNOWN_CURRENCY', 'currency', currency)
    if (!isCurrency(currency) || text === '') return null
    const money = parseMoney(text, currency)
    if (!money) this.refuse('NOT_AN_AMOUNT', 'value', text)
    else if (money.amount <= 0) this.refuse('VALUE_REQUIRED', 'value', text)
    return money
  }

  date(): CivilDate | null {
    const text = this.text('closeDate', true)
    if (text === '') return null
    const parts = dateParts(text)
    const date = parts && civilDate(...parts)
    if (!date) this.refuse('NOT_A_DATE', 'closeDate', text)
    return date
  }

  duns(): string | null {
    const digits = this.cell('duns').replace(/[\s-]/g, '')
    if (digits === '') return null
    if (!/^\d{1,9}$/.test(digits)) this.refuse('NOT_A_NUMBER_OF_NINE_DIGITS', 'duns', digits)
    else if (digits.length < 9) this.warn('DUNS_PADDED', 'duns', digits)
    return digits.padStart(9, '0')
  }

  customer(): CustomerInput {
    const country = this.text('country', true).toUpperCase()
    if (country !== '' && !isCountry(country)) this.refuse('UNKNOWN_COUNTRY', 'country', country)
    return {
      name: this.text('customerName', true),
      addressLine1: this.text('addressLine1', false),
      addressLine2: this.optional('addressLine2'),
      city: this.text('city', false),
      state: this.optional('state'),
      postalCode: this.optional('postalCode'),
      country,
      duns: this.duns(),
    }
  }

  contact(required: boolean): Person | null {
    const person: Person = {
      firstName: this.text('contactFirstName', false),
      lastName: this.text('contactLastName', false),
      phone: this.text('contactPhone', false),
      email: this.text('contactEmail', false),
    }
    if (isBlank(person)) {
      if (required) this.refuse('CONTACT_REQUIRED', 'contactEmail')
      return null
    }
    if (missingOf(person).length > 0) this.refuse('CONTACT_INCOMPLETE', 'contactEmail', person.email)
    return person
  }

  help(): Help | null {
    if (!this.yesNo('helpRequired')) return null
    const code = this.cell('help')
    const type = code === '' ? 'general' : helpOfCode(code)
    if (!type) this.refuse('UNKNOWN_HELP', 'help', code)
    return { type: type ?? 'general', notes: this.optional('helpNotes', 4000) }
  }

  reason(): Reason | null {
    const code = this.cell('reason')
    if (code === '') return null
    const reason = reasonOf(code)
    if (!reason) this.refuse('UNKNOWN_REASON', 'reason', code)
    return reason
  }

  /** What stands in numbered columns, each with its header and whole text. */
  #filled(kind: keyof Parts): { header: string; cell: string; parts: readonly string[] }[] {
    const name = kind === 'team' ? 'Team member' : 'Solution'
    if (this.#parts) {
      return this.#parts[kind].map((parts, index) => {
        return { header: `${name} ${index + 1}`, cell: parts.join(', '), parts }
      })
    }
    const isColumn = kind === 'team' ? isTeamColumn : isSolutionColumn
    return [...this.#cells]
      .filter(([header]) => isColumn(header))
      .map(([header, cell]) => ({ header, cell: cell.trim(), parts: partsOf(cell) }))
      .filter(({ cell }) => cell !== '')
  }

  solutions(): RowSolution[] {
    const filled = this.#filled('solutions')
    if (filled.length === 0) this.reasons.push(issue('SOLUTION_REQUIRED', 'Solution 1'))
    if (filled.length > MOST_SOLUTIONS) this.reasons.push(issue('TOO_MANY', 'Solution 1'))
    return filled.map(({ header, cell, parts }) => {
      const [externalId = '', currency = '', price = '', quantity = '', ...more] = parts
      const readable = externalId !== '' && more.length === 0 && cell.length <= 300 && !CONTROL.test(cell)
      if (!readable) this.reasons.push(issue('SOLUTION_UNREADABLE', header, cell))
      return {
        externalId,
        currency: currency || null,
        price: price || null,
        quantity: quantity || null,
      }
    })
  }

  team(): Person[] {
    const filled = this.#filled('team')
    if (filled.length > MOST_TEAM_MEMBERS) this.reasons.push(issue('TOO_MANY', 'Team member 1'))
    return filled.map(({ header, cell, parts }) => {
      const [firstName = '', lastName = '', phone = '', email = '', ...more] = parts
      const person = { firstName, lastName, phone, email }
      const readable = more.length === 0 && missingOf(person).length === 0 && cell.length <= 600
      if (!readable || CONTROL.test(cell)) this.reasons.push(issue('MEMBER_UNREADABLE', header, cell))
      return person
    })
  }

  extra(): Record<string, string> {
    return Object.fromEntries(
      [...this.#cells].filter(([header, cell]) => isExtraColumn(header) && cell !== ''),
    )
  }
}

/** One line of the file before it is read. */
export interface RawRow {
  readonly line: number
  readonly cells: Cells
  readonly parts?: Parts
  readonly known?: Known
  readonly fault?: RowFault
}

/** One line of the file as a deal, or every reason why it is none. */
export function readRow({ line, cells, parts, known, fault }: RawRow): ReadRow {
  if (fault) return { row: null, reasons: [fault], warnings: [] }
  const reader = new RowReader(cells, parts)
  const status = reader.status()
  const help = reader.help()
  const value = reader.money()
  const closeDate = reader.date()
  const consent = reader.yesNo('consent')
  const refused = reader.cell('consent').toLowerCase() === 'no'
  if (refused || (help && !consent)) reader.refuse('CONSENT_REQUIRED', 'consent', reader.cell('consent'))
  const draft = {
    line,
    referralId: reader.text('referralId', true),
    engagementId: reader.optional('engagementId'),
    name: reader.text('name', true),
    customer: reader.customer(),
    contact: reader.contact(help !== null),
    status,
    microsoft: reader.microsoft(help !== null),
    reason: status === 'lost' || status === 'declined' ? reader.reason() : null,
    stage: reader.text('stage', false),
    crmId: reader.optional('crmId'),
    campaignId: reader.optional('campaignId'),
    notes: reader.optional('notes', 4000),
    help,
    consent,
    solutions: reader.solutions(),
    team: reader.team(),
    extra: reader.extra(),
    known: known ?? null,
  }
  if (draft.team.length === 0 && status !== 'received') {
    reader.reasons.push(issue('TEAM_REQUIRED', 'Team member 1'))
  }
  const { reasons, warnings } = reader
  const complete = reasons.length === 0 && value !== null && closeDate !== null
  return { row: complete ? { ...draft, value, closeDate } : null, reasons, warnings }
}
