import type { Partner } from '#shared/domain/company.ts'
import type { Deal, Party } from '#shared/domain/deal.ts'
import type { PartyId } from '#shared/domain/ids.ts'
import { type Instant, addDays } from '#shared/domain/time.ts'
import { nameKey } from '../../directory/directory.repository.ts'
import { answerSteps } from './answer-steps.ts'
import type { AdoptionContext } from './adoption.ts'
import type { KnownPartner, PartnerCenterRow } from './row.ts'
import type { Difference } from './update.ts'

/** A partner a record names, with its directory entry. */
interface NamedPartner {
  readonly said: KnownPartner
  readonly entry: Partner
}

/** The partners a row names, each with its directory entry. */
export const partnersOf = (
  { known, customer }: PartnerCenterRow,
  { directory }: AdoptionContext,
): readonly NamedPartner[] =>
  (known?.partners ?? []).map((said) => ({
    said,
    entry: directory.partner(said.number, said.name, customer.country),
  }))

/** The party of a partner as its record tells it. Invited when the record began, else when the deal did. */
export function partnerParty(
  { said, entry }: NamedPartner,
  beginning: Instant,
  context: AdoptionContext,
): Party {
  const { now, profile, newId } = context
  const invitedAt = said.invitedAt && said.invitedAt < now ? said.invitedAt : beginning
  return {
    id: newId() as PartyId,
    kind: 'partner',
    organization: said.name ?? entry.name,
    partnerId: entry.id,
    status: said.status,
    invitedAt,
    expiresAt:
      said.status === 'pending' ? (said.expiresAt ?? addDays(invitedAt, profile.invitationDays)) : null,
    answeredAt: null,
    closeDate: said.closeDate,
    value: said.value,
    notes: said.notes,
    help: said.help,
    solutions: [],
    team: [],
    sellers: [],
    reason: said.reason,
    answerNotes: null,
  }
}

/** The party of a directory entry on a deal: the newest where a partner was invited again. */
export const partyOfEntry = (
  deal: Pick<Deal, 'parties'>,
  entry: Pick<Partner, 'id' | 'name'>,
): Party | null =>
  deal.parties.findLast(
    ({ kind, partnerId, organization }) =>
      kind === 'partner' &&
      (partnerId === entry.id || (partnerId === null && nameKey(organization) === nameKey(entry.name))),
  ) ?? null

/** What the records of partners ask of a deal we have: partners it lacks, and answers that came since. */
export function partnerSteps(deal: Deal, row: PartnerCenterRow, context: AdoptionContext): Difference {
  const parts = partnersOf(row, context).map((named): Difference => {
    const { said, entry } = named
    const party = partyOfEntry(deal, entry)
    const column = said.name ?? said.number ?? 'organizationName'
    if (party) return answerSteps(party, said.status, said.reason, column)
    const began = partnerParty({ ...named, said: { ...said, status: 'pending' } }, context.now, context)
    // Whoever has answered already was in time, whatever our clock would say: it only begins with the answer.
    const expiresAt =
      said.status === 'pending' ? began.expiresAt : addDays(context.now, context.profile.invitationDays)
    const invited = { ...began, status: 'pending' as const, expiresAt, reason: null }
    return {
      steps: [{ columns: [column], command: { kind: 'report-invited', party: invited } }],
      warnings: [],
    }
  })
  return {
    steps: parts.flatMap(({ steps }) => steps),
    warnings: parts.flatMap(({ warnings }) => warnings),
  }
}
