import type { HoldReason } from '#shared/domain/clock.ts'
import type { CivilDate, Instant } from '#shared/domain/time.ts'

/** A clock of an invitation: of a deal that waits for us, or of a party that owes an answer. */
export interface Running {
  readonly dealId: string
  /** The deal's own id, or the party's. */
  readonly clockId: string
  readonly expiresAt: Instant
}

/** An expiry as it stands in the log, in its order. */
export interface Expiry {
  readonly dealId: string
  readonly clockId: string
  readonly at: Instant
}

/** What the application makes of the time, as of its last reading. */
export interface Told {
  readonly now: Instant
  readonly hold: HoldReason | null
}

/** What is asked for: received with a deadline of its own or the fourteen days; sent to so many; sent to one more. */
export type Beginning =
  | { readonly kind: 'receive'; readonly expiresAt: Instant | null }
  | { readonly kind: 'invite'; readonly partners: number }
  | { readonly kind: 'invite-another'; readonly dealId: string; readonly partner: number }

/** How many partners there are to invite. */
export const PARTNERS = 2

/** The application as a world uses it: once with everything in memory, once on SQLite. */
export interface Tandem {
  /** Deals that no single transaction of a sweep closes. */
  readonly moreThanASlice: number
  start(): Promise<void>
  close(): Promise<void>
  /** Ends it at once; what is committed stays. */
  kill(): Promise<void>
  /** Lets a sweep begin and ends everything after it has written so many events. */
  killMidSweep(afterEvents: number): Promise<void>
  /** The minute's tick. */
  minute(): Promise<void>
  /** The host tells that the computer woke up. */
  woke(): Promise<void>
  /** Somebody uses a screen. */
  use(): Promise<void>
  /** Several sweeps at the same time. */
  sweepTogether(): Promise<void>
  begin(beginning: Beginning): Promise<readonly Running[] | 'uncertain'>
  answer(clock: Running): Promise<'done' | 'refused' | 'uncertain'>
  /** Confirms the date; gives the deals told to have expired too early. */
  confirm(today: CivilDate): Promise<readonly string[] | 'refused'>
  told(): Told
  /** Clocks that run, by their ids. */
  running(): Promise<ReadonlySet<string>>
  expiries(): Promise<readonly Expiry[]>
}
