import type { Envelope, Json } from '#shared/errors.ts'
import type { AppEvent } from './events.ts'

/** The only thing screens know of a host: call a procedure, hear events. */
export interface Bridge {
  /** Calls a procedure. Transport faults come back as an envelope too, so that there is one way to fail. */
  call(name: string, input: Json): Promise<Envelope>
  /** Hears events until the returned function is called. */
  subscribe(listener: (event: AppEvent) => void): () => void
}
