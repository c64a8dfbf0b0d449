import type { PartyStatus, Reason, Status } from '#shared/domain/deal.ts'
import { nameOfReason } from '../../imports/partner-center-csv/columns.ts'

/** A record being written: what came with it stays unless it says something else now. */
export type Draft = { [key: string]: unknown }

/** The object in a property of a record, made where there is none. */
export const part = (draft: Draft, key: string): Draft => {
  const child = draft[key]
  if (child !== null && typeof child === 'object' && !Array.isArray(child)) return child as Draft
  return (draft[key] = {})
}
/** The list in a property of a record; none where it has none. */
export const listIn = (draft: Draft, key: string): Draft[] =>
  Array.isArray(draft[key]) ? (draft[key] as Draft[]) : []

const PAIRS: Record<Status | 'pending', readonly [string, string]> = {
  received: ['New', 'Pending'],
  pending: ['New', 'Pending'],
  accepted: ['Active', 'Accepted'],
  won: ['Closed', 'Won'],
  lost: ['Closed', 'Lost'],
  declined: ['Closed', 'Declined'],
  expired: ['Closed', 'Expired'],
}

/** Writes a status, and why: words that came stay while the status they came with does. */
export function setStatus(draft: Draft, status: Status | PartyStatus, reason: Reason | null): void {
  const [word, substatus] = PAIRS[status]
  draft['status'] = word
  draft['substatus'] = substatus
  put(draft, 'statusReason', reason && nameOfReason(reason))
}

/** The definition of the API knows no null for a text: what is not there is left out, what was there is emptied. */
export function put(draft: Draft, key: string, value: string | null): void {
  if (value !== null) draft[key] = value
  else if (draft[key] !== undefined) draft[key] = null
}
