import { type BrowserWindow, app, dialog } from 'electron'
import type { LogEntry } from '../../../core/ports.ts'
import { isOwnContents } from '../security/own-contents.ts'
import type { Ending } from './ending.ts'
import type { LifeWords } from './life-words.ts'
import { PageCare } from './page-care.ts'

const RENEW = 1

/** What looking after the processes beside our own needs. */
export interface CrashDeps {
  readonly ending: Ending
  readonly words: () => LifeWords
  readonly log: (entry: LogEntry) => void
}

/** Looks after pages and helpers that fail or hang (PROMISES 2 item X4). */
export function heedCrashes({ ending, words, log }: CrashDeps): void {
  const care = new PageCare()
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log({ level: 'warn', code: 'HELPER_GONE', type, reason, exitCode }),
  )
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    log({ level: 'error', code: 'PAGE_GONE', reason, exitCode })
    if (!isOwnContents(contents)) return
    const next = care.gone(reason, performance.now())
    if (next === 'stop') return void ending.end(1, words().pageGone)
    if (next === 'nothing') return
    contents.reload()
  })
  app.on('browser-window-created', (_event, window) => {
    const answered = { waiting: false }
    window.on('unresponsive', () => {
      if (answered.waiting || !isOwnContents(window.webContents)) return
      answered.waiting = true
      log({ level: 'warn', code: 'PAGE_HANGS' })
      void ask(window, words())
        .then((renew) => {
          if (!renew || window.isDestroyed()) return
          care.asked()
          // A page that hangs hears of nothing: its process ends, and the page is loaded anew for that.
          window.webContents.forcefullyCrashRenderer()
        })
        .finally(() => (answered.waiting = false))
    })
  })
}

/** Asks whether to go on waiting. The question goes by itself when the page answers again. */
async function ask(window: BrowserWindow, words: LifeWords): Promise<boolean> {
  const control = new AbortController()
  window.once('responsive', () => control.abort())
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Tandem',
    message: words.unresponsive,
    detail: words.unresponsiveDetail,
    buttons: [words.wait, words.renew],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal: control.signal,
  })
  return response === RENEW
}
