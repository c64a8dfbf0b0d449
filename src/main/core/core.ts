import type { Connection } from '../db/connection.ts'
import type { TrustedClock } from './clock/trusted-clock.ts'
import type { CommandContext } from './context.ts'
import type { ImportsService } from './imports/imports.service.ts'
import type { JobsService } from './jobs/jobs.service.ts'
import type { Ports } from './ports.ts'

/** What every use-case of the application can reach. Built once, by createCore. */
export interface Core {
  readonly ports: Ports
  readonly clock: TrustedClock
  readonly writer: Connection
  readonly reader: Connection
  readonly jobs: JobsService
  readonly imports: ImportsService
  /** A context of its own, for work that no procedure asked for: the scheduler and jobs. */
  readonly context: () => CommandContext
  /** Closes what has run out now. Never fails: what could not be closed is tried again within a minute. */
  readonly sweep: () => Promise<void>
}
