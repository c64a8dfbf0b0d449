import { type ModelDeal, type Surroundings, isClosed, microsoftOf } from './model-deal.ts'

/** One event of a deal as the model remembers it: the log knows it by its version. */
export interface Remembered {
  readonly kind: string
  readonly before: ModelDeal | null
  readonly after: ModelDeal
  /** Which event an undo took back, by its place in the history; null for everything else. */
  readonly of: number | null
}

type Field = string

/** The deal as docs/adr/0009 sees it: parts that go back together count as one. Counter and last change are none. */
const partsOf = (deal: ModelDeal): Readonly<Record<Field, string>> => {
  const { id: _id, version: _version, updatedAt: _updatedAt, amount, currency, ...fields } = deal
  const parts = Object.entries({ ...fields, value: [amount, currency] })
  return Object.fromEntries(parts.map(([field, value]) => [field, JSON.stringify(value)]))
}

function differingParts(a: ModelDeal, b: ModelDeal): Field[] {
  const [of, to] = [partsOf(a), partsOf(b)]
  return Object.keys(of).filter((field) => of[field] !== to[field])
}

/** What ends a deal or another party's part never goes back, nor what a clock did, nor a registration (B4, P6, 8.3). */
const GOES_BACK: ReadonlySet<string> = new Set([
  'created',
  'received',
  'accepted',
  'edited',
  'team-set',
  'solutions-set',
  'microsoft-invited',
  'partner-invited',
  'party-answered',
  'stage-marked',
  'stage-corrected',
  'favorite-set',
  'undone',
])

function isFinal({ kind, before, after }: Remembered): boolean {
  if (!GOES_BACK.has(kind)) return true
  if (kind !== 'party-answered') return false
  const answered = after.parties.find(
    ({ id, status }) => before!.parties.find((p) => p.id === id)!.status !== status,
  )
  return answered?.status !== 'accepted'
}

/** Whether an event is taken back by an undo that stands. */
const isTakenBack = (history: readonly Remembered[], place: number): boolean =>
  history.some(({ of }, index) => of === place && !isTakenBack(history, index))

/** The clocks that run on a deal, each with its deadline. */
const clocksOf = (deal: ModelDeal | null): ReadonlyMap<string, number | null> =>
  new Map([
    ...(deal?.status === 'received' ? [[deal.id, deal.expiresAt] as const] : []),
    ...(deal?.parties ?? [])
      .filter(({ status }) => status === 'pending')
      .map(({ id, expiresAt }) => [id, expiresAt] as const),
  ])

const onlyIn = (one: ModelDeal | null, two: ModelDeal | null): (number | null)[] => {
  const others = clocksOf(two)
  return [...clocksOf(one)].filter(([id]) => !others.has(id)).map(([, expiresAt]) => expiresAt)
}

/** Whether a change lets a clock run that did not. */
export const startsClock = (before: ModelDeal, after: ModelDeal): boolean => onlyIn(after, before).length > 0

/** Clocks of one deal that are not those of the other, and have run out: they decided (B6). */
const decidedClocks = (a: ModelDeal, b: ModelDeal | null, now: number): boolean =>
  [...onlyIn(a, b), ...onlyIn(b, a)].some((expiresAt) => expiresAt !== null && now >= expiresAt)

const contactLocked = (deal: ModelDeal): boolean =>
  deal.status === 'accepted' && (deal.direction === 'inbound' || microsoftOf(deal) !== undefined)

/** The deal with the parts an event changed as they were before it. */
export function restored(deal: ModelDeal, { before, after }: Remembered): ModelDeal {
  const parts = new Set(differingParts(before!, after))
  const keys = Object.keys(before!) as (keyof ModelDeal)[]
  const back = keys.filter((key) => parts.has(key === 'amount' || key === 'currency' ? 'value' : key))
  const last = deal.updatedAt === after.updatedAt && !isClosed(deal)
  return {
    ...deal,
    ...Object.fromEntries(back.map((key) => [key, before![key]])),
    ...(last ? { updatedAt: before!.updatedAt } : {}),
  }
}

/** Why an event cannot be taken back (docs/adr/0009): no codes when it can. */
export function faultsOfUndo(
  deal: ModelDeal,
  history: readonly Remembered[],
  place: number,
  { now }: Pick<Surroundings, 'now'>,
): string[] {
  const event = history[place]!
  const { before, after } = event
  if (isFinal(event)) return ['NOT_UNDOABLE']
  if (isTakenBack(history, place)) return ['ALREADY_UNDONE']
  const moved = differingParts(after, deal)
  if (before === null) {
    if (isClosed(deal)) return ['DEAL_TERMINAL']
    return [
      ...(decidedClocks(deal, null, now) ? ['INVITATION_EXPIRED'] : []),
      ...(moved.length > 0 ? ['UNDO_OVERTAKEN'] : []),
    ]
  }
  const parts = differingParts(before, after)
  const result = restored(deal, event)
  const sameParties = result.parties.map(({ id }) => id).join() === deal.parties.map(({ id }) => id).join()
  const free = sameParties && parts.every((part) => part === 'favorite' || part === 'parties')
  if (isClosed(deal) && !free) return ['DEAL_TERMINAL']
  const inTheWay = parts.includes('status')
    ? moved.filter((part) => part !== 'favorite')
    : [
        ...moved.filter((part) => parts.includes(part)),
        ...(parts.includes('parties') && deal.registration ? ['registration'] : []),
      ]
  const codes: string[] = []
  if (inTheWay.length > 0) codes.push('UNDO_OVERTAKEN')
  if (decidedClocks(deal, result, now)) codes.push('INVITATION_EXPIRED')
  if (parts.includes('contact') && contactLocked(deal) && contactLocked(result)) codes.push('FIELD_LOCKED')
  return codes.sort()
}
