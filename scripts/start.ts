import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** `npm start`: the Electron application where it can run, else the same screens in a browser. */
const ROOT = join(import.meta.dirname, '..')
const ELECTRON = join(ROOT, 'node_modules/electron')
const FETCH_TIMEOUT_MS = 10 * 60_000
const IDLE_EXIT_MINUTES = '15'

const say = (text: string): void => void process.stderr.write(`${text}\n`)

const { values } = parseArgs({
  options: {
    host: { type: 'string' },
    'data-dir': { type: 'string' },
    port: { type: 'string' },
    'no-open': { type: 'boolean' },
  },
})
if (values.host !== undefined && values.host !== 'electron' && values.host !== 'loopback') {
  say(`--host is electron or loopback, not ${values.host}.`)
  process.exit(2)
}

/** The Electron program, if its download has happened. */
function electronProgram(): string | null {
  const note = join(ELECTRON, 'path.txt')
  if (!existsSync(note)) return null
  const program = join(ELECTRON, 'dist', readFileSync(note, 'utf8'))
  return existsSync(program) ? program : null
}

/** Electron's own installer fetches the program; without a network it fails at once. */
function fetchElectron(): string | null {
  say('Fetching Electron (once) …')
  const result = spawnSync(process.execPath, [join(ELECTRON, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: FETCH_TIMEOUT_MS,
  })
  return result.status === 0 ? electronProgram() : null
}

function startElectron(program: string): ChildProcess {
  const dataDir = values['data-dir'] === undefined ? [] : [`--data-dir=${values['data-dir']}`]
  return spawn(program, [ROOT, ...dataDir], { stdio: 'inherit' })
}

function startLoopback(): ChildProcess {
  const args = [
    ...(values['data-dir'] === undefined ? [] : ['--data-dir', values['data-dir']]),
    ...(values.port === undefined ? [] : ['--port', values.port]),
    ...(values['no-open'] ? ['--no-open'] : ['--idle-exit-minutes', IDLE_EXIT_MINUTES]),
  ]
  return spawn(process.execPath, [join(ROOT, 'out/main/loopback.js'), ...args], { stdio: 'inherit' })
}

function choose(): ChildProcess {
  if (values.host === 'loopback') return startLoopback()
  const program = electronProgram() ?? fetchElectron()
  if (program) return startElectron(program)
  if (values.host === 'electron') {
    say(
      'Electron is not here and could not be fetched. Check the network, or use: npm start -- --host loopback',
    )
    process.exit(1)
  }
  say('Electron is not here and could not be fetched: Tandem runs in your browser instead.')
  return startLoopback()
}

const child = choose()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 0))
