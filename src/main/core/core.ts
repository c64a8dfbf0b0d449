import type { AppEvent } from '#shared/ipc/events.ts'
import type { Connection } from '../db/connection.ts'
import type { TrustedClock } from './clock/trusted-clock.ts'
import type { CommandContext } from './context.ts'
import type { FileStore } from './files/file-store.ts'
import type { ImportsService } from './imports/imports.service.ts'
import type { JobsService } from './jobs/jobs.service.ts'
import type { Ports } from './ports.ts'
import type { WriterGate } from './writer-gate.ts'

/** What every use-case of the application can reach. Built once, by createCore. */
export interface Core {
  readonly ports: Ports
  readonly clock: TrustedClock
  readonly writer: Connection
  /** Whose turn it is to write. */
  readonly gate: WriterGate
  readonly reader: Connection
  readonly jobs: JobsService
  readonly files: FileStore
  readonly imports: ImportsService
  /** Tells everybody who listens. */
  readonly announce: (event: AppEvent) => void
  /** A context of its own, for work that no procedure asked for: the scheduler and jobs. */
  readonly context: () => CommandContext
  /** Closes what has run out now. Never fails: what could not be closed is tried again within a minute. */
  readonly sweep: () => Promise<void>
}
