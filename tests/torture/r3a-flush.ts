import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openWriter, readProfile } from '#main/db/open.ts'
import type { Random } from '../support/random.ts'
import { programOnPath } from '../support/tools.ts'
import { Acknowledged } from './data-folder.ts'
import { type FlushTrace, shimTrace, straceTrace } from './flush-trace.ts'
import { DealWorker } from './host-work.ts'
import { type PromiseTest, type Torture, always, must } from './promise-test.ts'
import { startOwnHost } from './own-hosts.ts'

const FULL = 2
const COMMITS = 25

/** F1: the flushing of commits is on after the first read, on a fresh database and on one opened again. */
export const profile: PromiseTest<Torture> = {
  id: 'F1',
  title: 'synchronous is FULL after the first read',
  attempts: { short: 2, full: 10 },
  runsEach: 1,
  impossible: always,
  prepare: async (torture) => torture,
  attempt: async ({ scratch }, _random, attempt) => {
    // Every second attempt opens what the one before left.
    const dataDir = join(scratch, `f1-${attempt >> 1}`)
    mkdirSync(dataDir, { recursive: true })
    const { db, raw } = await openWriter(dataDir)
    try {
      await db.selectFrom('deals').select('id').limit(1).execute()
      const { synchronous, journal_mode } = readProfile(raw)
      must(synchronous === FULL, () => `synchronous is ${String(synchronous)}`)
      must(journal_mode === 'wal', () => `journal_mode is ${String(journal_mode)}`)
    } finally {
      await db.destroy()
    }
  },
  finish: async () => '',
}

interface Traced {
  readonly torture: Torture
  readonly trace: FlushTrace
}

/** Works through one traced host; gives when each writing call was asked and answered. */
async function tracedWork({ torture, trace }: Traced, dataDir: string, random: Random) {
  const host = await startOwnHost({
    script: torture.build.loopback,
    dataDir,
    ...trace.around(process.execPath),
  })
  const acknowledged = new Acknowledged()
  const worker = new DealWorker(host, random, acknowledged)
  await worker.begin()
  const calls: { from: number; to: number; events: number }[] = []
  while (calls.length < COMMITS) {
    const before = acknowledged.events.size
    const from = trace.nowMs()
    await worker.step()
    const events = acknowledged.events.size - before
    if (events > 0) calls.push({ from, to: trace.nowMs(), events })
  }
  await host.stop()
  return { calls, marks: await trace.marks(host.child.pid!) }
}

/** R3a: every commit is flushed to the log file before it is acknowledged. */
export const flush: PromiseTest<Traced> = {
  id: 'R3a',
  title: 'every commit is flushed before it is acknowledged',
  attempts: { short: 2, full: 8 },
  runsEach: COMMITS,
  impossible: () =>
    programOnPath('strace') || (process.platform === 'linux' && programOnPath('cc'))
      ? null
      : 'neither strace nor a C compiler is here to watch the flushes with',
  prepare: async (torture) => ({
    torture,
    trace: straceTrace(torture.scratch) ?? shimTrace(torture.scratch),
  }),
  attempt: async (traced, random, attempt) => {
    const dataDir = join(traced.torture.scratch, `r3a-${attempt}`)
    const { calls, marks } = await tracedWork(traced, dataDir, random)
    for (const [index, { from, to }] of calls.entries()) {
      const within = marks.filter(({ atMs }) => atMs >= from && atMs <= to)
      const lastWrite = within.findLastIndex(({ kind }) => kind === 'write')
      must(lastWrite >= 0, () => `commit ${index}: nothing written to the log before it was acknowledged`)
      const flushed = within.slice(lastWrite).some(({ kind }) => kind === 'flush')
      must(flushed, () => `commit ${index}: acknowledged with ${lastWrite + 1} writes not flushed`)
    }
  },
  finish: async ({ trace }) => `watched by ${trace.name}`,
}
