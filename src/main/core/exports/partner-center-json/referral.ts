import type { Profile, Solution } from '#shared/domain/company.ts'
import {
  type Deal,
  type DealSolution,
  type PartyStatus,
  type Status,
  isTerminal,
  microsoftParty,
} from '#shared/domain/deal.ts'
import type { SolutionId } from '#shared/domain/ids.ts'
import { decimalText, sameMoney } from '#shared/domain/money.ts'
import { PERSON_FIELDS, type Person } from '#shared/domain/person.ts'
import { familyOf } from '#shared/rules/deal-type.ts'
import { spelledStage, stageOf } from '../../imports/partner-center-csv/adoption.ts'
import { type PartnerCenterRow, type RowSolution, readRow } from '../../imports/partner-center-csv/row.ts'
import { HELP_CODES, lineOf } from '../../imports/partner-center-json/lines.ts'
import type { Referral } from '../../imports/partner-center-json/referral.ts'

/** A record being written: what came with it stays unless it says something else now. */
type Draft = { [key: string]: unknown }

const part = (draft: Draft, key: string): Draft => {
  const child = draft[key]
  if (child !== null && typeof child === 'object' && !Array.isArray(child)) return child as Draft
  return (draft[key] = {})
}
const listIn = (draft: Draft, key: string): Draft[] =>
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

function setStatus(draft: Draft, status: Status | PartyStatus): void {
  const [word, substatus] = PAIRS[status]
  draft['status'] = word
  draft['substatus'] = substatus
}

const samePerson = (a: Person | null, b: Person | null): boolean =>
  a === b || Boolean(a && b && PERSON_FIELDS.every((field) => a[field] === b[field]))

const samePeople = (a: readonly Person[], b: readonly Person[]): boolean =>
  a.length === b.length && a.every((person, index) => samePerson(person, b[index]!))

/** A person as the API has one, over the record of the same person where there is one: titles and the like stay. */
const personRecord = (person: Person, known: readonly Draft[]): Draft => ({
  ...known.find(({ email }) => email === person.email),
  firstName: person.firstName,
  lastName: person.lastName,
  phoneNumber: person.phone,
  email: person.email,
})

/** What a record depends on besides its deal. */
export interface RecordContext {
  readonly entries: ReadonlyMap<SolutionId, Solution>
  readonly stageMapping: Profile['stageMapping']
}

const external = (detail: DealSolution, entries: RecordContext['entries']): RowSolution => {
  const entry = entries.get(detail.id)
  const { currency, price, quantity } = detail
  return { externalId: entry?.externalId ?? entry?.name ?? detail.id, currency, price, quantity }
}

const decimal = (text: string | null): number | string | null =>
  text === null || text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)

const solutionRecord = (solution: RowSolution, name: string | undefined, known: readonly Draft[]): Draft => ({
  ...(known.find(({ id }) => id === solution.externalId) ?? {
    name: name ?? solution.externalId,
    type: 'Name',
  }),
  id: solution.externalId,
  ...(solution.price === null ? {} : { price: decimal(solution.price) }),
  ...(solution.quantity === null ? {} : { quantity: decimal(solution.quantity) }),
  ...(solution.currency === null ? {} : { currency: solution.currency }),
})

/** Writes into a record whatever the deal says otherwise than the record did; all of it where there was none. */
export function writeDeal(
  draft: Draft,
  came: PartnerCenterRow | null,
  deal: Deal,
  context: RecordContext,
): void {
  const { entries } = context
  const differs = (key: 'name' | 'crmId' | 'campaignId' | 'notes' | 'closeDate') => came?.[key] !== deal[key]
  const details = part(draft, 'details')
  if (differs('name')) draft['name'] = deal.name
  if (differs('crmId')) put(draft, 'externalReferenceId', deal.crmId)
  if (differs('campaignId')) put(draft, 'campaignId', deal.campaignId)
  if (differs('notes')) details['notes'] = deal.notes ?? ''
  if (!came || !sameMoney(came.value, deal.value)) {
    details['dealValue'] = Number(decimalText(deal.value))
    details['currency'] = deal.value.currency
  }
  if (differs('closeDate')) details['closingDateTime'] = `${deal.closeDate}T00:00:00Z`
  if (came?.known?.favorite !== deal.favorite) draft['favorite'] = deal.favorite
  writeProgress(draft, came, deal, context.stageMapping)
  if (!came || !samePerson(came.contact, deal.contact)) {
    const profile = part(draft, 'customerProfile')
    const known = listIn(profile, 'team')
    profile['team'] = [...(deal.contact ? [personRecord(deal.contact, known)] : []), ...known.slice(1)]
  }
  if (!came || !samePeople(came.team, deal.team)) {
    draft['team'] = deal.team.map((person) => personRecord(person, listIn(draft, 'team')))
  }
  const solutions = deal.solutions.map((detail) => external(detail, entries))
  if (JSON.stringify(came?.solutions) !== JSON.stringify(solutions)) {
    const requirements = part(details, 'requirements')
    const known = listIn(requirements, 'solutions')
    requirements['solutions'] = solutions.map((solution, index) =>
      solutionRecord(solution, entries.get(deal.solutions[index]!.id)?.name, known),
    )
  }
  if (JSON.stringify(came?.help ?? null) !== JSON.stringify(deal.help)) writeHelp(draft, deal)
}

