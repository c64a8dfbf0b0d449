import { Worker } from 'node:worker_threads'
import { AppError, type Envelope, type Json, invalidInput } from '#shared/errors.ts'
import { READING_HEAP_MB, READING_SILENCE_MS } from '../core/files/limits.ts'
import type { JobControl } from '../core/jobs/job-control.ts'
import type { LongTask } from '../core/jobs/long-task.ts'
import type { LogEntry } from '../core/ports.ts'
import type { FromJobs, ToJobs } from './messages.ts'

const CANCEL_CHECK_MS = 50

/** What the worker may take: see core/files/limits.ts. Smaller ones are for tests. */
export interface JobsLimits {
  readonly heapMb: number
  readonly silenceMs: number
}

const LIMITS: JobsLimits = { heapMb: READING_HEAP_MB, silenceMs: READING_SILENCE_MS }

interface Running {
  readonly task: LongTask
  readonly control: JobControl
  readonly finish: (envelope: Envelope) => void
}

const LOST = { code: 'INTERNAL', details: { reference: 'jobs-worker' } } as const

const readsFile = ({ kind }: LongTask): boolean => kind.startsWith('preview-')

/** The engine's side of the jobs worker, which is started when it is first needed. */
export class JobsClient {
  readonly #script: URL
  readonly #dataDir: string
  readonly #log: (entry: LogEntry) => void
  readonly #running = new Map<number, Running>()
  readonly #limits: JobsLimits
  #worker: Worker | null = null
  /** When the worker was last heard of. */
  #heardAt = 0
  #lastId = 0

  constructor(script: URL, dataDir: string, log: (entry: LogEntry) => void, limits = LIMITS) {
    this.#script = script
    this.#dataDir = dataDir
    this.#log = log
    this.#limits = limits
  }

  /** Runs long work there. Errors: what the work throws, CANCELLED. */
  async run(task: LongTask, control: JobControl): Promise<Json> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    const id = ++this.#lastId
    this.#heardAt = performance.now()
    const watch = setInterval(() => {
      if (control.cancelled) worker.postMessage({ kind: 'cancel', id } satisfies ToJobs)
      if (readsFile(task) && performance.now() - this.#heardAt > this.#limits.silenceMs) {
        this.#lose(worker, 'too-slow')
      }
    }, CANCEL_CHECK_MS)
    try {
      const envelope = await new Promise<Envelope>((finish) => {
        this.#running.set(id, { task, control, finish })
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
    const worker = new Worker(this.#script, {
      workerData: { dataDir: this.#dataDir },
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb },
    })
    worker.on('message', (message: FromJobs) => this.#hear(message))
    worker.on('error', (error) => {
      this.#log({ level: 'error', code: 'JOBS_WORKER_FAILED', name: error.name })
      const full = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.#lose(worker, full ? 'too-much-memory' : null)
    })
    worker.on('exit', () => this.#lose(worker, null))
    worker.unref()
    return worker
  }

  /**
   * Gives a worker up, at once: the next task starts a fresh one. Its connections are closed with it, so nothing of an
   * open transaction stays. A file that was being read is refused for the reason given; anything else failed inside.
   */
  #lose(worker: Worker, why: 'too-slow' | 'too-much-memory' | null): void {
    if (this.#worker !== worker) return
    this.#worker = null
    void worker.terminate()
    for (const { task, finish } of this.#running.values()) {
      const refused = why !== null && readsFile(task) ? invalidInput('file', why).toShape() : LOST
      finish({ ok: false, error: refused })
    }
  }

  #hear(message: FromJobs): void {
    this.#heardAt = performance.now()
    if (message.kind === 'log') this.#log(message.entry)
    else if (message.kind === 'progress') {
      this.#running.get(message.id)?.control.progress(message.done, message.total)
    } else this.#running.get(message.id)?.finish(message.envelope)
  }
}
