import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError, type Envelope } from '#shared/errors.ts'
import { FileStore } from '../core/files/file-store.ts'
import { FontBook } from '../core/paper/fonts.ts'
import type { JobControl } from '../core/jobs/job-control.ts'
import { stackOf } from '../core/jobs/jobs.service.ts'
import type { LongTask } from '../core/jobs/long-task.ts'
import { runLongTask } from '../core/jobs/run-long-task.ts'
import type { Connection } from '../db/connection.ts'
import type { ReadExecutor } from '../db/executor.ts'
import { BULK_CACHE_KIB, openReader, openWriter } from '../db/open.ts'
import type { FromJobs, ToJobs } from './messages.ts'
import { newId, systemClock, systemTimers } from './system-ports.ts'

/** The jobs worker: long work on connections of its own, so that the engine never waits for it. */
const port = parentPort!
const { dataDir } = workerData as { dataDir: string }
const files = new FileStore(dataDir, newId)
// The build copies the fonts of documents beside the bundles (electron.vite.config.ts).
const fonts = new FontBook(fileURLToPath(new URL('./fonts', import.meta.url)))
const reader = openReader(dataDir)
let opened: Promise<Connection> | null = null
const writer = (): Promise<Connection> => (opened ??= openWriter(dataDir, BULK_CACHE_KIB))
/** Closed after each task: its pages would be kept in memory for nothing. */
async function closeWriter(): Promise<void> {
  const connection = await opened?.catch(() => null)
  opened = null
  await connection?.db.destroy()
}
const cancelled = new Set<number>()
const say = (message: FromJobs): void => port.postMessage(message)

async function run(id: number, task: LongTask): Promise<Envelope> {
  const control: JobControl = {
    progress: (done, total) => say({ kind: 'progress', id, done, total }),
    get cancelled() {
      return cancelled.has(id)
    },
  }
  try {
    const breathe = () => systemTimers.breathe()
    const db = reader.db as unknown as ReadExecutor
    const deps = { db, writer, files, newId, breathe, clock: systemClock, fonts }
    return { ok: true, value: await runLongTask(task, deps, control) }
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toShape() }
    const reference = newId()
    say({
      kind: 'log',
      entry: { level: 'error', code: 'LONG_TASK_FAILED', reference, task: task.kind, stack: stackOf(error) },
    })
    return { ok: false, error: { code: 'INTERNAL', details: { reference } } }
  } finally {
    cancelled.delete(id)
    await closeWriter()
  }
}

async function obey(message: ToJobs): Promise<void> {
  switch (message.kind) {
    case 'run':
      return say({ kind: 'result', id: message.id, envelope: await run(message.id, message.task) })
    case 'cancel':
      cancelled.add(message.id)
      return
    case 'close':
      await reader.db.destroy()
      port.close()
  }
}

port.on('message', (message: ToJobs) => void obey(message))
