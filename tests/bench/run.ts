import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addDays, instantFromMs } from '#shared/domain/time.ts'
import { databaseFile } from '#main/db/open.ts'
import { takeBuild } from '../support/build.ts'
import { ensureBuilt } from '../support/ensure-built.ts'
import { Random } from '../support/random.ts'
import { type BenchApplication, openApplication } from './application.ts'
import { type Group, openRaw } from './bench-context.ts'
import type { Row, Skipped } from './measure.ts'
import { chain } from './rows/chain.ts'
import { exchange } from './rows/exchange.ts'
import { reads } from './rows/reads.ts'
import { roundTrip } from './rows/round-trip.ts'
import { screens } from './rows/screens.ts'
import { start } from './rows/start.ts'
import { sweeps } from './rows/sweep.ts'
import { writes } from './rows/writes.ts'
import { SEEDED_DAYS, seed } from './seed.ts'
import { tableOf } from './table.ts'

/** `npm run bench`: the rows of PERFORMANCE.md, each against a floor measured in the same run. Never fails on a time. */
const ROOT = join(import.meta.dirname, '../..')
const GROUPS: Readonly<Record<string, Group>> = {
  start,
  reads,
  writes,
  roundTrip,
  exchange,
  chain,
  sweeps,
  screens,
}

const { values } = parseArgs({
  options: {
    deals: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    /** Groups to run, by name, separated by commas. */
    only: { type: 'string', default: Object.keys(GROUPS).join(',') },
    /** A folder to keep the seeded database in; one that is there is used as it is. */
    'data-dir': { type: 'string' },
  },
})
const wanted = values.only.split(',')
const unknown = wanted.filter((name) => !Object.hasOwn(GROUPS, name))
if (unknown.length > 0) throw new Error(`no group ${unknown.join(', ')}: ${Object.keys(GROUPS).join(', ')}`)

const random = new Random(Number(values.seed))
const scratch = mkdtempSync(join(tmpdir(), 'tandem-bench-'))
const dataDir = values['data-dir'] ?? join(scratch, 'data')
await ensureBuilt()
const build = takeBuild('bench')

async function seeded(): Promise<BenchApplication> {
  const now = instantFromMs(Date.now())
  if (existsSync(databaseFile(dataDir))) return openApplication(dataDir, now)
  mkdirSync(dataDir, { recursive: true })
  const bench = await openApplication(dataDir, addDays(now, -SEEDED_DAYS))
  await seed(bench, Number(values.deals), random)
  return bench
}

async function measureAll(): Promise<(Row | Skipped)[]> {
  const bench = await seeded()
  const raw = openRaw(dataDir)
  const { deals } = raw.prepare<[], { deals: number }>('SELECT count(*) deals FROM deals').get()!
  const rows: (Row | Skipped)[] = []
  try {
    for (const name of Object.keys(GROUPS).filter((group) => wanted.includes(group))) {
      process.stderr.write(`measuring: ${name}\n`)
      rows.push(...(await GROUPS[name]!({ bench, raw, build, deals, random, scratch })))
    }
  } finally {
    raw.close()
    await bench.close()
  }
  return rows
}

const commitNow = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()

try {
  const rows = await measureAll()
  process.stdout.write(`${tableOf(rows)}\n`)
  const results = join(ROOT, 'bench-results')
  mkdirSync(results, { recursive: true })
  const date = instantFromMs(Date.now())
  const about = { date, commit: commitNow(), node: process.version, cores: cpus().length }
  const file = join(results, `${date.replaceAll(':', '-')}.json`)
  writeFileSync(file, JSON.stringify({ ...about, deals: values.deals, seed: values.seed, rows }, null, 2))
} finally {
  build.remove()
  rmSync(scratch, { recursive: true, force: true })
}
