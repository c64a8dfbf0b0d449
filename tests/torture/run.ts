import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Build, takeBuild } from '../support/build.ts'
import { ensureBuilt } from '../support/ensure-built.ts'
import { Random } from '../support/random.ts'
import { expiry } from './l5-expiry.ts'
import { crash } from './r1-crash.ts'
import { flush, profile } from './r3a-flush.ts'
import { walImages } from './r3b-wal-images.ts'
import { lock } from './r7-lock.ts'
import { type Promised, type Report, promised } from './report.ts'
import { fuzz } from './s1-fuzz.ts'

/** `npm run torture`: the promises of PROMISES.md against the built application. Exit code 1 when one does not hold. */
const TESTS: readonly Promised[] = [
  promised(crash),
  promised(lock),
  promised(profile),
  promised(flush),
  promised(walImages),
  promised(expiry),
  promised(fuzz),
]

const { values } = parseArgs({
  options: {
    short: { type: 'boolean' },
    full: { type: 'boolean' },
    /** Ids of promises, separated by commas. */
    only: { type: 'string' },
    seed: { type: 'string' },
    /** One attempt alone, by its number. */
    run: { type: 'string' },
  },
})
const full = values.full === true && values.short !== true
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)
const only = values.only?.split(',')
const chosen = TESTS.filter(({ id }) => !only || only.includes(id))
if (chosen.length === 0) throw new Error(`no such promise: ${TESTS.map(({ id }) => id).join(', ')}`)

await ensureBuilt()
const build = takeBuild('torture')
const reports: Report[] = []
try {
  for (const test of chosen) reports.push(await inScratch(build, test))
} finally {
  build.remove()
}
process.exitCode = reports.some(({ failures }) => failures.length > 0) ? 1 : 0

async function inScratch(own: Build, test: Promised): Promise<Report> {
  const scratch = mkdtempSync(join(tmpdir(), 'tandem-torture-'))
  try {
    const asked = { full, seed, attempt: values.run === undefined ? null : Number(values.run) }
    return await test.put({ build: own, full, scratch, random: new Random(seed) }, asked)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
