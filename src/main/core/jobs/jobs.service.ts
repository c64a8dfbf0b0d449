import type { JobId } from '#shared/domain/ids.ts'
import { AppError, type ErrorShape, type Json, notFound } from '#shared/errors.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import type { LogEntry } from '../ports.ts'
import type { JobControl } from './job-control.ts'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** A piece of long work and where it stands. `done` and `total` count rows. */
export interface Job {
  readonly jobId: JobId
  readonly kind: string
  readonly name: string
  readonly state: JobState
  readonly done: number
  readonly total: number | null
  readonly result: Json
  readonly error: ErrorShape | null
}

const MOST_FINISHED = 100

/** Long work, one piece at a time, in the order it was asked for. Lives as long as the process: results are files. */
export class JobsService {
  readonly #jobs = new Map<JobId, Job & { readonly control: { cancelled: boolean } }>()
  readonly #newId: () => string
  readonly #announce: (event: AppEvent) => void
  readonly #log: (entry: LogEntry) => void
  #last: Promise<void> = Promise.resolve()

  constructor(newId: () => string, announce: (event: AppEvent) => void, log: (entry: LogEntry) => void) {
    this.#newId = newId
    this.#announce = announce
    this.#log = log
  }

  /** Queues work and gives its id at once. */
  start(kind: string, name: string, work: (control: JobControl) => Promise<Json>): JobId {
    const jobId = this.#newId() as JobId
    const control = { cancelled: false }
    const blank = { state: 'queued' as const, done: 0, total: null, result: null, error: null }
    this.#jobs.set(jobId, { jobId, kind, name, ...blank, control })
    this.#forgetOldest()
    this.#last = this.#last.then(() => this.#run(jobId, work))
    return jobId
  }

  /** Where a job stands. Errors: NOT_FOUND. */
  get(jobId: JobId): Job {
    const { control: _control, ...job } = this.#find(jobId)
    return job
  }

  /** Asks a job to stop; it undoes what it had begun. Errors: NOT_FOUND. */
  cancel(jobId: JobId): void {
    const job = this.#find(jobId)
    job.control.cancelled = true
    if (job.state === 'queued') this.#change(jobId, { state: 'cancelled' })
  }

  /** Asks everything to stop: the application is closing. */
  cancelAll(): void {
    for (const jobId of this.#jobs.keys()) this.cancel(jobId)
  }

  /** Resolves when everything queued so far is over. */
  async settled(): Promise<void> {
    await this.#last
  }

  #find(jobId: JobId) {
    const job = this.#jobs.get(jobId)
    if (!job) throw notFound('job', jobId)
    return job
  }

  async #run(jobId: JobId, work: (control: JobControl) => Promise<Json>): Promise<void> {
    const job = this.#find(jobId)
    if (job.state === 'cancelled') return
    this.#change(jobId, { state: 'running' })
    const control: JobControl = {
      progress: (done, total) => this.#change(jobId, { done, total }),
      get cancelled() {
        return job.control.cancelled
      },
    }
    try {
      this.#change(jobId, { state: 'done', result: await work(control) })
    } catch (error) {
      this.#change(jobId, this.#ending(error))
    }
  }

  #ending(error: unknown): Partial<Job> {
    if (error instanceof AppError && error.code === 'CANCELLED') return { state: 'cancelled' }
    if (error instanceof AppError) return { state: 'failed', error: error.toShape() }
    const reference = this.#newId()
    const message = error instanceof Error ? error.name : 'unknown'
    this.#log({ level: 'error', code: 'JOB_FAILED', reference, message, stack: stackOf(error) })
    return { state: 'failed', error: { code: 'INTERNAL', details: { reference } } }
  }

  #change(jobId: JobId, change: Partial<Job>): void {
    const job = this.#find(jobId)
    const next = { ...job, ...change }
    this.#jobs.set(jobId, next)
    this.#announce({
      name: 'jobs.progressed',
      payload: { jobId, done: next.done, total: next.total },
    })
  }

  #forgetOldest(): void {
    const finished = [...this.#jobs.values()].filter(({ state }) => state !== 'queued' && state !== 'running')
    for (const { jobId } of finished.slice(0, Math.max(0, finished.length - MOST_FINISHED))) {
      this.#jobs.delete(jobId)
    }
  }
}

/** A place in a script: what a message says in several lines may begin with "at" as well. */
const FRAME = /^\s*at .*:\d+:\d+\)?$/

/** Where an error came from, without its message: messages may quote data. */
export const stackOf = (error: unknown): string =>
  error instanceof Error && error.stack
    ? error.stack
        .replaceAll(error.message || '\n', '\n')
        .split('\n')
        .filter((line) => FRAME.test(line))
        .slice(0, 8)
        .map((line) => line.trim())
        .join(' | ')
    : ''
