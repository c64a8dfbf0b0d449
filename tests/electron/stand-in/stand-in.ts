import { StandInApp } from './modules/app.ts'
import { type StandInWindow, windowClassOf } from './modules/browser-window.ts'
import { StandInDialog } from './modules/dialog.ts'
import { StandInIpcMain } from './modules/ipc-main.ts'
import { StandInMenu } from './modules/menu.ts'
import { StandInNativeTheme } from './modules/native-theme.ts'
import { StandInPowerMonitor } from './modules/power-monitor.ts'
import { StandInProtocol } from './modules/protocol.ts'
import { StandInSessions } from './modules/session.ts'
import type { Panes } from './pane.ts'

/**
 * A stand-in for the `electron` module: as much of it as our main process names, one file for each of its modules, with
 * real Chromium pages in its windows.
 */
export class StandIn {
  readonly panes: Panes
  readonly windows: StandInWindow[] = []
  readonly app: StandInApp
  readonly dialog = new StandInDialog()
  readonly ipcMain = new StandInIpcMain()
  readonly menu = new StandInMenu()
  readonly nativeTheme = new StandInNativeTheme()
  readonly powerMonitor = new StandInPowerMonitor()
  readonly protocol: StandInProtocol
  readonly session: StandInSessions

  constructor(panes: Panes, dataDir: string, { first = true } = {}) {
    this.panes = panes
    this.app = new StandInApp({ dataDir, first, closeWindows: () => this.#closeWindows() })
    this.protocol = new StandInProtocol(this.app)
    this.session = new StandInSessions(this.app)
  }

  /** What `import … from 'electron'` gives. */
  get exports(): Readonly<Record<string, unknown>> {
    return {
      app: this.app,
      BrowserWindow: windowClassOf(this),
      dialog: this.dialog,
      ipcMain: this.ipcMain,
      Menu: this.menu,
      nativeTheme: this.nativeTheme,
      powerMonitor: this.powerMonitor,
      protocol: this.protocol,
      session: this.session,
    }
  }

  #closeWindows(): boolean {
    for (const window of this.windows) window.close()
    return this.windows.every((window) => window.isDestroyed())
  }
}
