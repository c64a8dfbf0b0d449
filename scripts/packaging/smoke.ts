import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { databaseFile } from '#main/db/open.ts'
import { type Layout, layoutsIn } from './check/layout.ts'
import { PACKAGES } from './configuration.ts'

/**
 * `npm run package:smoke`: starts the packaged program of this computer on a data folder of its own, waits until its
 * database is there, and ends it. Fails when it ends by itself, or has no database after a minute.
 */
const MOST_MS = 60_000
const STEP_MS = 250

const isForHere = ({ system, arch }: Layout): boolean =>
  system === process.platform && (arch === process.arch || arch === 'universal')
const layout = layoutsIn(join(import.meta.dirname, '../..', PACKAGES)).find(isForHere)
if (!layout) {
  process.stderr.write(`There is no package of this computer in ${PACKAGES}.\n`)
  process.exit(2)
}

const program = layout.system === 'darwin' ? join(layout.program, 'Contents/MacOS/Tandem') : layout.program
const dataDir = mkdtempSync(join(tmpdir(), 'tandem-smoke-'))
const child = spawn(program, [`--data-dir=${dataDir}`], { stdio: ['ignore', 'inherit', 'inherit'] })
const ended = new Promise<number | string>((resolve) => {
  child.on('error', (error) => resolve(error.message))
  child.on('exit', (code, signal) => resolve(signal ?? code ?? 0))
})
let isOver = false
void ended.then(() => (isOver = true))

for (let waited = 0; waited < MOST_MS && !isOver && !existsSync(databaseFile(dataDir)); waited += STEP_MS) {
  await setTimeout(STEP_MS)
}
// Long enough for a window to open or a process to fall.
await Promise.race([ended, setTimeout(5_000)])
const isThere = existsSync(databaseFile(dataDir))
const how = isOver ? `it ended by itself: ${await ended}` : isThere ? 'it runs' : 'it made no database'
const isGood = how === 'it runs'
if (!isOver) child.kill()
await ended
await setTimeout(1_000)
rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
process.stdout.write(`${program}: ${how}\n`)
process.exit(isGood ? 0 : 1)
