import { syncBuiltinESMExports } from 'node:module'
import workerThreads, { Worker } from 'node:worker_threads'

/** The threads an application in this process started, oldest first: a test ends one, or stops its ears. */
export const engines: WatchedWorker[] = []

class WatchedWorker extends Worker {
  /** Kinds of messages that do not arrive any more. */
  readonly deafTo = new Set<string>()

  constructor(...args: ConstructorParameters<typeof Worker>) {
    super(...args)
    engines.push(this)
  }

  override postMessage(message: { readonly kind: string }): void {
    if (!this.deafTo.has(message.kind)) super.postMessage(message)
  }
}

/** To be called before the application is loaded. */
export function watchEngines(): void {
  workerThreads.Worker = WatchedWorker
  syncBuiltinESMExports()
}
