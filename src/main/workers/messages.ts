import type { Envelope, Json } from '#shared/errors.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import type { LongTask } from '../core/jobs/long-task.ts'
import type { LogEntry } from '../core/ports.ts'

/** Prints an HTML file to a PDF, both by path, until the signal says that nobody wants it. */
export type PrintPdf = (html: string, pdf: string, signal: AbortSignal) => Promise<void>

/** What the engine worker is started with. */
export interface EngineData {
  readonly dataDir: string
  readonly host: 'electron' | 'loopback'
  readonly version: string
  readonly commit?: string | null
  readonly capabilities: readonly string[]
}

/** The same with what only its host can lend it. */
export interface EngineStart extends EngineData {
  /** Whether the host prints PDFs. */
  readonly prints: boolean
  /** Memory of both threads: 1 once the database is closed, for a host that waits without listening. */
  readonly closed: Int32Array<SharedArrayBuffer>
}

/** From a host to the engine. */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: Json }
  /** The computer woke up. */
  | { readonly kind: 'resume' }
  /** Somebody turned to the window. */
  | { readonly kind: 'look' }
  | { readonly kind: 'printed'; readonly id: number; readonly ok: boolean }
  | { readonly kind: 'close' }

/** From the engine to its host. */
export type FromEngine =
  | { readonly kind: 'ready' }
  /** It could not start; `error` is an error of the envelope. */
  | { readonly kind: 'refused'; readonly envelope: Envelope }
  | { readonly kind: 'answer'; readonly id: number; readonly envelope: Envelope }
  | { readonly kind: 'event'; readonly event: AppEvent }
  | { readonly kind: 'log'; readonly entry: LogEntry }
  | { readonly kind: 'print'; readonly id: number; readonly html: string; readonly pdf: string }
  | { readonly kind: 'stop-printing'; readonly id: number }
  | { readonly kind: 'closed' }

/** From the engine to the jobs worker. */
export type ToJobs =
  | { readonly kind: 'run'; readonly id: number; readonly task: LongTask }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'close' }

/** From the jobs worker to the engine. */
export type FromJobs =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number | null }
  | { readonly kind: 'result'; readonly id: number; readonly envelope: Envelope }
  | { readonly kind: 'log'; readonly entry: LogEntry }
