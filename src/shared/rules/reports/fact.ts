import type { DealOrigin, DealType, Direction, PartyStatus, Reason, Status } from '#shared/domain/deal.ts'
import type { CustomerId, DealId, SolutionId } from '#shared/domain/ids.ts'
import type { Money } from '#shared/domain/money.ts'
import type { BoardColumn, Family } from '#shared/domain/stages.ts'
import { type CivilDate, type Instant, msOf } from '#shared/domain/time.ts'

/** What reports need to know of a deal, as it was at one moment. */
export interface Fact {
  readonly id: DealId
  readonly origin: DealOrigin
  readonly type: DealType
  readonly direction: Direction
  readonly status: Status
  readonly family: Family
  readonly column: BoardColumn | null
  /** Percent of the stage it has come to, which a lost deal keeps; 0 while unanswered. */
  readonly percent: number
  readonly value: Money
  readonly closeDate: CivilDate
  readonly customerId: CustomerId
  readonly customerName: string
  readonly country: string
  readonly campaignId: string | null
  readonly microsoft: PartyStatus | null
  readonly createdAt: Instant
  readonly acceptedAt: Instant | null
  readonly closedAt: Instant | null
  /** Known only where a report asks for it. */
  readonly reason: Reason | null
  /** Known only where a report asks for them. */
  readonly solutions: readonly SolutionId[]
}

/** Open deals make up the pipeline: received ones wait for our answer, accepted ones run. */
export const isOpen = ({ status }: Pick<Fact, 'status'>): boolean =>
  status === 'received' || status === 'accepted'

/** Whether a running deal should have closed already. */
export const isOverdue = (fact: Fact, today: CivilDate): boolean =>
  fact.status === 'accepted' && fact.closeDate < today

/** A file does not say when a deal of its past came or was answered: it arrives closed, all at one instant. */
export const arrivedClosed = (fact: Fact): boolean =>
  fact.origin === 'imported' && fact.closedAt !== null && fact.closedAt === fact.createdAt

/** When a deal became ours to work on: inbound when we accepted it, outbound when we made it (RULEBOOK 10, win rate). */
export function enteredAt(fact: Fact): Instant | null {
  if (fact.direction === 'outbound') return fact.createdAt
  if (fact.status === 'received' || fact.status === 'declined' || fact.status === 'expired') return null
  // Of a running deal out of a file the answer has no date: it became ours when it came.
  return fact.acceptedAt ?? fact.createdAt
}

/** When an inbound deal stopped waiting for our answer; null while it waits, and where nobody knows. */
export function answeredAt(fact: Fact): Instant | null {
  if (fact.direction === 'outbound' || fact.status === 'received' || arrivedClosed(fact)) return null
  return fact.status === 'declined' || fact.status === 'expired' ? fact.closedAt : fact.acceptedAt
}

/** How long an inbound deal waited for that; null where nobody knows. */
export function waitedMs(fact: Fact): number | null {
  const at = answeredAt(fact)
  return at === null ? null : Math.max(0, msOf(at) - msOf(fact.createdAt))
}

/** How long a won deal took, from its arrival or creation; null where nobody knows. */
export const wonMs = (fact: Fact): number | null =>
  fact.status !== 'won' || arrivedClosed(fact)
    ? null
    : Math.max(0, msOf(fact.closedAt!) - msOf(fact.createdAt))
