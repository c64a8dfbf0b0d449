import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumPath } from '../../support/chromium.ts'

const SCRIPT = join(import.meta.dirname, '../../../out/main/loopback.js')

/** What the host prints first. */
export interface Link {
  readonly url: string
  readonly origin: string
}

/** The real host on a data folder of its own. */
export interface Host {
  readonly dataDir: string
  readonly link: Link
  /** Ends it and starts it again on the same folder: a new link. `between`: what happens to the folder meanwhile. */
  restart(between?: () => void): Promise<Link>
  /** Kills it in the middle of whatever it does and starts it again on the same folder: a new link. */
  crash(): Promise<Link>
  /** Ends it and gives its folder over, closed: whoever takes it removes it. */
  close(): Promise<string>
  stop(): Promise<void>
}

function firstLine(child: ChildProcess): Promise<Link> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (text.includes('\n')) resolve(JSON.parse(text.slice(0, text.indexOf('\n'))) as Link)
    })
    child.once('close', (code) => reject(new Error(`the host ended with ${code}`)))
  })
}

/** Starts the host in a fresh folder, which goes when it stops; `from`: a closed folder it begins as a copy of. */
export async function startHost(script = SCRIPT, from?: string): Promise<Host> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-e2e-'))
  if (from !== undefined) cpSync(from, dataDir, { recursive: true })
  let child: ChildProcess
  const start = () => {
    child = spawn(process.execPath, [script, '--data-dir', dataDir, '--no-open'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      // The browser of the tests prints as well, wherever it is.
      env: { ...process.env, TANDEM_CHROMIUM: chromiumPath() ?? chromium.executablePath() },
    })
    return firstLine(child)
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    const closed = new Promise((resolve) => child.once('close', resolve))
    child.kill(signal)
    await closed
  }
  const host = {
    dataDir,
    link: await start(),
    restart: async (between?: () => void) => {
      await end()
      between?.()
      host.link = await start()
      return host.link
    },
    crash: async () => {
      await end('SIGKILL')
      host.link = await start()
      return host.link
    },
    close: async () => {
      await end()
      return dataDir
    },
    stop: async () => {
      await end()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return host
}
