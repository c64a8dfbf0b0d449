import { type Deal, type Party, microsoftParty, partnerParties } from '#shared/domain/deal.ts'
import type { PartnerId } from '#shared/domain/ids.ts'
import { decimalText } from '#shared/domain/money.ts'
import { partyOfEntry } from '../../imports/partner-center-csv/partner-parties.ts'
import { HELP_CODES } from '../../imports/partner-center-json/codes.ts'
import { nameIn, numberIn } from '../../imports/partner-center-json/engagement.ts'
import { partnersIn } from '../../imports/partner-center-json/partner-side.ts'
import type { Referral } from '../../imports/partner-center-json/referral.ts'
import { nameKey } from '../../directory/directory.repository.ts'
import { type Draft, setStatus } from './draft.ts'
import type { Came, RecordContext } from './referral.ts'

const isAsked = (deal: Deal, party: Party | null): party is Party =>
  party !== null && deal.direction === 'outbound'

/** The partners a deal was sent to. Whoever sent it to us is told by our own record. */
const invited = (deal: Deal): readonly Party[] =>
  deal.direction === 'inbound'
    ? partnerParties(deal).filter((party) => party !== deal.parties[0])
    : partnerParties(deal)

/**
 * What ties the records of a deal: the engagement it came with. One made here that another party needs a record for
 * has its own id for one.
 */
export function engagementOf(deal: Deal): string | null {
  const microsoft = microsoftParty(deal)
  const tied = invited(deal).length > 0 || (isAsked(deal, microsoft) && microsoft.status !== 'pending')
  return deal.external?.engagementId ?? (tied ? deal.id : null)
}

/** Microsoft's side of a deal: as it came but for its answer, or what we know of it. */
function microsoftSide(deal: Deal, came: Came | null): Draft | null {
  const party = microsoftParty(deal)
  const { microsoft = null, row } = came ?? {}
  if (microsoft) {
    const draft = structuredClone(microsoft) as Draft
    if (party && party.status !== row?.microsoft) setStatus(draft, party.status, party.reason)
    return draft
  }
  const engagementId = engagementOf(deal)
  if (!isAsked(deal, party) || engagementId === null) return null
  // Pending is what our record alone tells, unless records of partners say to whom the deal went.
  if (party.status === 'pending' && invited(deal).length === 0) return null
  const draft: Draft = {
    engagementId,
    organizationId: 'msft',
    organizationName: 'Microsoft',
    direction: 'Incoming',
    type: 'Shared',
    target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
  }
  setStatus(draft, party.status, party.reason)
  return draft
}

function newPartnerSide(deal: Deal, party: Party, context: RecordContext): Draft {
  const number = context.partners.get(party.partnerId as PartnerId)?.partnerId
  const value = party.value && {
    dealValue: Number(decimalText(party.value)),
    currency: party.value.currency,
  }
  const draft: Draft = {
    engagementId: engagementOf(deal),
    organizationName: party.organization,
    name: deal.name,
    createdDateTime: party.invitedAt,
    ...(party.status === 'pending' && party.expiresAt ? { expirationDateTime: party.expiresAt } : {}),
    qualification: 'SalesQualified',
    direction: 'Incoming',
    type: 'Shared',
    details: {
      ...value,
      ...(party.closeDate ? { closingDateTime: `${party.closeDate}T00:00:00Z` } : {}),
    },
    inviteContext: {
      ...(number ? { invitedMpnId: number } : {}),
      ...(party.help ? { assistanceRequestCode: HELP_CODES[party.help] } : {}),
      ...(party.notes === null ? {} : { notes: party.notes }),
    },
  }
  setStatus(draft, party.status, party.reason)
  return draft
}

/** The entry a record names, as far as the directory still has it. */
function entryOf(record: Referral, context: RecordContext) {
  const [number, name] = [numberIn(record), nameIn(record)]
  const all = [...context.partners.values()]
  return (
    all.find(({ partnerId }) => number !== null && partnerId === number) ??
    all.find((entry) => name !== null && nameKey(entry.name) === nameKey(name)) ?? {
      id: '' as never,
      name: name ?? number ?? '',
    }
  )
}

function partnerSides(deal: Deal, came: Came | null, context: RecordContext): Draft[] {
  const told = new Set<Party>()
  const counting = new Map(partnersIn(came?.partners ?? []).map(({ record, said }) => [record, said]))
  const records = (came?.partners ?? []).map((record) => {
    const draft = structuredClone(record) as Draft
    const party = partyOfEntry(deal, entryOf(record, context))
    const said = counting.get(record)
    if (party && said) {
      told.add(party)
      if (party.status !== said.status) setStatus(draft, party.status, party.reason)
    }
    return draft
  })
  const others = invited(deal).filter((party) => !told.has(party))
  return [...records, ...others.map((party) => newPartnerSide(deal, party, context))]
}

/** The records of the other parties of a deal: Microsoft's, then the partners'. */
export function sidesOf(deal: Deal, came: Came | null, context: RecordContext): Draft[] {
  const microsoft = microsoftSide(deal, came)
  return [...(microsoft ? [microsoft] : []), ...partnerSides(deal, came, context)]
}
