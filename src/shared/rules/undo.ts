import { type Deal, isTerminal } from '#shared/domain/deal.ts'
import { differingFields } from '#shared/domain/differing-fields.ts'
import type { DealEvent, EventKind, Restored } from '#shared/domain/event.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Refusal } from '#shared/errors.ts'
import { err } from '#shared/result.ts'
import { type Decision, unless } from './commands/decider.ts'
import { EDITABILITY, type LockableField, fieldLock } from './editability.ts'
import type { Happening } from './history.ts'
import { hasRunOut } from './parties.ts'
import { refusal } from './refusal.ts'

/**
 * How an event is taken back. restore: the fields it changed become what they were. remove: the deal it began leaves
 * again. never: what ends a deal or another party's part (B4, P6), what a deadline or a file did, and registrations,
 * which have a workflow of their own (8.3).
 */
export type WayBack = 'restore' | 'remove' | 'never'

/** The way back of every kind; forgetting one does not compile. */
export const WAYS_BACK: Record<EventKind, WayBack> = {
  created: 'remove',
  received: 'remove',
  imported: 'never',
  accepted: 'restore',
  declined: 'never',
  expired: 'never',
  edited: 'restore',
  'team-set': 'restore',
  'solutions-set': 'restore',
  'microsoft-invited': 'restore',
  'partner-invited': 'restore',
  'party-answered': 'restore',
  'party-expired': 'never',
  'stage-marked': 'restore',
  'stage-corrected': 'restore',
  won: 'never',
  lost: 'never',
  registered: 'never',
  'registration-reviewed': 'never',
  'registration-resubmitted': 'never',
  'favorite-set': 'restore',
  'external-noted': 'never',
  undone: 'restore',
  removed: 'never',
}

/** What is taken back: one event, or everything a file did (docs/adr/0019). */
export type UndoScope = 'event' | 'file'

/** The command of the events that take a file back. */
export const UNDO_OF_A_FILE = 'undo-import'

/** What a file did goes back with the file or not at all; importing it again is the redo. */
const WAYS_BACK_WITH_ITS_FILE: Partial<Record<EventKind, WayBack>> = {
  imported: 'remove',
  'external-noted': 'restore',
}

/** The way back of one event: only a party's yes is not final, and only a person's own deal is theirs to take out. */
function wayBack(event: DealEvent, scope: UndoScope): WayBack {
  if (event.kind === 'party-answered' && event.body.answer !== 'accepted') return 'never'
  if (event.kind === 'undone' && event.command === UNDO_OF_A_FILE) return 'never'
  if (scope === 'file') return WAYS_BACK_WITH_ITS_FILE[event.kind] ?? WAYS_BACK[event.kind]
  const way = WAYS_BACK[event.kind]
  return way === 'remove' && event.origin !== 'person' ? 'never' : way
}

/** Fields that are no content of a deal: its counter, and when it last changed. */
const NO_CONTENT: readonly string[] = ['version', 'updatedAt']
const contentDifference = (a: Deal, b: Deal): string[] =>
  differingFields(a, b).filter((field) => !NO_CONTENT.includes(field))

const overtaken = (fields: readonly string[]): readonly Refusal[] =>
  fields.length > 0 ? [refusal('UNDO_OVERTAKEN', { fields })] : []

interface Clock {
  readonly id: string
  readonly expiresAt: Instant | null
}

/** The clocks that run on a deal: its own while it waits for our answer, and those of pending parties. */
const runningClocks = (deal: Deal | null): readonly Clock[] => [
  ...(deal?.status === 'received' ? [deal] : []),
  ...(deal?.parties.filter(({ status }) => status === 'pending') ?? []),
]

/**
 * A clock that has run out has decided: an undo can neither start it again nor stop it (B6). Of a file this is asked
 * once, of all it did to a deal: what it invited and answered in one go never ran.
 */
export function ranOut(deal: Deal, result: Deal | null, now: Instant): readonly Refusal[] {
  const [old, fresh] = [runningClocks(deal), runningClocks(result)]
  const missing = (from: readonly Clock[], { id }: Clock) => !from.some((clock) => clock.id === id)
  return [...old.filter((clock) => missing(fresh, clock)), ...fresh.filter((clock) => missing(old, clock))]
    .filter((clock) => hasRunOut(clock, now))
    .map(({ expiresAt }) => refusal('INVITATION_EXPIRED', { expiresAt }, { action: 'copy' }))
}

