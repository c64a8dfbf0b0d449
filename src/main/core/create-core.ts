import type { ProcedureName } from '#shared/ipc/contract.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import type { Connection } from '../db/connection.ts'
import { applicationHandlers } from './application/application.handlers.ts'
import { ClockKeeper } from './clock/clock.service.ts'
import { TrustedClock } from './clock/trusted-clock.ts'
import { companyHandlers } from './company/company.handlers.ts'
import type { Core } from './core.ts'
import { dealsHandlers } from './deals/deals.handlers.ts'
import { directoryHandlers } from './directory/directory.handlers.ts'
import { type Dispatch, createDispatch } from './dispatch.ts'
import { draftsHandlers } from './drafts/drafts.handlers.ts'
import { exchangeHandlers } from './exchange/exchange.handlers.ts'
import type { FileStore } from './files/file-store.ts'
import type { Handlers } from './handlers.ts'
import { ImportsService } from './imports/imports.service.ts'
import { JobsService } from './jobs/jobs.service.ts'
import { notificationsHandlers } from './notifications/notifications.handlers.ts'
import type { Ports } from './ports.ts'
import { reportsHandlers } from './reports/reports.handlers.ts'
import { Scheduler } from './scheduler/scheduler.ts'
import { todayHandlers } from './today/today.handlers.ts'
import { createContext } from './unit-of-work.ts'
import { viewsHandlers } from './views/views.handlers.ts'
import { WriterGate } from './writer-gate.ts'

/** Every procedure has its handler here: forgetting one does not compile. */
const HANDLERS: Handlers = {
  ...applicationHandlers,
  ...companyHandlers,
  ...dealsHandlers,
  ...directoryHandlers,
  ...draftsHandlers,
  ...exchangeHandlers,
  ...notificationsHandlers,
  ...reportsHandlers,
  ...todayHandlers,
  ...viewsHandlers,
}

/** What screens ask as time goes by, with nobody there: no sign of a person to the clock. */
const BY_ITSELF: ReadonlySet<ProcedureName> = new Set(['today.get', 'today.visit'])

export interface CoreOptions {
  readonly ports: Ports
  /** The one connection that writes, and one that only reads: queries never wait for a long write. */
  readonly writer: Connection
  readonly reader: Connection
  readonly files: FileStore
  readonly checkOutputs?: boolean
}

/** The application without a host: what it can do, what it tells, how it begins and ends. */
export interface Application {
  readonly core: Core
  readonly dispatch: Dispatch
  /** Hears events until the returned function is called. */
  subscribe(listener: (event: AppEvent) => void): () => void
  /** Sweeps and begins to do so every minute. */
  start(): Promise<void>
  /** The computer woke up. */
  resume(): Promise<void>
  /** Somebody turned to the application: look at the clock and close what has run out. */
  look(): Promise<void>
  /** Cancels long work and waits until it has stopped. */
  stopJobs(): Promise<void>
  /** Stops everything and closes the database cleanly. */
  close(): Promise<void>
}

/** Builds the application from what a host lends it. Order matters and is all here. */
export function createCore({ ports, writer, reader, files, checkOutputs = false }: CoreOptions): Application {
  const listeners = new Set<(event: AppEvent) => void>()
  const announce = (event: AppEvent) => {
    for (const listener of listeners) listener(event)
  }
  const core: Core = {
    ports,
    clock: new TrustedClock({ clock: ports.clock, reportsSuspends: ports.host.reportsSuspends }),
    writer,
    reader,
    gate: new WriterGate(ports.timers),
    announce,
    jobs: new JobsService(ports.newId, announce, ports.log),
    files,
    imports: new ImportsService(files),
    context: () => createContext(core),
    sweep: () => scheduler.tick(),
  }
  const keeper = new ClockKeeper(core)
  const scheduler = new Scheduler(core, keeper)
  const dispatch = createDispatch({
    handlers: HANDLERS,
    beforeEach: (name) => {
      if (!BY_ITSELF.has(name)) core.clock.used()
      return scheduler.tick()
    },
    context: core.context,
    newId: ports.newId,
    log: ports.log,
    checkOutputs,
  })
  const stopJobs = () => {
    core.jobs.cancelAll()
    return core.jobs.settled()
  }
  return {
    core,
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: async () => {
      await keeper.begin()
      await scheduler.start()
    },
    resume: () => {
      core.clock.woke()
      return scheduler.round()
    },
    look: () => scheduler.tick(),
    stopJobs,
    close: async () => {
      await scheduler.stop()
      await stopJobs()
      await keeper.keepHighWater(0)
      await reader.db.destroy()
      writer.raw.pragma('wal_checkpoint(TRUNCATE)')
      await writer.db.destroy()
    },
  }
}
