import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, dialog, session } from 'electron'
import { systemLocale } from '#shared/domain/settings.ts'
import { AppError } from '#shared/errors.ts'
import type { LogEntry } from '../../core/ports.ts'
import { type EngineClient, startEngine } from '../../workers/engine-client.ts'
import { readBuildStamp } from '../build-stamp.ts'
import { openBundle } from '../bundle-files.ts'
import { startWords } from '../start-words.ts'
import { Asks } from './asks.ts'
import { Desk, deskCapabilities } from './desk/desk.ts'
import { startsHidden } from './desk/login.ts'
import type { OpenedFiles } from './files/opening.ts'
import { printPdf } from './files/print-pdf.ts'
import { forgetUpdates, takingUpdates, updateKeyIn } from './files/taking-updates.ts'
import { lazyHostCalls } from './lazy-host-calls.ts'
import { heedCrashes } from './life/crashes.ts'
import { Ending } from './life/ending.ts'
import { heedEnds, heedFaults, heedSessionEnd, heedShutdown } from './life/ends.ts'
import { lifeWords } from './life/life-words.ts'
import { LogFile, logLine } from './life/log-file.ts'
import { patient } from './patient-engine.ts'
import { answerPages, tellPages } from './security/ipc.ts'
import { denyPermissions, keepInside } from './security/lockdown.ts'
import { serveBundle } from './security/protocol.ts'
import { Chosen } from './window/chosen.ts'
import { followSettings } from './window/follow-settings.ts'
import { WindowMemory, afterQuiet } from './window/memory.ts'
import { keepMenus } from './window/menu.ts'
import { followComputer } from './window/wake.ts'
import { MainWindow, windows } from './window/window.ts'

type Log = (entry: LogEntry) => void

/** The language of the system, for what is said without the settings. */
const systemsOwn = () => systemLocale(app.getPreferredSystemLanguages())

/** What was found out before anything else. */
interface Given {
  /** Mode of a file a person saves, as their own programs would write it. */
  readonly saveMode: number
  readonly opened: OpenedFiles
}
interface Showing extends Given {
  readonly ending: Ending
  readonly log: Log
}

/** Windows ends everybody about five seconds after it has said so. */
const MOST_SESSION_END_MS = 3_000

/** Runs the application, the only one on its data folder, until it ends. */
export async function run(given: Given): Promise<void> {
  const log = logTo(new LogFile(app.getPath('userData')))
  let engine: Promise<EngineClient> | null = null
  const ending = new Ending({
    close: async () => (await engine)?.close(),
    say: (sentence) => dialog.showErrorBox('Tandem', sentence),
    exit: (code) => app.exit(code),
    wait: (ms) => setTimeout(ms),
  })
  heedFaults(ending, log, () => lifeWords(systemsOwn()).failed)
  heedEnds(ending)
  await app.whenReady()
  if (ending.begun) return
  heedShutdown(ending)
  try {
    engine = startOwnEngine(log)
    await Promise.all([attend(engine, ending), showScreens(engine, { ending, log, ...given })])
  } catch (error) {
    await ending.end(1, startWords(error instanceof AppError ? error.code : '', systemsOwn()))
  }
}

const logTo =
  (file: LogFile): Log =>
  (entry) => {
    const line = logLine(entry, new Date())
    file.write(line)
    if (!app.isPackaged) process.stderr.write(line)
  }

const startOwnEngine = (log: Log): Promise<EngineClient> => {
  const data = {
    dataDir: app.getPath('userData'),
    host: 'electron' as const,
    version: app.getVersion(),
    commit: readBuildStamp(import.meta.dirname).commit,
    capabilities: [
      ...['open-dialog', 'save-dialog', 'window'],
      ...deskCapabilities(process.platform),
      ...(updateKeyIn(import.meta.dirname) ? ['update'] : []),
    ],
  }
  return startEngine(new URL('./engine.js', import.meta.url), data, log, printPdf)
}

/** The end of the engine, by itself or with the session of its user. */
async function attend(starting: Promise<EngineClient>, ending: Ending): Promise<void> {
  let closeNow = (): void => {}
  heedSessionEnd(() => closeNow())
  const engine = await starting
  closeNow = () => void engine.closeNow(MOST_SESSION_END_MS)
  void engine.gone.then(() => ending.end(1, lifeWords(systemsOwn()).failed))
}

/** The screens come up while the engine does: what they ask before waits for it, and they are seen when both are there. */
async function showScreens(
  starting: Promise<EngineClient>,
  { ending, log, saveMode, opened }: Showing,
): Promise<void> {
  const engine = patient(starting)
  const memory = new WindowMemory(join(app.getPath('userData'), 'window.json'), afterQuiet(), (error) =>
    log({ level: 'warn', code: 'WINDOW_NOT_KEPT', name: error instanceof Error ? error.name : 'unknown' }),
  )
  const chosen = new Chosen(memory, () => app.getPreferredSystemLanguages())
  const words = () => lifeWords(chosen.locale)
  const pages = openBundle(join(import.meta.dirname, '../renderer'), (path) => {
    log({ level: 'error', code: 'FILE_DAMAGED', path })
    void ending.end(1, words().damaged)
  })
  denyPermissions(session.defaultSession)
  keepInside(session.defaultSession, !app.isPackaged)
  const files = async () => (await starting).files
  serveBundle(session.defaultSession, pages, files)
  const asks = new Asks(tellPages)
  const main = new MainWindow(memory, asks, chosen, starting)
  const { platform } = process
  const show = () => main.bringForward()
  const icons = join(import.meta.dirname, 'icons')
  const desk = new Desk({ engine, asks, chosen, icons, platform, show, log })
  const locale = () => chosen.locale
  const updating = takingUpdates(import.meta.dirname, engine, ending)
  const deps = { asks, main, windows, files, locale, saveMode, desk, platform, ...updating }
  ending.first(() => main.leave())
  answerPages(engine.call, lazyHostCalls(deps, log))
  engine.subscribe(tellPages)
  followSettings(engine, chosen)
  heedCrashes({ ending, words, log })
  keepMenus({ platform, chosen, asks, main, started: process.argv })
  followComputer(engine, memory)
  // A second start asks for the window, whatever else it asks for (docs/adr/0023).
  app.on('second-instance', show)
  app.on('activate', show)
  if (!startsHidden(platform)) await main.open({ show: true })
  opened.handTo({ files, asks, show })
  forgetUpdates()
}
