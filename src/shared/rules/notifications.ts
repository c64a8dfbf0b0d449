import type { Deal, Party } from '#shared/domain/deal.ts'
import type { DealEvent, EventKind, EventOf } from '#shared/domain/event.ts'
import type { PartyId } from '#shared/domain/ids.ts'
import type { Notice, NoticeKind } from '#shared/domain/notification.ts'
import type { RegistrationState } from '#shared/domain/registration.ts'
import { type Instant, addDays } from '#shared/domain/time.ts'

type Recorded<K extends EventKind> = Extract<DealEvent, EventOf<K>>
/** What an event of one kind tells, with the deal it led to. */
type Tell<K extends EventKind> = (event: Recorded<K>, deal: Deal) => readonly Notice[]

const aboutParty = (kind: NoticeKind, deal: Deal, partyId: PartyId, params: Notice['params']): Notice => ({
  kind,
  key: `${kind}:${partyId}`,
  dealId: deal.id,
  partyId,
  params,
})

/** About a deal that was sent to us: with its sender, the first party of it. */
const aboutInbound = (kind: NoticeKind, deal: Deal, params: Notice['params']): Notice => ({
  kind,
  key: `${kind}:${deal.id}`,
  dealId: deal.id,
  partyId: deal.parties[0]?.id ?? null,
  params,
})

/** The sender's acknowledgement: when the answer is due. What a file reports was sent, and acknowledged, elsewhere. */
const sent = (event: DealEvent, deal: Deal, parties: readonly Party[]): readonly Notice[] =>
  event.origin.startsWith('import:')
    ? []
    : parties
        .filter(({ status }) => status === 'pending')
        .map(({ id, expiresAt }) => aboutParty('invitation-sent', deal, id, { expiresAt }))

const ANSWERS = {
  accepted: 'invitation-accepted',
  declined: 'invitation-declined',
  won: 'party-won',
  lost: 'party-lost',
} as const satisfies Record<string, NoticeKind>

const STATES: Partial<Record<RegistrationState, NoticeKind>> = {
  'deal-review': 'registration-picked',
  'action-required': 'registration-action-required',
  'final-validation': 'registration-final-validation',
  approved: 'registration-approved',
  rejected: 'registration-rejected',
}

/** Where the registration stands now. A review can say the same thing again, so the event itself is the key. */
function registration(event: DealEvent, deal: Deal): readonly Notice[] {
  const kind = deal.registration && STATES[deal.registration.state]
  return kind ? [{ kind, key: `${kind}:${event.id}`, dealId: deal.id, partyId: null, params: {} }] : []
}

/** What each kind of event tells (RULEBOOK 9); null for what we did ourselves and nobody has to be told. */
const TELLS: { readonly [K in EventKind]: Tell<K> | null } = {
  created: (event, deal) => sent(event, deal, event.body.parties),
  received: (_event, deal) => [aboutInbound('deal-received', deal, { expiresAt: deal.expiresAt })],
  // A file's deals arrived elsewhere, and a good many at once: their clocks are warned of like any other.
  imported: null,
  accepted: null,
  declined: null,
  expired: (event, deal) => [aboutInbound('deal-expired', deal, { expiresAt: event.at })],
  edited: null,
  'team-set': null,
  'solutions-set': null,
  'microsoft-invited': (event, deal) => sent(event, deal, [event.body.party]),
  'partner-invited': (event, deal) => sent(event, deal, [event.body.party]),
  'party-answered': ({ body: { partyId, answer, answeredAt, reason } }, deal) => [
    aboutParty(ANSWERS[answer], deal, partyId, { answeredAt, reason }),
  ],
  'party-expired': (event, deal) => [
    aboutParty('invitation-expired', deal, event.body.partyId, { expiresAt: event.at }),
  ],
  'stage-marked': null,
  'stage-corrected': null,
  won: null,
  lost: null,
  registered: registration,
  'registration-reviewed': registration,
  'registration-resubmitted': registration,
  'favorite-set': null,
  'external-noted': null,
  undone: null,
  removed: null,
}

/** What an event tells the inbox, with the deal it led to. A sample's history is nobody's news. */
export function noticesOf(event: DealEvent, after: Deal | null): readonly Notice[] {
  if (!after || event.origin === 'sample') return []
  const tell = TELLS[event.kind] as Tell<typeof event.kind> | null
  return tell ? tell(event, after) : []
}

/** What is told already and no longer true: of whole parties, and single notices by their keys. */
export interface Stale {
  readonly partyIds: readonly PartyId[]
  readonly keys: readonly string[]
}

/**
 * What an undo makes untrue: everything told of a party that is no more, and the yes of one that owes its answer again.
 * Should it come after all, it is told anew.
 */
export function staleAfter(event: DealEvent, before: Deal | null, after: Deal | null): Stale {
  if (event.kind !== 'undone' || !before || !after) return { partyIds: [], keys: [] }
  const now = new Map(after.parties.map(({ id, status }) => [id, status]))
  const owing = before.parties.filter(({ id, status }) => status !== 'pending' && now.get(id) === 'pending')
  return {
    partyIds: before.parties.map(({ id }) => id).filter((id) => !now.has(id)),
    keys: owing.map(({ id }) => `${ANSWERS.accepted}:${id}`),
  }
}

/** The deadlines one warning is for at a moment: after `after`, up to and including `until`. */
export interface WarningBand {
  readonly days: number
  readonly after: Instant
  readonly until: Instant
}

/**
 * Which deadlines each warning is for at a moment (EXPERIENCE, Notifications): the smallest number of days that is not
 * below the time left, so that after a gap only the newest warning is due and never the ones that were missed.
 */
export function warningBands(now: Instant, daysBefore: readonly number[]): readonly WarningBand[] {
  const days = [...new Set(daysBefore)].sort((a, b) => a - b)
  return days.map((count, index) => ({
    days: count,
    after: index === 0 ? now : addDays(now, days[index - 1]!),
    until: addDays(now, count),
  }))
}

/** The warning about a clock that runs: of a deal that waits for our answer, or of a party that owes us one. */
export const warningOf = (
  clock: Pick<Notice, 'dealId' | 'partyId'> & { readonly expiresAt: Instant },
  days: number,
): Notice => {
  const { dealId, partyId, expiresAt } = clock
  const kind = partyId === null ? 'deal-expiring' : 'invitation-expiring'
  return { kind, key: `${kind}:${partyId ?? dealId}:${days}`, dealId, partyId, params: { days, expiresAt } }
}
