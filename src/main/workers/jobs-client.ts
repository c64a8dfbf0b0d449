import { Worker } from 'node:worker_threads'
import { AppError, type Envelope, type Json } from '#shared/errors.ts'
import type { JobControl } from '../core/jobs/job-control.ts'
import type { LongTask } from '../core/jobs/long-task.ts'
import type { LogEntry } from '../core/ports.ts'
import type { FromJobs, ToJobs } from './messages.ts'

const CANCEL_CHECK_MS = 50

interface Running {
  readonly control: JobControl
  readonly finish: (envelope: Envelope) => void
}

/** The engine's side of the jobs worker, which is started when it is first needed. */
export class JobsClient {
  readonly #script: URL
  readonly #dataDir: string
  readonly #log: (entry: LogEntry) => void
  readonly #running = new Map<number, Running>()
  #worker: Worker | null = null
  #lastId = 0

  constructor(script: URL, dataDir: string, log: (entry: LogEntry) => void) {
    this.#script = script
    this.#dataDir = dataDir
    this.#log = log
  }

  /** Runs long work there. Errors: what the work throws, CANCELLED. */
  async run(task: LongTask, control: JobControl): Promise<Json> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    const id = ++this.#lastId
    const watch = setInterval(() => {
      if (control.cancelled) worker.postMessage({ kind: 'cancel', id } satisfies ToJobs)
    }, CANCEL_CHECK_MS)
    try {
      const envelope = await new Promise<Envelope>((finish) => {
        this.#running.set(id, { control, finish })
        worker.postMessage({ kind: 'run', id, task } satisfies ToJobs)
      })
      if (envelope.ok) return envelope.value
      throw new AppError(envelope.error.code, envelope.error.details)
    } finally {
      clearInterval(watch)
      this.#running.delete(id)
    }
  }

  /** Lets the worker close its connection: the last one open would leave the log file behind. */
  async close(): Promise<void> {
    const worker = this.#worker
    if (!worker) return
    const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.postMessage({ kind: 'close' } satisfies ToJobs)
    await exited
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: { dataDir: this.#dataDir } })
    worker.on('message', (message: FromJobs) => this.#hear(message))
    worker.on('error', (error) => this.#log({ level: 'error', code: 'JOBS_WORKER_FAILED', name: error.name }))
    worker.on('exit', () => {
      this.#worker = null
      const lost: Envelope = { ok: false, error: { code: 'INTERNAL', details: { reference: 'jobs-worker' } } }
      for (const { finish } of this.#running.values()) finish(lost)
    })
    worker.unref()
    return worker
  }

  #hear(message: FromJobs): void {
    if (message.kind === 'log') this.#log(message.entry)
    else if (message.kind === 'progress') {
      this.#running.get(message.id)?.control.progress(message.done, message.total)
    } else this.#running.get(message.id)?.finish(message.envelope)
  }
}
