import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '../..')
const BUILT = ['out/main/loopback.js', 'out/main/engine.js', 'out/renderer/manifest.json'].map((file) =>
  join(ROOT, file),
)
const SOURCES = ['src/main', 'src/shared', 'resources'].map((folder) => join(ROOT, folder))
const LOCK = join(ROOT, 'node_modules/.cache/tandem-build-lock')
const MOST_WAIT_MS = 120_000

/** When the newest source that isn't a test was written. */
function newestSourceMs(): number {
  const files = SOURCES.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  return files
    .filter((entry) => entry.isFile() && !/\.test(-d)?\.ts$/.test(entry.name))
    .reduce((newest, { parentPath, name }) => Math.max(newest, statSync(join(parentPath, name)).mtimeMs), 0)
}

const isFresh = (): boolean => {
  if (!BUILT.every((file) => existsSync(file))) return false
  return Math.min(...BUILT.slice(0, 2).map((file) => statSync(file).mtimeMs)) > newestSourceMs()
}

/** Whether whoever holds the lock still lives. */
function holderLives(): boolean {
  try {
    process.kill(Number(readFileSync(join(LOCK, 'pid'), 'utf8')), 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function tryLock(): boolean {
  try {
    mkdirSync(LOCK)
  } catch {
    return false
  }
  writeFileSync(join(LOCK, 'pid'), String(process.pid))
  return true
}

/** Builds the application unless what is built is newer than its sources. Test files that ask at once build once. */
export async function ensureBuilt(): Promise<void> {
  const deadline = Date.now() + MOST_WAIT_MS
  while (!isFresh()) {
    if (tryLock()) {
      try {
        if (!isFresh()) build()
      } finally {
        rmSync(LOCK, { recursive: true, force: true })
      }
      return
    }
    if (Date.now() > deadline) throw new Error('waited too long for another build')
    await setTimeout(100)
    if (existsSync(join(LOCK, 'pid')) && !holderLives()) rmSync(LOCK, { recursive: true, force: true })
  }
}

function build(): void {
  const { status, stdout, stderr } = spawnSync('npx', ['electron-vite', 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the build failed:\n${stdout}\n${stderr}`)
}