/** The definition of the API knows no null for a text: what is not there is left out, what was there is emptied. */
function put(draft: Draft, key: string, value: string | null): void {
  if (value !== null) draft[key] = value
  else if (draft[key] !== undefined) draft[key] = null
}

function writeProgress(
  draft: Draft,
  came: PartnerCenterRow | null,
  deal: Deal,
  mapping: RecordContext['stageMapping'],
): void {
  if (came?.status !== deal.status) {
    setStatus(draft, deal.status)
    if (isTerminal(deal.status)) put(draft, 'closedDateTime', deal.closedAt)
    else put(draft, 'acceptedDateTime', deal.acceptedAt)
  }
  const family = familyOf(deal)
  const stage = came ? stageOf(came, family, deal.direction, mapping).stage : null
  if (stage !== deal.stage) draft['salesStage'] = spelledStage(deal.stage, family)
}

function writeHelp(draft: Draft, { help }: Deal): void {
  const context = part(draft, 'inviteContext')
  context['assistanceRequestCode'] = help ? HELP_CODES[help.type] : 'Unknown'
  if (help) context['notes'] = help.notes ?? ''
}

/** Microsoft's side of a deal: as it came but for its status, or what we know of it. */
export function microsoftSide(
  deal: Deal,
  came: Referral | null,
  saidBefore: PartyStatus | null,
): Draft | null {
  const party = microsoftParty(deal)
  const asked = party !== null && deal.direction === 'outbound'
  if (came) {
    const draft = structuredClone(came) as Draft
    if (party && party.status !== saidBefore) setStatus(draft, party.status)
    return draft
  }
  // A status the record alone does not tell needs its own; without an engagement nothing would tie the two.
  if (!asked || party.status === 'pending' || !deal.external?.engagementId) return null
  const draft: Draft = {
    engagementId: deal.external.engagementId,
    organizationId: 'msft',
    organizationName: 'Microsoft',
    direction: 'Incoming',
    type: 'Shared',
    target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
  }
  setStatus(draft, party.status)
  return draft
}

/** A record from what we know alone. */
export function newRecord(deal: Deal): Draft {
  const { customer, external: known } = deal
  const microsoft = microsoftParty(deal)
  const sender = deal.direction === 'inbound' ? deal.parties[0] : undefined
  const bySender = sender && {
    ...(sender.kind === 'microsoft' ? { organizationId: 'msft' } : {}),
    organizationName: sender.organization,
  }
  return {
    ...(known?.referralId ? { id: known.referralId } : {}),
    ...(known?.engagementId ? { engagementId: known.engagementId } : {}),
    createdDateTime: deal.createdAt,
    updatedDateTime: deal.updatedAt,
    ...(deal.expiresAt ? { expirationDateTime: deal.expiresAt } : {}),
    qualification: 'SalesQualified',
    type: microsoft || deal.parties.length > 0 ? 'Shared' : 'Independent',
    direction: deal.direction === 'inbound' ? 'Incoming' : 'Outgoing',
    customerProfile: {
      name: customer.name,
      address: {
        addressLine1: customer.addressLine1,
        addressLine2: customer.addressLine2 ?? '',
        city: customer.city,
        state: customer.state ?? '',
        postalCode: customer.postalCode ?? '',
        country: customer.country,
      },
      ids: customer.duns ? [{ profileType: 'Duns', id: customer.duns }] : [],
    },
    consent: {
      consentToToShareInfoWithOthers: deal.consent !== null,
      consentToContact: deal.consent !== null,
      consentToShareReferralWithMicrosoftSellers: microsoft !== null,
    },
    ...(bySender ? { inviteContext: { invitedBy: bySender } } : {}),
  }
}

/** The records a deal came with, read as an import reads them; null where there are none or they were erased. */
export function recordsOf(
  deal: Deal,
): { draft: Draft; row: PartnerCenterRow; microsoft: Referral | null } | null {
  const [ours, microsoft] = (deal.external?.referrals ?? []).map((text) => JSON.parse(text) as Referral)
  if (!ours) return null
  const { row } = readRow({ line: 1, ...lineOf(ours, microsoft ?? null) })
  return row && { draft: ours, row, microsoft: microsoft ?? null }
}
