import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { ReadExecutor } from '#main/db/executor.ts'
import { databaseFile, openWriter } from '#main/db/open.ts'
import { contentOf } from '../support/database-content.ts'
import { Acknowledged, checkStore } from './data-folder.ts'
import { DealWorker } from './host-work.ts'
import { type PromiseTest, type Torture, always, must } from './promise-test.ts'
import { type Tail, commitEnds, tornLog } from './wal-file.ts'
import { startOwnHost } from './own-hosts.ts'

const COMMITS = 100

interface State {
  readonly scratch: string
  readonly database: string
  readonly wal: Buffer
  /** Where each commit ends. */
  readonly ends: readonly number[]
  /** What the database says after so many commits, once it was asked. */
  readonly states: Map<number, string>
  /** Acknowledged events, in the order they were. */
  readonly acknowledged: readonly string[]
}

/** Works on a folder through a host and kills it, with everything since its start still in the log. */
async function killedWithLog({ build, scratch, random }: Torture) {
  const dataDir = join(scratch, 'r3b')
  const acknowledged = new Acknowledged()
  const first = await startOwnHost({ script: build.loopback, dataDir })
  await new DealWorker(first, random, acknowledged).begin()
  await first.stop()
  const host = await startOwnHost({ script: build.loopback, dataDir })
  const worker = new DealWorker(host, random, acknowledged)
  await worker.begin()
  // A reader that stays where it is keeps the log from being written back: all commits stay in it.
  const pinned = new BetterSqlite3(databaseFile(dataDir), { readonly: true })
  pinned.exec('BEGIN')
  pinned.prepare('SELECT count(*) FROM deals').get()
  while (acknowledged.events.size < COMMITS) await worker.step()
  await host.kill()
  pinned.close()
  return { dataDir, acknowledged: [...acknowledged.events] }
}

/** What the application makes of a torn log: opened as it opens any database, checked, and told. */
async function reopened({ scratch, database, acknowledged }: State, log: Buffer): Promise<string> {
  const dataDir = join(scratch, 'image')
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir)
  cpSync(database, databaseFile(dataDir))
  writeFileSync(`${databaseFile(dataDir)}-wal`, log)
  const { db, raw } = await openWriter(dataDir)
  try {
    await checkStore(db as unknown as ReadExecutor)
    const content = contentOf(raw)
    // Every commit here is one person's: what is there is the first of what was acknowledged, in its order.
    const ids = content.deal_events
      .sort((a, b) => Number(a['seq']) - Number(b['seq']))
      .map((row) => row['id'])
    const strange = ids.findIndex((id, index) => id !== acknowledged[index])
    must(strange < 0, () => `event ${strange + 1} is not the one acknowledged in its place`)
    return `${ids.length} events, ${createHash('sha256').update(JSON.stringify(content)).digest('hex')}`
  } finally {
    await db.destroy()
  }
}

/** What the database says after exactly so many commits. */
async function stateAfter(state: State, commits: number): Promise<string> {
  let known = state.states.get(commits)
  if (known === undefined) {
    const bytes = commits === 0 ? 0 : state.ends[commits - 1]!
    known = await reopened(state, state.wal.subarray(0, bytes))
    state.states.set(commits, known)
  }
  return known
}

/** R3b: after a power cut the database is exactly a prefix of whole commits. */
export const walImages: PromiseTest<State> = {
  id: 'R3b',
  title: 'a torn log is a prefix of whole commits',
  attempts: { short: 200, full: 4000 },
  runsEach: 1,
  impossible: always,
  prepare: async (torture) => {
    const { dataDir, acknowledged } = await killedWithLog(torture)
    const database = databaseFile(dataDir)
    const wal = readFileSync(`${database}-wal`)
    const ends = commitEnds(wal)
    must(ends.length >= COMMITS / 2, () => `only ${ends.length} commits in the log`)
    const state: State = { scratch: torture.scratch, database, wal, ends, states: new Map(), acknowledged }
    const last = await stateAfter(state, ends.length)
    must(
      last.startsWith(`${acknowledged.length} events`),
      () => `${acknowledged.length} acknowledged, but ${last}`,
    )
    return state
  },
  attempt: async (state, random) => {
    const { wal, ends } = state
    const bytes = random.int(0, wal.length)
    const tail = random.pick<Tail>(['cut', 'zeros', 'garbage'])
    const whole = ends.filter((end) => end <= bytes).length
    const seen = await reopened(
      state,
      tornLog(wal, bytes, tail, (length) => random.bytes(length)),
    )
    const expected = await stateAfter(state, whole)
    must(
      seen === expected,
      () => `${tail} at ${bytes} of ${wal.length}: ${seen}, not ${expected} (${whole} commits)`,
    )
  },
  finish: async ({ wal, ends, states }) =>
    `${ends.length} commits in ${wal.length} bytes, ${states.size} of their states met`,
}
