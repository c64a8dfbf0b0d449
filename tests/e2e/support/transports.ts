import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { PROGRAM, launchProgram } from '../../electron/support/program.ts'
import { startChild } from '../../electron/stand-in/start-child.ts'
import { chromiumPath } from '../../support/chromium.ts'
import type { Link, Start } from './host.ts'

/** How a page and the application reach each other: a port, or Electron on its stand-in or in its own program. */
export type Transport = 'loopback' | 'stand-in' | 'program'

const LOOPBACK = join(import.meta.dirname, '../../../out/main/loopback.js')

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

/** The loopback host, and its page in the tab that is there, or in one of its own. */
export const loopbackFrom =
  (script = LOOPBACK): Start =>
  async (context, dataDir) => {
    const child = spawn(process.execPath, [script, '--data-dir', dataDir, '--no-open'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      // The browser of the tests prints as well, wherever it is.
      env: { ...process.env, TANDEM_CHROMIUM: chromiumPath() ?? chromium.executablePath() },
    })
    const link = await firstLine(child)
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(link.url)
    return {
      page,
      link,
      end: async (how) => {
        // A page that is open would complain that its host is gone.
        if (!page.isClosed()) await page.goto('about:blank')
        const closed = new Promise((resolve) => child.once('close', resolve))
        if (child.exitCode === null && child.kill(how === 'quit' ? 'SIGTERM' : 'SIGKILL')) await closed
      },
    }
  }

const standIn: Start = async (context, dataDir) => {
  const child = await startChild(context, dataDir)
  return {
    page: child.page,
    end: async (how) => {
      if (how === 'quit') await child.page.close()
      await child.end(how === 'quit' ? 'SIGTERM' : 'SIGKILL')
    },
  }
}

const program: Start = async (_context, dataDir) => {
  const application = await launchProgram(dataDir)
  const gone = new Promise((resolve) => application.process().once('close', resolve))
  return {
    page: await application.firstWindow(),
    end: async (how) => {
      if (how === 'quit') await application.close()
      else application.process().kill('SIGKILL')
      await gone
    },
  }
}

export const STARTS: Readonly<Record<Transport, Start>> = {
  loopback: loopbackFrom(),
  'stand-in': standIn,
  program,
}

/** Why a transport cannot be had here; null: it can. */
export const missing = (transport: Transport): string | null =>
  transport === 'program' && PROGRAM === null ? 'the Electron program is not installed here' : null
