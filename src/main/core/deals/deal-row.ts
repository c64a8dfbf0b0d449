import type { Insertable, Selectable } from 'kysely'
import { type Deal, isTerminal, microsoftParty, partnerParties } from '#shared/domain/deal.ts'
import { type Instant, msOf } from '#shared/domain/time.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { dealTypeOf, familyOf } from '#shared/rules/deal-type.ts'
import { type Incentives, registrationState } from '#shared/rules/registration.ts'
import { boardColumnOf, percentOf } from '#shared/rules/stages.ts'
import type { DealsTable } from '../../db/schema.ts'

type Columns = Omit<Insertable<DealsTable>, 'rowid' | 'state'>

// Three bands that never overlap: milliseconds since 1970 stay below 10^13 until the year 2286.
/** Below this, a sort key of attention is the deadline of a deal that waits for our answer. */
export const ACTIVE_BAND = 1e13
const CLOSED_BAND = 2e13
const PERCENT_STEP = 1e10

/** Sort key of "what needs me first": least time left, then highest stage, then closed, newest first. */
function attentionOf(deal: Deal): number {
  if (deal.closedAt !== null) return CLOSED_BAND + (1e13 - msOf(deal.closedAt))
  if (deal.expiresAt !== null) return msOf(deal.expiresAt)
  return ACTIVE_BAND + (100 - percentOf(deal)) * PERCENT_STEP
}

/** The earliest deadline still running on a deal or one of its parties; null when none is. */
export function nextExpiryOf(deal: Deal): Instant | null {
  const deadlines = deal.parties
    .filter((party) => party.status === 'pending')
    .map((party) => party.expiresAt)
    .concat(deal.status === 'received' ? [deal.expiresAt] : [])
    .filter((deadline) => deadline !== null)
  return deadlines.sort()[0] ?? null
}

/** The party that sent an inbound deal: the first one on it. */
export const senderOf = (deal: Deal): string | null =>
  deal.direction === 'inbound' ? (deal.parties[0]?.organization ?? null) : null

/** A row knows what was noted when the deal was won, not what the directory says since. */
const NO_DIRECTORY: Incentives = new Map()

/** The projected columns of a deal: a pure function of it, so that any row can be checked against its events. */
export function columnsOf(deal: Deal): Columns {
  const partners = partnerParties(deal)
  return {
    id: deal.id,
    version: deal.version,
    rulebook: deal.rulebook,
    origin: deal.origin,
    name: deal.name,
    type: dealTypeOf(deal).type,
    direction: deal.direction,
    status: deal.status,
    stage: deal.stage,
    percent: percentOf(deal),
    family: familyOf(deal),
    board_column: boardColumnOf(deal),
    value_amount: deal.value.amount,
    value_currency: deal.value.currency,
    close_date: deal.closeDate,
    customer_id: deal.customer.id,
    customer_name: deal.customer.name,
    country: deal.customer.country,
    sender: senderOf(deal),
    microsoft: microsoftParty(deal)?.status ?? null,
    partners: partners.length,
    pending_partners: partners.filter((party) => party.status === 'pending').length,
    favorite: deal.favorite ? 1 : 0,
    expires_at: isTerminal(deal.status) ? null : deal.expiresAt,
    next_expiry: nextExpiryOf(deal),
    registration: registrationState(deal, NO_DIRECTORY),
    campaign_id: deal.campaignId,
    crm_id: deal.crmId,
    referral_id: deal.external?.referralId ?? null,
    stage_since: deal.stageSince,
    accepted_at: deal.acceptedAt,
    closed_at: deal.closedAt,
    created_at: deal.createdAt,
    updated_at: deal.updatedAt,
    attention: attentionOf(deal),
  }
}

/** The columns a list or the board needs. */
export const ROW_COLUMNS = [
  'id',
  'name',
  'type',
  'direction',
  'status',
  'stage',
  'percent',
  'value_amount',
  'value_currency',
  'close_date',
  'customer_name',
  'country',
  'sender',
  'microsoft',
  'partners',
  'pending_partners',
  'favorite',
  'expires_at',
  'registration',
  'crm_id',
  'campaign_id',
  'referral_id',
  'stage_since',
  'accepted_at',
  'closed_at',
  'created_at',
  'updated_at',
  'version',
] as const satisfies readonly (keyof DealsTable)[]

export type StoredRow = Pick<Selectable<DealsTable>, (typeof ROW_COLUMNS)[number]>

/** A stored row as the contract shows it. */
export const rowView = (row: StoredRow): DealRow =>
  ({
    id: row.id,
    name: row.name,
    type: row.type,
    direction: row.direction,
    status: row.status,
    stage: row.stage,
    percent: row.percent,
    value: { amount: row.value_amount, currency: row.value_currency },
    closeDate: row.close_date,
    customerName: row.customer_name,
    country: row.country,
    sender: row.sender,
    microsoft: row.microsoft,
    partners: row.partners,
    pendingPartners: row.pending_partners,
    favorite: row.favorite === 1,
    expiresAt: row.expires_at,
    registration: row.registration,
    crmId: row.crm_id,
    campaignId: row.campaign_id,
    referralId: row.referral_id,
    stageSince: row.stage_since,
    acceptedAt: row.accepted_at,
    closedAt: row.closed_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }) as DealRow

/** The same row from a deal in hand. */
export function rowOf(deal: Deal): DealRow {
  return rowView(columnsOf(deal) as StoredRow)
}
