import { HELP_TYPES } from '#shared/domain/deal.ts'
import { COLUMN, codeOfReason, reasonOf } from '../partner-center-csv/columns.ts'
import type { Cells, Known, Parts } from '../partner-center-csv/row.ts'
import { HELP_CODES } from './codes.ts'
import { nameIn } from './engagement.ts'
import { partnersIn } from './partner-side.ts'
import { type Referral, momentOf, sentByMicrosoft, withoutProtocol } from './referral.ts'

/** Microsoft's side in the words of the CSV; unanswered where the file does not have it. */
function microsoftStatus(side: Referral | null): string {
  if (!side || side.status === 'New') return 'Pending'
  return side.status === 'Active' ? 'Accepted' : (side.substatus ?? '')
}

/** Words of a reason kept with a deal; the record has all of them. */
const MOST_REASON = 4000

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

const isSender = (ours: Referral, record: Referral): boolean => {
  const sender = ours.inviteContext?.invitedBy
  return sender?.organizationId
    ? record.organizationId === sender.organizationId
    : Boolean(sender?.organizationName) && nameIn(record) === sender?.organizationName
}

/**
 * A record, with the sides of Microsoft and partners in its engagement, as the line of the CSV it would be and what a
 * line cannot say. Microsoft that has no record is asked where we sent the deal and no partner's record says to whom.
 */
export function lineOf(
  ours: Referral,
  microsoft: Referral | null,
  partners: readonly Referral[],
): { cells: Cells; parts: Parts; known: Known } {
  const { customerProfile, details, inviteContext } = ours
  const address = customerProfile?.address
  const contact = customerProfile?.team?.[0]
  const outgoing = ours.direction === 'Outgoing'
  const asked =
    outgoing &&
    (microsoft !== null || (ours.type === 'Shared' && !inviteContext?.invitedMpnId && partners.length === 0))
  const help = HELP_TYPES.findIndex((type) => HELP_CODES[type] === inviteContext?.assistanceRequestCode)
  const duns = customerProfile?.ids?.find(({ profileType }) => profileType === 'Duns')
  const reason = reasonOf(ours.statusReason ?? '')
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
    [COLUMN.reason, reason ? codeOfReason(reason) : ''],
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
    statusReason: ours.statusReason?.trim().slice(0, MOST_REASON) || null,
    // Who sent us the deal has a party already.
    partners: partnersIn(outgoing ? partners : partners.filter((record) => !isSender(ours, record))).map(
      ({ said }) => said,
    ),
    referrals: [ours, ...(microsoft ? [microsoft] : []), ...partners].map((record) =>
      JSON.stringify(withoutProtocol(record)),
    ),
  }
  return { cells, parts: partsOf(ours), known }
}
