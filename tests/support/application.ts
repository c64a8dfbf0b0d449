import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { type CivilDate, type Instant, instantFromMs, msOf, utcDateOf } from '#shared/domain/time.ts'
import type { ErrorShape } from '#shared/errors.ts'
import type { Input, Output, ProcedureName } from '#shared/ipc/contract.ts'
import { type Application, createCore } from '#main/core/create-core.ts'
import { FileStore } from '#main/core/files/file-store.ts'
import { runLongTask } from '#main/core/jobs/run-long-task.ts'
import type { LogEntry, PrintPdf, Timers } from '#main/core/ports.ts'
import { openReader, openWriter } from '#main/db/open.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import { testFonts } from './fonts.ts'

/** A clock tests set by hand. */
export class FakeClock {
  #ms: number
  #monotonicMs = 0

  constructor(start = '2026-11-22T09:00:00.000Z') {
    this.#ms = Date.parse(start)
  }

  now(): Instant {
    return instantFromMs(this.#ms)
  }

  today(): CivilDate {
    return utcDateOf(this.now())
  }

  dayOf(instant: Instant): CivilDate {
    return utcDateOf(instant)
  }

  monotonicMs(): number {
    return this.#monotonicMs
  }

  /** Time goes by, and the computer is awake. */
  advance(ms: number): void {
    this.#ms += ms
    this.#monotonicMs += ms
  }

  /** The same until an instant, or the clock goes back to it. */
  set(instant: Instant): void {
    const ms = msOf(instant) - this.#ms
    if (ms > 0) this.advance(ms)
    else this.jump(ms)
  }

  /** The clock shows something else, with no time gone by: somebody moved it, or the computer slept. */
  jump(ms: number): void {
    this.#ms += ms
  }
}

/** Timers that wait for the test: `fire` calls back everything that is still running. */
export class FakeTimers implements Timers {
  readonly running = new Map<() => void, number>()

  every(intervalMs: number, callback: () => void): () => void {
    this.running.set(callback, intervalMs)
    return () => void this.running.delete(callback)
  }

  breathe(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve))
  }

  fire(): void {
    for (const callback of this.running.keys()) callback()
  }
}

/** An application in this process on a real database in a folder of its own. */
export interface TestApplication {
  readonly app: Application
  readonly clock: FakeClock
  readonly timers: FakeTimers
  readonly dataDir: string
  readonly files: FileStore
  readonly log: LogEntry[]
  /** Calls a procedure and gives its value; throws the envelope's error. */
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Calls a procedure that must fail and gives its error. */
  fail<N extends ProcedureName>(name: N, input: Input<N>): Promise<ErrorShape>
  /** Waits for a job and gives its result. */
  job(jobId: string): Promise<unknown>
  /** Closes and opens the same data folder again, with what happens while it is closed. */
  reopen(meanwhile?: () => void): Promise<TestApplication>
  /** Closes and leaves the data folder as it is. */
  shut(): Promise<void>
  close(): Promise<void>
}

/** The error of an envelope as something to throw. */
export class CallFailed extends Error {
  readonly shape: ErrorShape

  constructor(shape: ErrorShape) {
    super(`${shape.code} ${JSON.stringify(shape.details)}`)
    this.shape = shape
  }
}

export async function testApplication(
  options: {
    clock?: FakeClock
    dataDir?: string
    checkOutputs?: boolean
    reportsSuspends?: boolean
    printPdf?: PrintPdf
  } = {},
): Promise<TestApplication> {
  const clock = options.clock ?? new FakeClock()
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'tandem-test-'))
  const files = new FileStore(dataDir, uuidv7)
  const writer = await openWriter(dataDir)
  const reader = openReader(dataDir)
  const jobsReader = openReader(dataDir)
  const log: LogEntry[] = []
  const timers = new FakeTimers()
  const app = createCore({
    writer,
    reader,
    files,
    checkOutputs: options.checkOutputs ?? true,
    ports: {
      clock,
      timers,
      newId: uuidv7,
      log: (entry) => log.push(entry),
      runLongTask: (task, control) => {
        const db = jobsReader.db as unknown as ReadExecutor
        const breathe = () => timers.breathe()
        const deps = { db, writer: async () => writer, files, newId: uuidv7, breathe }
        return runLongTask(task, { ...deps, clock, fonts: testFonts }, control)
      },
      printPdf: options.printPdf,
      host: {
        kind: 'loopback',
        version: '0.0.0-test',
        capabilities: [],
        reportsSuspends: options.reportsSuspends ?? false,
      },
    },
  })
  await app.start()
  const call = async <N extends ProcedureName>(name: N, input: Input<N>) => {
    const envelope = await app.dispatch(name, input)
    if (!envelope.ok) throw new CallFailed(envelope.error)
    return envelope.value as unknown as Output<N>
  }
  const shut = async () => {
    await app.close()
    await jobsReader.db.destroy()
  }
  return {
    app,
    clock,
    timers,
    dataDir,
    files,
    log,
    call,
    fail: async (name, input) => {
      const envelope = await app.dispatch(name, input)
      if (envelope.ok) throw new Error(`${name} succeeded: ${JSON.stringify(envelope.value)}`)
      return envelope.error
    },
    job: async (jobId) => {
      await app.core.jobs.settled()
      const job = await call('jobs.get', { jobId })
      if (job.state !== 'done') throw new Error(`job ${job.state}: ${JSON.stringify(job.error)}`)
      return job.result
    },
    reopen: async (meanwhile = () => {}) => {
      await shut()
      meanwhile()
      return testApplication({ ...options, clock, dataDir })
    },
    shut,
    close: async () => {
      await shut()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
