import type { Envelope, Json } from '#shared/errors.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import type { LongTask } from '../core/jobs/long-task.ts'
import type { LogEntry } from '../core/ports.ts'

/** What the engine worker is started with. */
export interface EngineData {
  readonly dataDir: string
  readonly host: 'electron' | 'loopback'
  readonly version: string
  readonly capabilities: readonly string[]
}

/** From a host to the engine. */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: Json }
  /** The computer woke up. */
  | { readonly kind: 'resume' }
  /** Somebody turned to the window. */
  | { readonly kind: 'look' }
  | { readonly kind: 'close' }

/** From the engine to its host. */
export type FromEngine =
  | { readonly kind: 'ready' }
  /** It could not start; `error` is an error of the envelope. */
  | { readonly kind: 'refused'; readonly envelope: Envelope }
  | { readonly kind: 'answer'; readonly id: number; readonly envelope: Envelope }
  | { readonly kind: 'event'; readonly event: AppEvent }
  | { readonly kind: 'log'; readonly entry: LogEntry }
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
