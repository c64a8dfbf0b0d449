import { join } from 'node:path'
import { startWords } from '#main/hosts/start-words.ts'
import type { Build } from '../support/build.ts'
import { HostRefused, type LoopbackHost } from '../support/loopback-host.ts'
import { Acknowledged, checkFolder } from './data-folder.ts'
import { DealWorker } from './host-work.ts'
import { type PromiseTest, always, must } from './promise-test.ts'
import { startOwnHost } from './own-hosts.ts'

/** Collects garbage every so many allocations: a lock on a handle nobody refers to would be gone (PROMISES F5). */
const EAGER_COLLECTION = ['--gc-interval=2000']

interface State {
  readonly build: Build
  readonly dataDir: string
  readonly acknowledged: Acknowledged
  holder: LoopbackHost
}

const start = (build: Build, dataDir: string): Promise<LoopbackHost> =>
  startOwnHost({
    script: build.loopback,
    dataDir,
    env: { LC_ALL: 'C.UTF-8' },
    nodeArguments: EAGER_COLLECTION,
  })

const refusal = (error: unknown): HostRefused => {
  must(error instanceof HostRefused, () => `it failed in another way: ${String(error)}`)
  return error
}

function mustBeRefused(outcome: PromiseSettledResult<LoopbackHost>): void {
  must(outcome.status === 'rejected', () => 'a second host started on the same folder')
  const { exitCode, said } = refusal(outcome.reason)
  must(exitCode === 1, () => `the second host ended with ${exitCode}`)
  must(said.includes(startWords('BUSY', 'en')), () => `the second host said: ${said}`)
}

/** R7: two copies never write together, and a dead one's folder is free at once. */
export const lock: PromiseTest<State> = {
  id: 'R7',
  title: 'one data folder, one application',
  attempts: { short: 10, full: 200 },
  runsEach: 1,
  impossible: always,
  prepare: async ({ build, scratch }) => {
    const dataDir = join(scratch, 'r7')
    return { build, dataDir, acknowledged: new Acknowledged(), holder: await start(build, dataDir) }
  },
  attempt: async (state, random) => {
    const { build, dataDir, acknowledged } = state
    const [second] = await Promise.allSettled([start(build, dataDir)])
    mustBeRefused(second)
    const worker = new DealWorker(state.holder, random, acknowledged)
    await worker.begin()
    await worker.step()
    await state.holder.kill()
    // Two at once for the folder of the dead one: exactly one gets it.
    const both = await Promise.allSettled([start(build, dataDir), start(build, dataDir)])
    const winners = both.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    if (winners[0]) state.holder = winners[0]
    await winners[1]?.kill()
    must(
      winners.length === 1,
      () =>
        `${winners.length} of two hosts have the folder: ${both.map((each) => (each.status === 'rejected' ? String(each.reason) : 'started')).join('; ')}`,
    )
    both.filter(({ status }) => status === 'rejected').forEach(mustBeRefused)
  },
  finish: async ({ holder, dataDir, acknowledged }) => {
    const code = await holder.stop()
    must(code === 0, () => `the last holder ended with ${code}`)
    await checkFolder(dataDir, acknowledged)
    return `${acknowledged.events.size} events of all holders there`
  },
}
