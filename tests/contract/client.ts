import type { ErrorShape } from '#shared/errors.ts'
import type { Input, Output, ProcedureName } from '#shared/ipc/contract.ts'

/** The application as a page sees it, whatever lies between. */
export interface ContractClient {
  /** Calls a procedure that must succeed and gives its value. */
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Calls a procedure that must fail and gives its error. */
  fail<N extends ProcedureName>(name: N, input: Input<N>): Promise<ErrorShape>
  upload(name: string, bytes: Uint8Array | string): Promise<string>
  download(fileId: string): Promise<Buffer>
}

/** One thing a procedure must do, over any transport. */
export interface Case {
  readonly title: string
  readonly run: (client: ContractClient) => Promise<void>
}

/** Waits until a job is over and gives how it ended. */
export async function jobOf(client: ContractClient, jobId: string): Promise<Output<'jobs.get'>> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const job = await client.call('jobs.get', { jobId })
    if (job.state !== 'queued' && job.state !== 'running') return job
    if (Date.now() > deadline) throw new Error(`job ${jobId} is still ${job.state}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
