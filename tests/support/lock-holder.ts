import { acquireLock } from '#main/db/open.ts'

/** A process of its own that takes the lock of a folder and holds on to it until its input ends. */
const dataDir = process.argv[2]!
const collect = (globalThis as { gc?: () => void }).gc

/** Lets go of everything nobody refers to, a few times over: handles included. */
function collectGarbage(): void {
  for (let round = 0; round < 5; round += 1) collect?.()
}

try {
  acquireLock(dataDir)
  process.stdout.write('held\n')
  process.stdin.on('data', () => {
    collectGarbage()
    process.stdout.write('collected\n')
  })
  process.stdin.on('end', () => process.exit(0))
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}\n`)
  process.exit(1)
}
