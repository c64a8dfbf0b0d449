import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** `npm test`: every check of the repository. `--fast` leaves out what needs a browser. */
const ROOT = join(import.meta.dirname, '..')
const BIN = join(ROOT, 'node_modules/.bin')
const E2E = 'tests/e2e/playwright.config.ts'
const fast = process.argv.includes('--fast')

interface Check {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

const check = (name: string, command: string, ...args: string[]): Check => ({ name, command, args })

/** Two lanes run side by side; then what needs the whole machine, one after the other. */
const LANES: readonly (readonly Check[])[] = [
  [
    check('types', 'vue-tsc', '--build'),
    check('lint', 'eslint', '.'),
    check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
    check('gate', 'node', 'scripts/gate/run.ts'),
    check('layers', 'depcruise', 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'err'),
  ],
  [check('unit, property and contract tests', 'vitest', 'run')],
]
const WHOLE: readonly Check[] = fast
  ? []
  : [
      check(
        'end-to-end tests',
        'playwright',
        'test',
        '--config',
        E2E,
        '--project=loopback',
        '--project=electron',
      ),
      check('electron host', 'playwright', 'test', '--config', 'tests/electron/playwright.config.ts'),
    ]

const failed: string[] = []

/** What a test runner says, without the hundreds of lines of what holds: a log that is cut still has the faults. */
const withoutPassed = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^\s*[✓-]\s/.test(line))
    .join('\n')

async function run({ name, command, args }: Check): Promise<void> {
  const startedMs = performance.now()
  const output: Buffer[] = []
  const child = spawn(join(BIN, command), args, { cwd: ROOT, env: { ...process.env, FORCE_COLOR: '0' } })
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  const text = Buffer.concat(output).toString('utf8').trimEnd()
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`)
  if (code !== 0) {
    failed.push(name)
    process.stdout.write(`${withoutPassed(text)}\n\n`)
  } else if (command === 'vitest' || command === 'playwright') {
    process.stdout.write(`${text.split('\n').slice(-8).join('\n')}\n`)
  }
}

async function lane(checks: readonly Check[]): Promise<void> {
  for (const next of checks) await run(next)
}

await Promise.all(LANES.map(lane))
await lane(WHOLE)
process.stdout.write(failed.length === 0 ? 'Everything holds.\n' : `Failed: ${failed.join(', ')}\n`)
process.exit(failed.length === 0 ? 0 : 1)
