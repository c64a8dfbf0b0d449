import { app, powerMonitor } from 'electron'
import type { LogEntry } from '../../../core/ports.ts'
import type { Ending } from './ending.ts'

/** How long windows may take to close when the system wants an end: one that hangs does not keep it. */
export const MOST_LEAVING_MS = 2_000

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** Hears what happens to the process until the application has quit. */
function hear(
  name: 'uncaughtException' | 'unhandledRejection' | (typeof SIGNALS)[number],
  listener: (what: unknown) => void,
) {
  process.on(name, listener)
  app.once('quit', () => process.off(name, listener))
}

/** The system wants an end: windows close first, as when a person quits, but nothing can put it off. */
function leave(ending: Ending): void {
  app.quit()
  setTimeout(() => void ending.end(), MOST_LEAVING_MS).unref()
}

/** Every way a system or a person ends the application leads to the one end (PROMISES 2 item X5). */
export function heedEnds(ending: Ending): void {
  // Not before the windows are closed: a form on its way out saves its draft.
  app.on('will-quit', (event) => {
    event.preventDefault()
    void ending.end()
  })
  for (const signal of SIGNALS) hear(signal, () => leave(ending))
}

/** The computer is shut down (macOS, Linux): it waits for an application that asks it to. There is no monitor before readiness. */
export function heedShutdown(ending: Ending): void {
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    leave(ending)
  })
}

/** Windows says that the session ends, and waits only for this: nothing that is begun here would be finished later. */
export function heedSessionEnd(closeNow: () => void): void {
  app.on('browser-window-created', (_event, window) =>
    window.on('session-end', () => {
      closeNow()
      app.exit(0)
    }),
  )
}

/** What nobody caught ends the application: nothing can be known of the state it left behind (item X4). */
export function heedFaults(ending: Ending, log: (entry: LogEntry) => void, failed: () => string): void {
  const fault = (code: string) => (error: unknown) => {
    log({ level: 'error', code, kind: error instanceof Error ? error.name : 'unknown' })
    void ending.end(1, failed())
  }
  hear('uncaughtException', fault('MAIN_FAILED'))
  hear('unhandledRejection', fault('MAIN_PROMISE_FAILED'))
}
