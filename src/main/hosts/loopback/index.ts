import { resolve } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { systemLocale } from '#shared/domain/settings.ts'
import { startEngine } from '../../workers/engine-client.ts'
import type { PrintPdf } from '../../workers/messages.ts'
import { readBuildStamp } from '../build-stamp.ts'
import { openBundle } from '../bundle-files.ts'
import { startWords } from '../start-words.ts'
import { readArguments } from './arguments.ts'
import { findChromium } from './find-chromium.ts'
import { openPage } from './open-page.ts'
import { Session } from './session.ts'

const IDLE_CHECK_MS = 10_000
const OUT = resolve(import.meta.dirname, '..')

const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** Composition of the loopback host: engine, session, server, and how it ends. */
async function main(): Promise<void> {
  process.umask(0o077)
  const args = readArguments(process.argv.slice(2))
  const dataDir = resolve(args.dataDir)
  const { version, commit } = readBuildStamp(import.meta.dirname)
  const data = { dataDir, host: 'loopback' as const, version, commit, capabilities: ['browser-download'] }
  const chromium = findChromium(process.platform, process.env)
  const printPdf: PrintPdf | null = chromium
    ? async (...wanted) => (await import('./print-pdf.ts')).printWith(chromium)(...wanted)
    : null
  const script = new URL('./engine.js', import.meta.url)
  // The engine comes up on its own thread: what serves its pages is loaded meanwhile, not before.
  const [engine, { startServer }] = await Promise.all([
    startEngine(script, data, (entry) => say(JSON.stringify(entry)), printPdf),
    import('./server.ts'),
  ])
  const session = new Session()
  const pages = openBundle(resolve(OUT, 'renderer'), (path) => say(`Damaged, so not served: ${path}`))
  const server = await startServer(args.port, { engine, session, pages, nowMs: Date.now })
  const freshLink = () => {
    const code = session.newCode(Date.now())
    return { url: `${server.origin}/#code=${code}`, origin: server.origin, code }
  }

  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    await server.close()
    await engine.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void end())
  process.on('SIGINT', () => void end())
  process.stdin.on('data', () => say(`Fresh link: ${freshLink().url}`))
  process.stdin.on('error', () => {})
  process.stdin.unref?.()
  if (args.idleExitMinutes !== null) {
    const mostIdleMs = args.idleExitMinutes * 60_000
    setInterval(() => {
      if (server.idleMs(Date.now()) > mostIdleMs) void end()
    }, IDLE_CHECK_MS).unref()
  }

  const link = freshLink()
  process.stdout.write(`${JSON.stringify(link)}\n`)
  const opened = args.open && openPage(link.url)
  say(opened ? 'Tandem is open in a window of your browser.' : `Open Tandem in a browser: ${link.url}`)
  say('Press Enter for a fresh link, Ctrl+C to stop.')
}

main().catch((error: unknown) => {
  const locale = systemLocale([Intl.DateTimeFormat().resolvedOptions().locale])
  say(startWords(error instanceof AppError ? error.code : '', locale))
  if (!(error instanceof AppError)) say(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
