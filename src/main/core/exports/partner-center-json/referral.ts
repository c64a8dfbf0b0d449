import type { Partner, Profile, Solution } from '#shared/domain/company.ts'
import { type Deal, type DealSolution, isTerminal, microsoftParty } from '#shared/domain/deal.ts'
import type { PartnerId, SolutionId } from '#shared/domain/ids.ts'
import { decimalText, sameMoney } from '#shared/domain/money.ts'
import { PERSON_FIELDS, type Person } from '#shared/domain/person.ts'
import { familyOf } from '#shared/rules/deal-type.ts'
import { spelledStage, stageOf } from '../../imports/partner-center-csv/adoption.ts'
import { type PartnerCenterRow, type RowSolution, readRow } from '../../imports/partner-center-csv/row.ts'
import { HELP_CODES } from '../../imports/partner-center-json/codes.ts'
import { lineOf } from '../../imports/partner-center-json/lines.ts'
import { type Referral, sideOfMicrosoft } from '../../imports/partner-center-json/referral.ts'
import { type Draft, listIn, part, put, setStatus } from './draft.ts'

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
  readonly partners: ReadonlyMap<PartnerId, Pick<Partner, 'id' | 'name' | 'partnerId'>>
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

function writeProgress(
  draft: Draft,
  came: PartnerCenterRow | null,
  deal: Deal,
  mapping: RecordContext['stageMapping'],
): void {
  if (came?.status !== deal.status) {
    const closed = deal.status === 'lost' || deal.status === 'declined'
    setStatus(draft, deal.status, closed ? deal.closedReason : null)
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

/** A record from what we know alone. */
export function newRecord(deal: Deal, engagementId: string | null): Draft {
  const { customer, external: known } = deal
  const microsoft = microsoftParty(deal)
  const sender = deal.direction === 'inbound' ? deal.parties[0] : undefined
  const bySender = sender && {
    ...(sender.kind === 'microsoft' ? { organizationId: 'msft' } : {}),
    organizationName: sender.organization,
  }
  return {
    ...(known?.referralId ? { id: known.referralId } : {}),
    ...(engagementId ? { engagementId } : {}),
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

/** The records a deal came with: ours as a draft and as an import reads it, and those of the other parties. */
export interface Came {
  readonly draft: Draft
  readonly row: PartnerCenterRow
  readonly microsoft: Referral | null
  readonly partners: readonly Referral[]
}

/** The records a deal came with; null where there are none or they were erased. */
export function recordsOf(deal: Deal): Came | null {
  const [ours, ...others] = (deal.external?.referrals ?? []).map((text) => JSON.parse(text) as Referral)
  if (!ours) return null
  const microsoft = others[0] && sideOfMicrosoft(others[0]) ? others[0] : null
  const partners = microsoft ? others.slice(1) : others
  const { row } = readRow({ line: 1, ...lineOf(ours, microsoft, partners) })
  return row && { draft: ours, row, microsoft, partners }
}
