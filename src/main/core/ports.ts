import type { Json } from '#shared/errors.ts'
import type { CivilDate, Instant } from '#shared/domain/time.ts'
import type { LongTask } from './jobs/long-task.ts'
import type { JobControl } from './jobs/job-control.ts'

/** The only way core learns what time it is; only the trusted clock asks it (PROMISES 7.4). */
export interface Clock {
  /** What the computer's clock says. */
  now(): Instant
  /** The calendar day of an instant where the person is. */
  dayOf(instant: Instant): CivilDate
  /** Milliseconds counted by a clock nobody can set: never goes back in a process, and may stand still in a sleep. */
  monotonicMs(): number
}

/** The only way core waits. */
export interface Timers {
  /** Calls back every so many milliseconds until the returned function is called. */
  every(intervalMs: number, callback: () => void): () => void
  /** Lets other work of this thread have its turn. */
  breathe(): Promise<void>
}

/** One line of the log: a code and ids, never names, notes or other personal data (PROMISES 5.6). */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  readonly code: string
  readonly [fact: string]: string | number | boolean | null
}

/** Prints one file to another, both by path. */
export type PrintPdf = (html: string, pdf: string, control: JobControl) => Promise<void>

/** What a host lends the core. */
export interface Ports {
  readonly clock: Clock
  readonly timers: Timers
  /** A fresh UUIDv7. */
  readonly newId: () => string
  readonly log: (entry: LogEntry) => void
  /** Runs work that only reads the database, beside everything else. */
  readonly runLongTask: (task: LongTask, control: JobControl) => Promise<Json>
  /** Prints an HTML file to a PDF; absent where there is nothing to print with. Errors: CANCELLED, INTERNAL. */
  readonly printPdf?: PrintPdf | undefined
  readonly host: {
    readonly kind: 'electron' | 'loopback'
    readonly version: string
    /** What it was built from (hosts/build-stamp.ts). */
    readonly commit?: string | null
    readonly runtime?: readonly { readonly name: string; readonly version: string }[]
    readonly capabilities: readonly string[]
    /** Whether it tells when the computer has slept. */
    readonly reportsSuspends: boolean
  }
}
