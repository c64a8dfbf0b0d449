import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type { PrintPdf } from '../../workers/messages.ts'
import { DevtoolsPipe } from './devtools-pipe.ts'
import { LONGEST_PRINT_MS } from '../longest-print.ts'

const ARGUMENTS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  // Documents load nothing, and this keeps it so: no name leads anywhere.
  '--host-resolver-rules=MAP * ~NOTFOUND',
]
/** As root, in a container, browsers start only without their sandbox. */
const asRoot = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/** All fonts of a document are in it: the page is printed when each of them can draw. */
const FONTS_LOADED =
  'Promise.all([...document.fonts].map((font) => font.load())).then(() => document.fonts.ready).then(() => true)'

async function print(browser: ChildProcess, page: string, pdf: string): Promise<void> {
  const [, , , write, read] = browser.stdio as unknown as [null, null, null, Writable, Readable]
  const pipe = new DevtoolsPipe(write, read)
  const { targetId } = await pipe.call('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await pipe.call('Target.attachToTarget', { targetId, flatten: true })
  pipe.speakTo(String(sessionId))
  await pipe.call('Page.enable')
  const loaded = pipe.once('Page.loadEventFired')
  await pipe.call('Page.navigate', { url: page })
  await loaded
  await pipe.call('Runtime.evaluate', { expression: FONTS_LOADED, awaitPromise: true })
  const { data } = await pipe.call('Page.printToPDF', { preferCSSPageSize: true, printBackground: true })
  await writeFile(pdf, Buffer.from(String(data), 'base64'), { mode: 0o600 })
}

/**
 * Prints with a browser of this computer: without a window, with a profile of its own that is thrown away, and ended
 * whatever happens. The document stays in the data folder meanwhile. Errors: a browser that ends or takes too long.
 */
export const printWith =
  (chromium: string): PrintPdf =>
  async (html, pdf, signal) => {
    const folder = join(dirname(html), `print-${process.pid}-${Date.now()}`)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    let browser: ChildProcess | null = null
    try {
      // Browsers tell by the ending that it is a page.
      const page = join(folder, 'document.html')
      await copyFile(html, page)
      browser = spawn(chromium, [...ARGUMENTS, ...asRoot(), `--user-data-dir=${join(folder, 'profile')}`], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
        signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_PRINT_MS)]),
        killSignal: 'SIGKILL',
      })
      const failed = once(browser, 'error').then(([error]) => Promise.reject(error as Error))
      const ended = once(browser, 'exit').then(() => Promise.reject(new Error('the browser ended')))
      failed.catch(() => {})
      ended.catch(() => {})
      await Promise.race([print(browser, pathToFileURL(page).href, pdf), failed, ended])
    } finally {
      if (browser && browser.exitCode === null && browser.pid !== undefined) {
        const gone = once(browser, 'exit')
        browser.kill('SIGKILL')
        if (browser.signalCode === null) await gone
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
