import { join, resolve } from 'node:path'
import { app, dialog, session } from 'electron'
import { AppError } from '#shared/errors.ts'
import { type EngineClient, startEngine } from '../../workers/engine-client.ts'
import { readBuildStamp } from '../build-stamp.ts'
import { readBundle } from '../bundle-files.ts'
import { startWords } from '../start-words.ts'
import { Asks } from './asks.ts'
import { type Call, answerPages, tellPages } from './security/ipc.ts'
import { confinePages, denyPermissions } from './security/lockdown.ts'
import { Chosen } from './window/chosen.ts'
import { followSettings } from './window/follow-settings.ts'
import { WindowMemory, afterQuiet } from './window/memory.ts'
import { keepMenus } from './window/menu.ts'
import { followComputer } from './window/wake.ts'
import { MainWindow } from './window/window.ts'
import { printPdf } from './files/print-pdf.ts'
import type { HostDeps } from './host-handlers.ts'
import { registerScheme, serveBundle } from './security/protocol.ts'

/** Composition of the Electron host. Everything that must precede readiness comes first. */
app.enableSandbox()
registerScheme()
confinePages(app)
process.umask(0o077)

const dataDirArgument = app.commandLine.getSwitchValue('data-dir')
if (dataDirArgument) app.setPath('userData', resolve(dataDirArgument))

const log = (entry: unknown): void => void process.stderr.write(`${JSON.stringify(entry)}\n`)

/** The host's own procedures: loaded when the first of them is called. */
function hostCalls(deps: HostDeps): Call {
  let calls: Promise<Call> | undefined
  const load = async (): Promise<Call> => {
    const [{ createHostCalls }, { hostHandlers }] = await Promise.all([
      import('../host-calls.ts'),
      import('./host-handlers.ts'),
    ])
    return createHostCalls(hostHandlers(deps), log)
  }
  return async (name, input) => (await (calls ??= load()))(name, input)
}

async function start(): Promise<EngineClient> {
  const data = {
    dataDir: app.getPath('userData'),
    host: 'electron' as const,
    version: app.getVersion(),
    commit: readBuildStamp(import.meta.dirname).commit,
    capabilities: ['native-download', 'window'],
  }
  const engine = await startEngine(new URL('./engine.js', import.meta.url), data, log, printPdf)
  denyPermissions(session.defaultSession)
  serveBundle(session.defaultSession, readBundle(join(import.meta.dirname, '../renderer')), engine.files)
  const memory = new WindowMemory(join(app.getPath('userData'), 'window.json'), afterQuiet(), (error) =>
    log({ level: 'warn', code: 'WINDOW_NOT_KEPT', name: error instanceof Error ? error.name : 'unknown' }),
  )
  const chosen = new Chosen(memory, () => app.getPreferredSystemLanguages())
  const asks = new Asks(tellPages)
  const main = new MainWindow(memory, asks, chosen)
  answerPages((name, input) => engine.call(name, input), hostCalls({ asks, main }))
  engine.subscribe(tellPages)
  followSettings(engine, chosen)
  keepMenus({ platform: process.platform, chosen, asks, main, started: process.argv })
  followComputer(engine, memory)
  app.on('second-instance', () => main.bringForward())
  app.on('activate', () => main.bringForward())
  await main.open({ show: true })
  return engine
}

/** Quits only when the database is closed: the engine checkpoints first. */
function closeBeforeQuit(engine: EngineClient): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void engine.close().then(() => {
      closed = true
      app.quit()
    })
  })
}

if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(start)
    .then(closeBeforeQuit)
    .catch((error: unknown) => {
      const code = error instanceof AppError ? error.code : ''
      dialog.showErrorBox('Tandem', startWords(code, app.getLocale()))
      app.exit(1)
    })
}
