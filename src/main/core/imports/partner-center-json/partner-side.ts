import type { HelpType, PartyStatus } from '#shared/domain/deal.ts'
import { HELP_TYPES } from '#shared/domain/deal.ts'
import { isCurrency, parseMoney } from '#shared/domain/money.ts'
import { civilDate } from '#shared/domain/time.ts'
import type { RowFault } from '#shared/words/row-fault.ts'
import { dateParts, issue } from '../partner-center-csv/cells.ts'
import { COLUMN, reasonOf } from '../partner-center-csv/columns.ts'
import { type KnownPartner, STATUSES } from '../partner-center-csv/row.ts'
import { HELP_CODES } from './codes.ts'
import { nameIn, numberIn } from './engagement.ts'
import { type Referral, momentOf } from './referral.ts'

const MOST_NAME = 200
const MOST_NOTES = 4000

/** A partner's side of an engagement, or why its record is none. */
export type PartnerSide = { readonly said: KnownPartner } | { readonly fault: RowFault }

/** Reads the record of a partner: its name, answer, value and dates are that partner's (RULEBOOK 11.4). */
export function readPartner(record: Referral): PartnerSide {
  const { details, inviteContext } = record
  const pair = `${record.status ?? ''}/${record.substatus ?? ''}`
  const known = STATUSES[pair.toLowerCase()]
  const status: PartyStatus | undefined = known === 'received' ? 'pending' : known
  if (!status) return { fault: issue('UNKNOWN_STATUS', COLUMN.substatus, pair) }
  const amount = details?.dealValue ?? null
  const currency = details?.currency?.toUpperCase() ?? ''
  if (amount !== null && !isCurrency(currency)) {
    return { fault: issue('UNKNOWN_CURRENCY', COLUMN.currency, currency) }
  }
  const value = amount !== null && isCurrency(currency) ? parseMoney(String(amount), currency) : null
  if (amount !== null && value === null) {
    return { fault: issue('NOT_AN_AMOUNT', COLUMN.value, String(amount)) }
  }
  const day = (details?.closingDateTime ?? '').slice(0, 10)
  const parts = dateParts(day)
  const closeDate = parts && civilDate(...parts)
  if (day !== '' && !closeDate) return { fault: issue('NOT_A_DATE', COLUMN.closeDate, day) }
  const name = nameIn(record)
  const notes = inviteContext?.notes?.trim() || null
  if ((name?.length ?? 0) > MOST_NAME) return { fault: issue('CELL_TOO_LONG', 'organizationName', name!) }
  if ((notes?.length ?? 0) > MOST_NOTES) return { fault: issue('CELL_TOO_LONG', 'inviteContext.notes') }
  return {
    said: {
      number: numberIn(record),
      name,
      status,
      reason: status === 'declined' || status === 'lost' ? reasonOf(record.statusReason ?? '') : null,
      value,
      closeDate,
      notes,
      help: helpOf(inviteContext?.assistanceRequestCode),
      invitedAt: momentOf(record.createdDateTime),
      expiresAt: momentOf(record.expirationDateTime),
    },
  }
}

const helpOf = (code: string | null | undefined): HelpType | null =>
  HELP_TYPES.find((type) => HELP_CODES[type] === code) ?? null

/**
 * The partners of some readable records, each once: of one that was invited again the newest record counts. With the
 * record that does.
 */
export function partnersIn(
  records: readonly Referral[],
): readonly { readonly record: Referral; readonly said: KnownPartner }[] {
  const found = new Map<string, { record: Referral; said: KnownPartner }>()
  for (const record of records) {
    const side = readPartner(record)
    if ('fault' in side) continue
    const key = side.said.number ?? side.said.name!
    const before = found.get(key)
    if (!before || (before.said.invitedAt ?? '') <= (side.said.invitedAt ?? '')) {
      found.set(key, { record, said: side.said })
    }
  }
  return [...found.values()]
}
