import { uuidv7 } from 'uuidv7'
import type { Instant } from '#shared/domain/time.ts'
import type { Input, Output, ProcedureName } from '#shared/ipc/contract.ts'
import { type Application, createCore } from '#main/core/create-core.ts'
import { FileStore } from '#main/core/files/file-store.ts'
import { runLongTask } from '#main/core/jobs/run-long-task.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import { openReader, openWriter } from '#main/db/open.ts'
import { CallFailed, FakeClock } from '../support/application.ts'
import { testFonts } from '../support/fonts.ts'

/** The real core in this process on a data folder that stays. */
export interface BenchApplication {
  readonly app: Application
  readonly clock: FakeClock
  readonly dataDir: string
  readonly files: FileStore
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Waits for a job and gives its result. */
  job<T>(jobId: string): Promise<T>
  close(): Promise<void>
}

/** Opens a data folder as the engine would, with a clock that only moves when told. */
export async function openApplication(dataDir: string, start: Instant): Promise<BenchApplication> {
  const clock = new FakeClock(start)
  const files = new FileStore(dataDir, uuidv7)
  const writer = await openWriter(dataDir)
  const jobsReader = openReader(dataDir)
  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))
  const app = createCore({
    writer,
    reader: openReader(dataDir),
    files,
    ports: {
      clock,
      timers: { every: () => () => {}, breathe },
      newId: uuidv7,
      log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
      runLongTask: (task, control) => {
        const db = jobsReader.db as unknown as ReadExecutor
        const deps = { db, writer: async () => writer, files, newId: uuidv7, breathe }
        return runLongTask(task, { ...deps, clock, fonts: testFonts }, control)
      },
      host: { kind: 'loopback', version: '0.0.0-bench', capabilities: [], reportsSuspends: false },
    },
  })
  await app.start()
  const call = async <N extends ProcedureName>(name: N, input: Input<N>) => {
    const envelope = await app.dispatch(name, input)
    if (!envelope.ok) throw new CallFailed(envelope.error)
    return envelope.value as unknown as Output<N>
  }
  return {
    app,
    clock,
    dataDir,
    files,
    call,
    job: async <T>(jobId: string) => {
      await app.core.jobs.settled()
      const job = await call('jobs.get', { jobId })
      if (job.state !== 'done') throw new Error(`job ${job.state}: ${JSON.stringify(job.error)}`)
      return job.result as T
    },
    close: async () => {
      await jobsReader.db.destroy()
      await app.close()
    },
  }
}
