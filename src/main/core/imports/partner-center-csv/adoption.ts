import type { Customer, Profile, Solution } from '#shared/domain/company.ts'
import { type Direction, type External, type Party, isTerminal } from '#shared/domain/deal.ts'
import type { DealStart } from '#shared/domain/event.ts'
import type { PartyId, PersonId } from '#shared/domain/ids.ts'
import { type AnyStage, type Family, markable, rungOf } from '#shared/domain/stages.ts'
import { type Instant, addDays, utcMidnight } from '#shared/domain/time.ts'
import { assessmentAmong, familyOf } from '#shared/rules/deal-type.ts'
import { type dealSolution } from '#shared/rules/parties.ts'
import { stageFromText } from '#shared/rules/stage-mapping.ts'
import { COLUMN } from './columns.ts'
import type { DirectoryDraft } from './directory-draft.ts'
import { partnerParty, partnersOf } from './partner-parties.ts'
import type { PartnerCenterRow } from './row.ts'

/** What taking over a deal depends on besides its row. */
export interface AdoptionContext {
  readonly now: Instant
  readonly profile: Profile
  readonly actor: PersonId | null
  readonly direction: Direction
  readonly newId: () => string
  readonly directory: Pick<DirectoryDraft, 'partner'>
}

/** A row's solutions with their directory entries. */
export type ResolvedSolutions = readonly {
  readonly entry: Solution
  readonly ref: ReturnType<typeof dealSolution>
}[]

/** A record of the API says it. New rows of a CSV are inbound; it doesn't say it of the others, so whoever imports does (CONTRACT). */
export const directionOf = (row: PartnerCenterRow, asked: Direction): Direction =>
  row.known?.direction ?? (row.status === 'received' ? 'inbound' : asked)

/** The assessment a row's solutions make its deal (RULEBOOK 5.1); null for a standard deal. */
export const assessmentOf = (solutions: ResolvedSolutions) => {
  const kinds = new Map(solutions.map(({ entry }) => [entry.id, entry.kind]))
  return assessmentAmong(
    solutions.map(({ ref }) => ref),
    (id) => kinds.get(id),
  )
}

/** The stage of a row on a ladder, and whether its text meant none we know. */
export function stageOf(
  row: Pick<PartnerCenterRow, 'status' | 'stage'>,
  family: Family,
  direction: Direction,
  mapping: Profile['stageMapping'],
): { stage: AnyStage | null; unmapped: boolean } {
  if (row.status === 'won') return { stage: 'won', unmapped: false }
  if (row.status !== 'accepted' && row.status !== 'lost') return { stage: null, unmapped: false }
  const base = direction === 'outbound' ? 'created' : 'accepted'
  const stage = stageFromText(row.stage, family, base, mapping)
  return { stage: stage ?? base, unmapped: stage === null }
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)

/** When a closed row closed. A CSV doesn't say: its close date, unless that is still to come. */
const closedAtOf = (row: PartnerCenterRow, now: Instant): Instant | null => {
  if (!isTerminal(row.status)) return null
  if (row.known?.closedAt) return earlier(row.known.closedAt, now)
  const closeDay = utcMidnight(row.closeDate)
  return closeDay < now ? closeDay : now
}

/** When a row's deal began; where the file does not say, now. */
const beginningOf = ({ known }: PartnerCenterRow, now: Instant): Instant =>
  known?.createdAt ? earlier(known.createdAt, now) : now

/** The party a row brings: Microsoft that was asked, or whoever sent it. Invited when the deal began. */
function partyOf(row: PartnerCenterRow, direction: Direction, context: AdoptionContext): Party | null {
  const { profile, newId } = context
  const now = beginningOf(row, context.now)
  const sender = row.known?.sender ?? null
  const sent = row.status === 'received' || (direction === 'inbound' && row.microsoft === null)
  const status = sent ? ('accepted' as const) : row.microsoft
  if (status === null) return null
  return {
    id: newId() as PartyId,
    kind: sender === null ? 'microsoft' : 'partner',
    organization: sender ?? 'Microsoft',
    partnerId: null,
    status,
    invitedAt: now,
    expiresAt:
      status === 'pending' ? (row.known?.microsoftExpiresAt ?? addDays(now, profile.invitationDays)) : null,
    answeredAt: null,
    closeDate: row.closeDate,
    value: row.value,
    notes: row.help?.notes ?? null,
    help: row.help?.type ?? null,
    solutions: [],
    team: row.team,
    sellers: [],
    reason: null,
    answerNotes: null,
  }
}