const isLockable = (field: string): field is LockableField => Object.hasOwn(EDITABILITY, field)

/** Fields that were locked since, and would be locked again (2.4): an undo is no way around the matrix. */
const locked = (deal: Deal, result: Deal, fields: readonly string[]): readonly Refusal[] =>
  fields.filter(isLockable).flatMap((field) => {
    const lock = fieldLock(deal, field)
    return lock && fieldLock(result, field) ? [lock] : []
  })

/** What B7 leaves free on a closed deal: the favourite, and how its parties stand, but not who they are. */
const freeWhenClosed = (deal: Deal, result: Deal, fields: readonly string[]): boolean =>
  fields.every((field) => field === 'favorite' || field === 'parties') &&
  deal.parties.map(({ id }) => id).join() === result.parties.map(({ id }) => id).join()

/**
 * What must still be as the event left it: the fields it changed. Going back before our own answer takes everything
 * along that was built on it, and a registration stands on the answers of the parties.
 */
function stakes(deal: Deal, after: Deal, fields: readonly string[]): string[] {
  const moved = contentDifference(after, deal)
  if (fields.includes('status')) return moved.filter((field) => field !== 'favorite' && field !== 'external')
  const registered = fields.includes('parties') && deal.registration !== null
  return [...moved.filter((field) => fields.includes(field)), ...(registered ? ['registration'] : [])]
}

function restoring(
  { event, after }: Happening & { readonly after: Deal },
  before: Deal,
  deal: Deal,
  now: Instant | null,
): Decision {
  const fields = contentDifference(before, after)
  const sameMoment = deal.updatedAt === after.updatedAt && !isTerminal(deal.status)
  const given = sameMoment && before.updatedAt !== after.updatedAt ? [...fields, 'updatedAt'] : fields
  const restored = Object.fromEntries(given.map((field) => [field, before[field as keyof Deal]])) as Restored
  const result: Deal = { ...deal, ...restored }
  if (isTerminal(deal.status) && !freeWhenClosed(deal, result, fields)) return err([closed(deal)])
  const reasons = [
    ...overtaken(stakes(deal, after, fields)),
    ...(now === null ? [] : ranOut(deal, result, now)),
    ...locked(deal, result, fields),
  ]
  return unless(reasons, () => [{ kind: 'undone', body: { of: event.id, kind: event.kind, restored } }])
}

/** A deal a file brought closed is history somebody else wrote: it leaves as it came. What closed here stays. */
function removing(after: Deal, deal: Deal, now: Instant | null): Decision {
  if (isTerminal(deal.status) && !isTerminal(after.status)) return err([closed(deal)])
  const reasons = [
    ...overtaken(contentDifference(after, deal)),
    ...(now === null ? [] : ranOut(deal, null, now)),
  ]
  return unless(reasons, () => [{ kind: 'removed', body: {} }])
}

const closed = (deal: Deal): Refusal => refusal('DEAL_TERMINAL', { status: deal.status }, { action: 'copy' })

/**
 * Judges the undo of one event, given the deal as it is now (null when it was removed): the one event that takes it
 * back, or all the reasons against it. An event is taken back only while what it changed is as it left it; nothing that
 * ended anything ever is. In the scope of a file clocks are left to the caller (`ranOut`). Pure; reads no clock.
 */
export function decideUndo(
  happening: Happening,
  deal: Deal | null,
  now: Instant,
  scope: UndoScope = 'event',
): Decision {
  const { event, before, after, undone } = happening
  const way = wayBack(event, scope)
  if (way === 'never') return err([refusal('NOT_UNDOABLE', { kind: event.kind })])
  if (!deal || !after) return err([refusal('NOT_UNDOABLE', { kind: 'removed' })])
  if (undone) return err([refusal('ALREADY_UNDONE', { kind: event.kind })])
  const clocksAt = scope === 'file' ? null : now
  return before ? restoring({ ...happening, after }, before, deal, clocksAt) : removing(after, deal, clocksAt)
}
