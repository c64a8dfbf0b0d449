import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { databaseFile } from '#main/db/open.ts'
import type { Build } from '../support/build.ts'
import type { Random } from '../support/random.ts'
import { Acknowledged, checkFolder } from './data-folder.ts'
import { startOwnHost } from './own-hosts.ts'
import { Broken, type PromiseTest, always, must } from './promise-test.ts'

/** Kills of one data folder, one after the other; then a last start must find everything. */
const KILLS_PER_FOLDER = 10
const CHILD = join(import.meta.dirname, 'crash-child.ts')

interface State {
  readonly build: Build
  readonly scratch: string
  readonly seen: { events: number; imports: number; whileStarting: number; logsLeft: number }
}

/** When to kill: so long after it began to start, or after it began to serve; milliseconds. */
interface Moment {
  readonly after: 'starting' | 'serving'
  readonly ms: number
}

const momentOf = (random: Random): Moment =>
  random.weighted<Moment>([
    [25, { after: 'starting', ms: random.int(0, 200) }],
    [15, { after: 'serving', ms: random.int(0, 15) }],
    [35, { after: 'serving', ms: random.int(0, 250) }],
    [25, { after: 'serving', ms: random.int(250, 1200) }],
  ])

/** Hears what a working process says, remembers what it was answered, and kills it at the moment. */
async function killedAt(child: ChildProcess, moment: Moment, acknowledged: Acknowledged): Promise<boolean> {
  let served = false
  let broken: string | null = null
  const exited = new Promise((resolve) => child.once('exit', resolve))
  for await (const line of createInterface({ input: child.stdout! })) {
    const [what, id = '', deals] = line.split(' ')
    if (what === moment.after) setTimeout(() => child.kill('SIGKILL'), moment.ms)
    if (what === 'serving') served = true
    if (what === 'event') acknowledged.events.add(id)
    if (what === 'import') acknowledged.imports.set(id, Number(deals))
    if (what === 'broken') broken ??= line
  }
  await exited
  must(broken === null, () => broken!)
  if (child.signalCode !== 'SIGKILL') throw new Broken(`it ended by itself with ${child.exitCode}`)
  return served
}

const leftALog = (dataDir: string): boolean =>
  (statSync(`${databaseFile(dataDir)}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/** R1: what was acknowledged is there after a crash, whole and in order. */
export const crash: PromiseTest<State> = {
  id: 'R1',
  title: 'saved stays saved over kill -9',
  attempts: { short: 4, full: 50 },
  runsEach: KILLS_PER_FOLDER,
  impossible: always,
  prepare: async ({ build, scratch }) => ({
    build,
    scratch,
    seen: { events: 0, imports: 0, whileStarting: 0, logsLeft: 0 },
  }),
  attempt: async ({ build, scratch, seen }, random, attempt) => {
    const dataDir = join(scratch, `r1-${attempt}`)
    mkdirSync(dataDir)
    const acknowledged = new Acknowledged()
    for (let kill = 0; kill < KILLS_PER_FOLDER; kill += 1) {
      const work = random.percent(30) ? 'import' : 'people'
      const args = [CHILD, build.engine.href, dataDir, String(random.int(0, 1e9)), work]
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
      const served = await killedAt(child, momentOf(random), acknowledged)
      if (!served) seen.whileStarting += 1
      if (leftALog(dataDir)) seen.logsLeft += 1
      await checkFolder(dataDir, acknowledged)
    }
    const last = await startOwnHost({ script: build.loopback, dataDir })
    const code = await last.stop()
    must(code === 0, () => `the start after the kills ended with ${code}: ${last.said()}`)
    await checkFolder(dataDir, acknowledged)
    seen.events += acknowledged.events.size
    seen.imports += acknowledged.imports.size
  },
  finish: async ({ seen }) =>
    `${seen.events} events and ${seen.imports} imports acknowledged, ${seen.whileStarting} killed while starting, ${seen.logsLeft} left a log`,
}
