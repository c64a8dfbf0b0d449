import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '#shared/errors.ts'
import { type Application, createCore } from '../core/create-core.ts'
import { FileStore } from '../core/files/file-store.ts'
import { stackOf } from '../core/jobs/jobs.service.ts'
import type { LogEntry } from '../core/ports.ts'
import { acquireLock, openReader, openWriter } from '../db/open.ts'
import { JobsClient } from './jobs-client.ts'
import type { EngineStart, FromEngine, ToEngine } from './messages.ts'
import { PrintClient } from './print-client.ts'
import { runtimeOf } from './runtime.ts'
import { newId, systemClock, systemTimers } from './system-ports.ts'

/** The engine worker: the core on a thread of its own, the only writer of the database. */
const port = parentPort!
const { dataDir, host, version, commit, capabilities, prints, closed } = workerData as EngineStart
const say = (message: FromEngine): void => port.postMessage(message)
const log = (entry: LogEntry): void => say({ kind: 'log', entry })
const printer = new PrintClient(say)

interface Engine {
  readonly app: Application
  stopJobs(): Promise<void>
  close(): Promise<void>
}

async function start(): Promise<Engine> {
  const releaseLock = acquireLock(dataDir)
  const files = new FileStore(dataDir, newId)
  await files.clear()
  const writer = await openWriter(dataDir)
  const reader = openReader(dataDir)
  const jobs = new JobsClient(new URL('./jobs.js', import.meta.url), dataDir, log)
  const app = createCore({
    writer,
    reader,
    files,
    ports: {
      clock: systemClock,
      timers: systemTimers,
      newId,
      log,
      runLongTask: (task, control) => jobs.run(task, control),
      printPdf: prints ? printer.print : undefined,
      host: {
        kind: host,
        version,
        commit,
        runtime: runtimeOf(process.versions),
        capabilities: [...capabilities, ...(prints ? ['pdf'] : [])],
        reportsSuspends: host === 'electron',
      },
    },
  })
  app.subscribe((event) => say({ kind: 'event', event }))
  await app.start()
  const stopJobs = () => app.stopJobs()
  const close = async () => {
    await stopJobs()
    await jobs.close()
    await app.close()
    releaseLock()
  }
  return { app, stopJobs, close }
}

/** What has been asked and is not done. */
const underway = new Set<Promise<void>>()

async function obey(engine: Engine, message: ToEngine): Promise<void> {
  switch (message.kind) {
    case 'call': {
      const envelope = await engine.app.dispatch(message.name, message.input)
      return say({ kind: 'answer', id: message.id, envelope })
    }
    case 'resume':
      return engine.app.resume()
    case 'look':
      return engine.app.look()
    case 'printed':
      return printer.ended(message.id, message.ok)
    case 'close':
      // Long work is stopped; all else that was asked before gets its answer while there still is a database.
      await engine.stopJobs()
      await Promise.allSettled(underway)
      await engine.close()
      Atomics.store(closed, 0, 1)
      Atomics.notify(closed, 0)
      return say({ kind: 'closed' })
  }
}

try {
  const engine = await start()
  port.on('message', (message: ToEngine) => {
    const done = obey(engine, message)
    if (message.kind === 'close') return
    underway.add(done)
    void done.finally(() => underway.delete(done))
  })
  say({ kind: 'ready' })
} catch (error) {
  log({ level: 'error', code: 'ENGINE_REFUSED', stack: stackOf(error) })
  const shape =
    error instanceof AppError
      ? error.toShape()
      : { code: 'INTERNAL' as const, details: { reference: error instanceof Error ? error.name : 'unknown' } }
  say({ kind: 'refused', envelope: { ok: false, error: shape } })
}
