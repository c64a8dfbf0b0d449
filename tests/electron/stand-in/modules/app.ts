import { EventEmitter } from 'node:events'
import type { App, CommandLine } from 'electron'
import { Preventable } from '../preventable.ts'

type AppPart = Pick<
  App,
  | 'enableSandbox'
  | 'exit'
  | 'getLocale'
  | 'getLoginItemSettings'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setAppUserModelId'
  | 'setBadgeCount'
  | 'setLoginItemSettings'
  | 'setPath'
  | 'setUserTasks'
  | 'whenReady'
>

export interface AppOptions {
  readonly dataDir: string
  /** Whether it is the first application with its folder of settings. */
  readonly first: boolean
  /** Whether it runs as people install it. */
  readonly packaged: boolean
  readonly version: string
  /** What the system speaks. */
  readonly languages: readonly string[]
  /** Switches it is started with, without their dashes. */
  readonly switches: readonly string[]
  /** Files it is told to open between its start and the moment it is ready. */
  readonly told: readonly string[]
  /** Closes every window as quitting does; false: one of them stays. */
  closeWindows(): boolean
  /** Closes every window without asking. */
  destroyWindows(): void
}

/** The application: paths, readiness, and an end that listeners may put off. */
export class StandInApp extends EventEmitter implements AppPart {
  readonly commandLine: Pick<CommandLine, 'getSwitchValue' | 'hasSwitch' | 'removeSwitch'>
  /** What Chromium is started with still. */
  switches: readonly string[]
  readonly ended: Promise<number>
  readonly isPackaged: boolean
  readonly #options: AppOptions
  readonly #paths = new Map<string, string>()
  #end!: (code: number) => void
  #ready = false
  sandboxed = false
  userModelId = ''
  tasks: readonly Electron.Task[] = []
  /** The number on its icon. */
  badge = 0
  login: Electron.Settings = { openAtLogin: false }
  /** No window that closes now is the last one to be told of. */
  quitting = false

  constructor(options: AppOptions) {
    super()
    this.#options = options
    this.isPackaged = options.packaged
    this.switches = options.switches
    this.commandLine = {
      getSwitchValue: (name) => (name === 'data-dir' ? options.dataDir : ''),
      hasSwitch: (name) => name === 'data-dir' || this.switches.includes(name),
      removeSwitch: (name) => {
        this.mustNotBeReady('removeSwitch')
        this.switches = this.switches.filter((each) => each !== name)
      },
    }
    this.ended = new Promise((resolve) => (this.#end = resolve))
  }

  /** What Electron allows only before it is ready. */
  mustNotBeReady(what: string): void {
    if (this.#ready) throw new Error(`${what} is called after the application is ready`)
  }
  /** What Electron allows only from then on. */
  mustBeReady(what: string): void {
    if (!this.#ready) throw new Error(`${what} is called before the application is ready`)
  }
  setAppUserModelId(id: string): void {
    this.userModelId = id
  }
  isReady(): boolean {
    return this.#ready
  }
  enableSandbox(): void {
    this.mustNotBeReady('enableSandbox')
    this.sandboxed = true
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }
  getPath(name: string): string {
    const path = this.#paths.get(name)
    if (path === undefined)
      throw new Error(`the path ${name} is not set: tests never touch a person's own data`)
    return path
  }
  getVersion(): string {
    return this.#options.version
  }
  getLocale(): string {
    return this.#options.languages[0]!
  }
  getPreferredSystemLanguages(): string[] {
    return [...this.#options.languages]
  }
  requestSingleInstanceLock(): boolean {
    return this.#options.first
  }
  async whenReady(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    for (const path of this.#options.told) this.#tellToOpen(path)
    this.#ready = true
    this.emit('ready')
  }
  /** Only a Mac shows it. */
  setAboutPanelOptions(): void {}
  setBadgeCount(count = 0): boolean {
    this.badge = count
    return true
  }
  setLoginItemSettings(settings: Electron.Settings): void {
    this.login = settings
  }
  /** On Windows an entry with other arguments is another entry. */
  getLoginItemSettings({ args = [] }: Electron.LoginItemSettingsOptions = {}): Electron.LoginItemSettings {
    const same = JSON.stringify(this.login.args ?? []) === JSON.stringify(args)
    const openAtLogin = same && this.login.openAtLogin === true
    return { openAtLogin, wasOpenedAtLogin: false } as Electron.LoginItemSettings
  }
  /** What the button of the taskbar offers on Windows. */
  setUserTasks(tasks: Electron.Task[]): boolean {
    this.tasks = tasks
    return true
  }
  quit(): void {
    if (this.#isStopped('before-quit')) return
    this.quitting = true
    this.quitting = this.#options.closeWindows() && !this.#isStopped('will-quit')
    if (this.quitting) this.#finish(0)
  }
  exit(code = 0): void {
    this.quitting = true
    this.#options.destroyWindows()
    this.#finish(code)
  }

  /** What nobody takes, the system reports as a file the application does not open. */
  #tellToOpen(path: string): void {
    const event = new Preventable()
    this.emit('open-file', event, path)
    if (!event.defaultPrevented) throw new Error(`nobody opens ${path}`)
  }
  #isStopped(name: string): boolean {
    const event = new Preventable()
    this.emit(name, event)
    return event.defaultPrevented
  }
  #finish(code: number): void {
    this.emit('quit', new Preventable(), code)
    this.#end(code)
  }
}
