import { StandInApp } from './modules/app.ts'
import { type StandInWindow, windowClassOf } from './modules/browser-window.ts'
import { StandInDialog } from './modules/dialog.ts'
import { StandInIpcMain } from './modules/ipc-main.ts'
import { StandInMenu } from './modules/menu.ts'
import { StandInNativeImage } from './modules/native-image.ts'
import { StandInNativeTheme } from './modules/native-theme.ts'
import { type StandInNotification, notificationClassOf } from './modules/notification.ts'
import { StandInPowerMonitor } from './modules/power-monitor.ts'
import { StandInProtocol } from './modules/protocol.ts'
import { StandInScreen, type StandInDisplay, display } from './modules/screen.ts'
import { StandInSessions } from './modules/session.ts'
import { StandInShell } from './modules/shell.ts'
import { type StandInTray, trayClassOf } from './modules/tray.ts'
import type { Panes } from './pane.ts'

/** What the computer of a stand-in is like. */
export interface Computer {
  /** Whether it is the first application with its folder of settings. */
  readonly first?: boolean
  /** Whether it runs as people install it. */
  readonly packaged?: boolean
  /** Which version of the application it is. */
  readonly version?: string
  readonly languages?: readonly string[]
  readonly displays?: readonly StandInDisplay[]
  /** What it is started with, without dashes. */
  readonly switches?: readonly string[]
  /** Files the system tells it to open before it is ready, as a Mac does. */
  readonly told?: readonly string[]
}

/**
 * A stand-in for the `electron` module: as much of it as our main process names, one file for each of its modules, with
 * real Chromium pages in its windows.
 */
export class StandIn {
  readonly panes: Panes
  readonly windows: StandInWindow[] = []
  /** Addresses of the modules its program has asked for so far, in the main process. */
  readonly modules = new Set<string>()
  readonly app: StandInApp
  readonly dialog: StandInDialog
  readonly ipcMain = new StandInIpcMain()
  readonly menu = new StandInMenu(
    () => this.windows.filter((window) => !window.isDestroyed()),
    () => this.app.quit(),
  )
  readonly nativeImage = new StandInNativeImage()
  readonly nativeTheme = new StandInNativeTheme()
  /** Whether the system shows messages at all. */
  showsNotifications = true
  /** Messages of the system, in the order they were shown. */
  readonly notifications: StandInNotification[] = []
  readonly powerMonitor = new StandInPowerMonitor()
  readonly protocol: StandInProtocol
  readonly screen: StandInScreen
  readonly session: StandInSessions
  readonly shell = new StandInShell()
  readonly trays: StandInTray[] = []

  constructor(panes: Panes, dataDir: string, computer: Computer = {}) {
    const { first = true, packaged = false, version = '0.0.0', languages = ['en-US'] } = computer
    const { displays = [display(1, 0, 0, 1920, 1080)] } = computer
    const { switches = [], told = [] } = computer
    this.panes = panes
    this.app = new StandInApp({
      dataDir,
      first,
      packaged,
      version,
      languages,
      switches,
      told,
      closeWindows: () => this.#closeWindows(),
      destroyWindows: () => {
        for (const window of this.windows) window.destroy()
      },
    })
    this.dialog = new StandInDialog(dataDir)
    this.protocol = new StandInProtocol(this.app)
    this.screen = new StandInScreen(displays, () => this.app.mustBeReady('screen'))
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
      nativeImage: this.nativeImage,
      nativeTheme: this.nativeTheme,
      Notification: notificationClassOf(this),
      powerMonitor: this.powerMonitor,
      protocol: this.protocol,
      screen: this.screen,
      session: this.session,
      shell: this.shell,
      Tray: trayClassOf(this),
    }
  }

  #closeWindows(): boolean {
    for (const window of this.windows) window.close()
    return this.windows.every((window) => window.isDestroyed())
  }
}