/** How a file spells a stage that nobody spelled otherwise: its percent, nothing before there is one. */
export const spelledStage = (stage: AnyStage | null, family: Family): string =>
  stage === null ? '' : String(rungOf(family, stage)?.percent ?? '')

/**
 * What the file says of a deal beyond our model. A stage spelled otherwise than we would, unmapped ones among them, is
 * kept word for word (RULEBOOK 4.3); one kept earlier stays, it is written back only where it still says the same.
 */
export function externalOf(row: PartnerCenterRow, spelled: string, before: External | null): External {
  const saysNothing = row.stage === spelled || (before !== null && row.stage === '')
  const kept = saysNothing ? before?.extra[COLUMN.stage] : row.stage
  // A record of the API knows nothing of columns, a line of a CSV nothing of records: each leaves the other's alone.
  const columns = row.known ? (before?.extra ?? {}) : row.extra
  const extra = kept === undefined || row.known ? columns : { ...columns, [COLUMN.stage]: kept }
  const referrals = row.known?.referrals ?? before?.referrals
  const { engagementId, referralId } = row
  return { engagementId, referralId, extra, ...(referrals ? { referrals } : {}) }
}

/** When we accepted: an outbound deal with its beginning, an inbound one when a record says so. */
function acceptedAtOf(
  row: PartnerCenterRow,
  direction: Direction,
  stage: AnyStage | null,
  createdAt: Instant,
  latest: Instant,
): Instant | null {
  if (stage === null) return null
  const said = row.known?.acceptedAt
  if (said && said >= createdAt) return earlier(said, latest)
  return direction === 'outbound' ? createdAt : null
}

/** The deal a row begins: as Partner Center knows it, closed ones as history (CONTRACT). */
export function startFrom(
  row: PartnerCenterRow,
  customer: Customer,
  solutions: ResolvedSolutions,
  context: AdoptionContext,
): DealStart {
  const { now, actor, profile } = context
  const direction = directionOf(row, context.direction)
  const assessment = assessmentOf(solutions)
  const family = familyOf({ assessment })
  const { stage } = stageOf(row, family, direction, profile.stageMapping)
  const closedAt = closedAtOf(row, now)
  const createdAt = row.known?.createdAt ? earlier(row.known.createdAt, closedAt ?? now) : (closedAt ?? now)
  const party = partyOf(row, direction, context)
  const beginning = beginningOf(row, now)
  const partners = partnersOf(row, context).map((named) => partnerParty(named, beginning, context))
  const rungs = markable(family).map((rung) => rung.stage)
  const passed = stage === null ? [] : rungs.slice(0, rungs.indexOf(stage) + 1)
  const base = direction === 'outbound' ? ('created' as const) : ('accepted' as const)
  return {
    origin: 'imported',
    direction,
    status: row.status,
    stage,
    stageSince: createdAt,
    stageMarks:
      stage === null ? [] : [base, ...passed].map((mark) => ({ stage: mark, at: createdAt, by: actor })),
    name: row.name,
    value: row.value,
    closeDate: row.closeDate,
    customer: { ...row.customer, id: customer.id },
    contact: row.contact,
    consent: row.consent,
    location: null,
    crmId: row.crmId,
    campaignId: row.campaignId,
    notes: row.notes,
    help: row.help,
    team: row.team,
    solutions: solutions.map(({ ref }) => ref),
    assessment,
    parties: [...(party ? [party] : []), ...partners],
    favorite: row.known?.favorite ?? false,
    closedReason: row.reason,
    createdAt,
    acceptedAt: acceptedAtOf(row, direction, stage, createdAt, closedAt ?? now),
    closedAt,
    expiresAt:
      row.status === 'received' ? (row.known?.expiresAt ?? addDays(createdAt, profile.invitationDays)) : null,
    external: externalOf(row, spelledStage(stage, family), null),
    sourceDealId: null,
  }
}
