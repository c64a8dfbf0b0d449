import { HELP_TYPES, type HelpType } from '#shared/domain/deal.ts'
import { type Instant, instantFromMs } from '#shared/domain/time.ts'
import { COLUMN } from '../partner-center-csv/columns.ts'
import type { Cells, Known, Parts } from '../partner-center-csv/row.ts'
import { type Referral, sentByMicrosoft, withoutProtocol } from './referral.ts'

/** What the API calls each kind of help (RULEBOOK 6.6). */
export const HELP_CODES: Record<HelpType, string> = {
  'workload-value': 'WorkloadSpecificValueProposition',
  'technical-architecture': 'CustomerTechnicalArchitecture',
  'poc-demo': 'ProofOfConceptOrDemo',
  'quotes-licensing': 'QuotesOrLicensing',
  'post-sales': 'PostSalesCustomerSuccess',
  general: 'GeneralOrOther',
}

const momentOf = (text: string | null | undefined): Instant | null => {
  const ms = text ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? null : instantFromMs(ms)
}

/** Microsoft's side in the words of the CSV; unanswered where the file does not have it. */
function microsoftStatus(side: Referral | null): string {
  if (!side || side.status === 'New') return 'Pending'
  return side.status === 'Active' ? 'Accepted' : (side.substatus ?? '')
}

const textOf = (value: string | number | null | undefined): string =>
  value === null ? '' : String(value ?? '')

function partsOf({ details, team }: Referral): Parts {
  return {
    solutions: (details?.requirements?.solutions ?? []).map(({ id, currency, price, quantity }) => [
      textOf(id),
      textOf(currency),
      textOf(price),
      textOf(quantity),
    ]),
    team: (team ?? []).map(({ firstName, lastName, phoneNumber, email }) =>
      [firstName, lastName, phoneNumber, email].map((part) => textOf(part).trim()),
    ),
  }
}

/** A record, with Microsoft's side of its engagement, as the line of the CSV it would be and what a line cannot say. */
export function lineOf(
  ours: Referral,
  microsoft: Referral | null,
): { cells: Cells; parts: Parts; known: Known } {
  const { customerProfile, details, inviteContext } = ours
  const address = customerProfile?.address
  const contact = customerProfile?.team?.[0]
  const outgoing = ours.direction === 'Outgoing'
  const asked = outgoing && (microsoft !== null || (ours.type === 'Shared' && !inviteContext?.invitedMpnId))
  const help = HELP_TYPES.findIndex((type) => HELP_CODES[type] === inviteContext?.assistanceRequestCode)
  const duns = customerProfile?.ids?.find(({ profileType }) => profileType === 'Duns')
  const cells = new Map<string, string>([
    [COLUMN.engagementId, ours.engagementId ?? ''],
    [COLUMN.referralId, ours.id ?? ''],
    [COLUMN.name, ours.name ?? ''],
    [COLUMN.customerName, customerProfile?.name ?? ''],
    [COLUMN.addressLine1, address?.addressLine1 ?? ''],
    [COLUMN.addressLine2, address?.addressLine2 ?? ''],
    [COLUMN.city, address?.city ?? ''],
    [COLUMN.state, address?.state ?? ''],
    [COLUMN.postalCode, address?.postalCode ?? ''],
    [COLUMN.country, address?.country ?? ''],
    [COLUMN.duns, duns?.id ?? ''],
    [COLUMN.contactFirstName, contact?.firstName ?? ''],
    [COLUMN.contactLastName, contact?.lastName ?? ''],
    [COLUMN.contactPhone, contact?.phoneNumber ?? ''],
    [COLUMN.contactEmail, contact?.email ?? ''],
    [COLUMN.status, ours.status ?? ''],
    [COLUMN.substatus, ours.substatus ?? ''],
    [COLUMN.microsoftStatus, asked ? microsoftStatus(microsoft) : ''],
    [COLUMN.stage, ours.salesStage ?? ''],
    [COLUMN.value, textOf(details?.dealValue)],
    [COLUMN.currency, details?.currency ?? ''],
    [COLUMN.closeDate, (details?.closingDateTime ?? '').slice(0, 10)],
    [COLUMN.crmId, ours.externalReferenceId ?? ''],
    [COLUMN.campaignId, ours.campaignId ?? ''],
    [COLUMN.notes, details?.notes ?? ''],
    [COLUMN.helpRequired, asked ? 'Yes' : 'No'],
    [COLUMN.help, asked && help >= 0 ? String(help + 1) : ''],
    [COLUMN.helpNotes, asked ? (inviteContext?.notes ?? '') : ''],
    [COLUMN.consent, ours.consent?.consentToToShareInfoWithOthers ? 'Yes' : ''],
  ])
  const partner = !outgoing && !sentByMicrosoft(ours) ? inviteContext?.invitedBy?.organizationName : null
  const known: Known = {
    direction: outgoing ? 'outbound' : 'inbound',
    createdAt: momentOf(ours.createdDateTime),
    acceptedAt: momentOf(ours.acceptedDateTime),
    closedAt: momentOf(ours.closedDateTime),
    expiresAt: momentOf(ours.expirationDateTime),
    microsoftExpiresAt: momentOf(microsoft?.expirationDateTime),
    sender: partner || null,
    favorite: ours.favorite ?? false,
    referrals: [ours, ...(microsoft ? [microsoft] : [])].map((record) =>
      JSON.stringify(withoutProtocol(record)),
    ),
  }
  return { cells, parts: partsOf(ours), known }
}
