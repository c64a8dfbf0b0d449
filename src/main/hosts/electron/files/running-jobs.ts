import type { EngineClient } from '../../../workers/engine-client.ts'

/** Long work of the engine, as far as it has told of it. */
export class RunningJobs {
  readonly #engine: Pick<EngineClient, 'call'>
  readonly #told = new Set<string>()

  constructor(engine: Pick<EngineClient, 'call' | 'subscribe'>) {
    this.#engine = engine
    engine.subscribe((event) => {
      if (event.name === 'jobs.progressed') this.#told.add(event.payload.jobId)
    })
  }

  /** Whether any of it is not over yet. */
  async any(): Promise<boolean> {
    for (const jobId of this.#told) {
      const answer = await this.#engine.call('jobs.get', { jobId })
      const { state } = (answer.ok ? answer.value : {}) as { readonly state?: string }
      if (state === 'queued' || state === 'running') return true
      this.#told.delete(jobId)
    }
    return false
  }
}
