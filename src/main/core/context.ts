import type { BatchId, CommandId, DealId, PersonId } from '#shared/domain/ids.ts'
import type { Notice } from '#shared/domain/notification.ts'
import type { Origin } from '#shared/domain/event.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import type { Executor, ReadExecutor } from '../db/executor.ts'
import type { PersonalData } from '../db/personal-data.ts'
import type { ClockReading } from './clock/trusted-clock.ts'
import type { Core } from './core.ts'
import type { LastTeams } from './deals/last-teams.ts'
import type { Stretch } from './notifications/summaries.ts'

/** The moment a procedure runs in: one reading of the clock for everything it does. */
export type Moment = ClockReading

/** What a query handler gets: a view that cannot write. */
export interface QueryContext extends Moment {
  readonly db: ReadExecutor
  readonly core: Core
  readonly personal: PersonalData
}

/** What a command handler gets: the same, and the way to a unit of work. */
export interface CommandContext extends QueryContext {
  /** Runs work in one immediate transaction; its events go out after the commit. Errors: BUSY. */
  write<T>(work: (unit: Unit) => Promise<T>): Promise<T>
}

/** One transaction with what belongs to it, on whichever thread. Inside, only SQL is awaited. */
export interface BareUnit extends Moment {
  readonly trx: Executor
  /** Reading inside the transaction. */
  readonly db: ReadExecutor
  readonly personal: PersonalData
  /** Who was put on teams in this unit: written when the work is done. */
  readonly lastTeams: LastTeams
  readonly newId: () => string
  /** Lets other work of the thread have its turn. */
  breathe(): Promise<void>
  /** Told to the screens once the transaction is committed. */
  announce(event: AppEvent): void
  dealChanged(dealId: DealId): void
  /** Kept for the inbox, and written in this transaction when the work is done: a good deal at once as a summary. */
  tell(notices: readonly Notice[]): void
  /** What this unit tells belongs to a stretch of time: to the summary of that one, where there is one. */
  tellOf(stretch: Stretch): void
}

/** A transaction of the engine, which can reach the rest of the application. */
export interface Unit extends BareUnit {
  readonly core: Core
}

/** On whose behalf events are written. */
export interface Authorship {
  readonly origin: Origin
  readonly actor: PersonId | null
  readonly commandId: CommandId
}

/** The origin of everything an import batch does. */
export const importOrigin = (batchId: BatchId): Origin => `import:${batchId}`

/** The origin of everything one command on many deals does. */
export const bulkOrigin = (batchId: BatchId): Origin => `bulk:${batchId}`
