import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BrowserWindow, type WebContents, session } from 'electron'
import type { PrintPdf } from '../../../workers/messages.ts'
import { LONGEST_PRINT_MS } from '../../longest-print.ts'
import { denyPermissions } from '../security/lockdown.ts'

/** A world of its own for what is asked of the document: it has no scripts, and sees none. */
const OWN_WORLD = 999
const FONTS_LOADED =
  'Promise.all([...document.fonts].map((font) => font.load())).then(() => document.fonts.ready).then(() => true)'

let printed = 0

async function print(webContents: WebContents, address: string): Promise<Buffer> {
  await webContents.loadURL(address)
  await webContents.executeJavaScriptInIsolatedWorld(OWN_WORLD, [{ code: FONTS_LOADED }])
  return webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
}

/** Rejects once nobody waits any more. What was begun goes with its window, whether or not it ever answers. */
const given = (up: AbortSignal): Promise<never> =>
  new Promise((_, reject) => up.addEventListener('abort', () => reject(up.reason as Error), { once: true }))

/** Prints in a window nobody sees: sandboxed, without Node or preload, in a session that reaches this one file alone. */
export const printPdf: PrintPdf = async (html, pdf, signal) => {
  const folder = join(dirname(html), `print-${process.pid}-${(printed += 1)}`)
  const page = join(folder, 'document.html')
  const own = session.fromPartition(`print-${printed}`)
  denyPermissions(own)
  const address = pathToFileURL(page).href
  own.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: url !== address && !url.startsWith('data:') }),
  )
  const stopped = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_PRINT_MS)])
  await mkdir(folder, { recursive: true, mode: 0o700 })
  let window: BrowserWindow | null = null
  try {
    await copyFile(html, page)
    stopped.throwIfAborted()
    window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        nodeIntegration: false,
        contextIsolation: true,
        sandbox: true,
        webviewTag: false,
        spellcheck: false,
      },
    })
    const bytes = await Promise.race([print(window.webContents, address), given(stopped)])
    await writeFile(pdf, bytes, { mode: 0o600 })
  } finally {
    window?.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}
