import type { LogEntry } from '../../core/ports.ts'
import type { HostDeps } from './host-handlers.ts'
import type { Call } from './security/ipc.ts'

/** The host's own procedures: loaded when the first of them is called. */
export function lazyHostCalls(deps: HostDeps, log: (entry: LogEntry) => void): Call {
  let calls: Promise<Call> | undefined
  const load = async (): Promise<Call> => {
    const [{ createHostCalls }, { hostHandlers }] = await Promise.all([
      import('../host-calls.ts'),
      import('./host-handlers.ts'),
    ])
    return createHostCalls(hostHandlers(deps), log)
  }
  return async (name, input) => (await (calls ??= load()))(name, input)
}
