import type { Profile, Solution } from '#shared/domain/company.ts'
import {
  type Deal,
  type DealSolution,
  type PartyStatus,
  type Status,
  microsoftParty,
} from '#shared/domain/deal.ts'
import type { SolutionId } from '#shared/domain/ids.ts'
import { type Money, decimalText } from '#shared/domain/money.ts'
import type { Person } from '#shared/domain/person.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { familyOf } from '#shared/rules/deal-type.ts'
import type { Cell } from '../../exchange/csv-writer.ts'
import { spelledStage, stageOf } from '../../imports/partner-center-csv/adoption.ts'
import {
  COLUMN,
  SHARE_COLUMN,
  codeOfHelp,
  codeOfReason,
  isExtraColumn,
} from '../../imports/partner-center-csv/columns.ts'

/** What the cells of a deal depend on besides it. */
export interface CellContext {
  readonly solutions: ReadonlyMap<SolutionId, Solution>
  readonly stageMapping: Profile['stageMapping']
  /** Without it, contact, team, notes and whatever else the file brought stay empty (PROMISES 5.7). */
  readonly personalData: boolean
}

/** A deal as a line of Partner Center's file; the numbered columns apart, they are as many as needed. */
export interface DealCells {
  readonly named: ReadonlyMap<string, Cell>
  readonly solutions: readonly string[]
  readonly team: readonly string[]
}

const STATUS: Record<Status, readonly [status: string, substatus: string]> = {
  received: ['New', 'Pending'],
  accepted: ['Active', 'Accepted'],
  won: ['Closed', 'Won'],
  lost: ['Closed', 'Lost'],
  declined: ['Closed', 'Declined'],
  expired: ['Closed', 'Expired'],
}

const MICROSOFT: Record<PartyStatus, string> = {
  pending: 'Pending',
  accepted: 'Accepted',
  declined: 'Declined',
  expired: 'Expired',
  won: 'Won',
  lost: 'Lost',
}

const americanDay = (date: CivilDate): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`

/** An amount as Partner Center spells it: where there are decimals at all, one at least and no zeros behind. */
function amount(value: Money): Cell {
  const [whole, fraction] = decimalText(value).split('.')
  return { number: fraction === undefined ? whole! : `${whole}.${fraction.replace(/0+$/, '') || '0'}` }
}

/** Several values in one cell: a comma within one of them would shift the others. */
const listed = (parts: readonly string[]): string =>
  parts.map((part) => part.replace(/\s*,\s*/g, ' ').trim()).join(', ')

const solutionCell = (detail: DealSolution, entry: Solution | undefined): string => {
  const id = entry?.externalId ?? entry?.name ?? detail.id
  const { currency, price, quantity } = detail
  return currency === null && price === null && quantity === null
    ? listed([id])
    : listed([id, currency ?? '', price ?? '', quantity ?? ''])
}

const memberCell = ({ firstName, lastName, phone, email }: Person): string =>
  listed([firstName, lastName, phone, email])

/** The stage as the file spelled it, where that still says where the deal is; else its percent. */
function stageCell(deal: Deal, mapping: Profile['stageMapping']): string {
  const family = familyOf(deal)
  const came = deal.external?.extra[COLUMN.stage]
  const same =
    came !== undefined &&
    stageOf({ status: deal.status, stage: came }, family, deal.direction, mapping).stage === deal.stage
  return same ? came : spelledStage(deal.stage, family)
}

function personalCells({ contact, notes, help, external }: Deal): [string, string][] {
  const extra = Object.entries(external?.extra ?? {}).filter(([header]) => isExtraColumn(header))
  return [
    [COLUMN.contactFirstName, contact?.firstName ?? ''],
    [COLUMN.contactLastName, contact?.lastName ?? ''],
    [COLUMN.contactPhone, contact?.phone ?? ''],
    [COLUMN.contactEmail, contact?.email ?? ''],
    [COLUMN.notes, notes ?? ''],
    [COLUMN.helpNotes, help?.notes ?? ''],
    ...extra,
  ]
}

/** The cells of a deal (RULEBOOK 12). */
export function cellsOf(deal: Deal, context: CellContext): DealCells {
  const { customer, help, external } = deal
  const [status, substatus] = STATUS[deal.status]
  const party = microsoftParty(deal)
  const closed = deal.status === 'lost' || deal.status === 'declined'
  const named = new Map<string, Cell>([
    [COLUMN.engagementId, external?.engagementId ?? ''],
    [COLUMN.referralId, external?.referralId ?? ''],
    [COLUMN.name, deal.name],
    [COLUMN.customerName, customer.name],
    [COLUMN.addressLine1, customer.addressLine1],
    [COLUMN.addressLine2, customer.addressLine2 ?? ''],
    [COLUMN.city, customer.city],
    [COLUMN.state, customer.state ?? ''],
    [COLUMN.postalCode, customer.postalCode ?? ''],
    [COLUMN.country, customer.country],
    [COLUMN.duns, customer.duns ?? ''],
    [COLUMN.status, status],
    [COLUMN.substatus, substatus],
    [COLUMN.microsoftStatus, help && party ? MICROSOFT[party.status] : ''],
    [COLUMN.reason, closed && deal.closedReason ? codeOfReason(deal.closedReason) : ''],
    [COLUMN.stage, stageCell(deal, context.stageMapping)],
    [COLUMN.value, amount(deal.value)],
    [COLUMN.currency, deal.value.currency],
    [COLUMN.closeDate, americanDay(deal.closeDate)],
    [COLUMN.crmId, deal.crmId ?? ''],
    [COLUMN.campaignId, deal.campaignId ?? ''],
    [COLUMN.helpRequired, help ? 'Yes' : 'No'],
    [COLUMN.help, help ? codeOfHelp(help.type) : ''],
    [SHARE_COLUMN, external ? (external.extra[SHARE_COLUMN] ?? '') : 'No'],
    [COLUMN.consent, deal.consent ? 'Yes' : ''],
    ...(context.personalData ? personalCells(deal) : []),
  ])
  return {
    named,
    solutions: deal.solutions.map((detail) => solutionCell(detail, context.solutions.get(detail.id))),
    team: context.personalData ? deal.team.map(memberCell) : [],
  }
}
