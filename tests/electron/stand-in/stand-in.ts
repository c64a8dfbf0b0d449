import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type {
  BrowserWindowConstructorOptions,
  Dialog,
  IpcMain,
  MenuItemConstructorOptions,
  NativeTheme,
  Protocol,
  Session,
} from 'electron'
import type { BrowserContext, Page } from 'playwright'
import { StandInApp } from './app.ts'
import { StandInWindow } from './window.ts'

const MAIN = pathToFileURL(join(import.meta.dirname, '../../../out/main/electron.js'))
const GLOBAL = 'tandemStandIn'

type ProtocolHandler = Parameters<Protocol['handle']>[1]
type CallHandler = (event: unknown, ...args: readonly unknown[]) => unknown
type PermissionPart = Pick<
  Session,
  'setDevicePermissionHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler'
>
type Handlers = { -readonly [K in keyof PermissionPart]?: Parameters<PermissionPart[K]>[0] }

/** Electron's constructor knows its application by itself. */
const windowClassOf = (standIn: StandIn) =>
  class extends StandInWindow {
    constructor(options: BrowserWindowConstructorOptions) {
      super(standIn, options)
    }
  }

/** A stand-in for the `electron` module: as much of it as our main process names, with a real Chromium page as window. */
export class StandIn {
  readonly context: BrowserContext
  readonly app: StandInApp
  readonly page: Promise<Page>
  readonly windows: StandInWindow[] = []
  readonly handlers = new Map<string, ProtocolHandler>()
  readonly schemes: string[] = []
  readonly permissions: Handlers = {}
  readonly errors: string[] = []
  readonly popups: string[] = []
  /** Addresses outside the application a page asked for. */
  readonly outside: string[] = []
  readonly powerMonitor = new EventEmitter()
  menu: readonly MenuItemConstructorOptions[] = []
  readonly #calls = new Map<string, CallHandler>()
  #opened!: (page: Page) => void

  constructor(context: BrowserContext, dataDir: string, { first = true } = {}) {
    this.context = context
    this.app = new StandInApp(dataDir, first)
    this.page = new Promise((resolve) => (this.#opened = resolve))
  }

  opened(page: Page): void {
    this.#opened(page)
  }

  /** A call as it arrives from a page, or as a test forges one. */
  async invoke(channel: string, event: unknown, args: readonly unknown[]) {
    const handler = this.#calls.get(channel)
    if (!handler) return { error: `no handler for ${channel}` }
    return { value: structuredClone(await handler(event, ...args)) }
  }

  /** What `import … from 'electron'` gives. */
  get exports(): Readonly<Record<string, unknown>> {
    const ipcMain: Pick<IpcMain, 'handle'> = {
      handle: (channel, listener) => void this.#calls.set(channel, listener as CallHandler),
    }
    const protocol: Pick<Protocol, 'registerSchemesAsPrivileged'> = {
      registerSchemesAsPrivileged: (schemes) => {
        this.app.mustNotBeReady('registerSchemesAsPrivileged')
        this.schemes.push(...schemes.map(({ scheme }) => scheme))
      },
    }
    const defaultSession: PermissionPart & { protocol: Pick<Protocol, 'handle'> } = {
      setPermissionRequestHandler: (handler) => void (this.permissions.setPermissionRequestHandler = handler),
      setPermissionCheckHandler: (handler) => void (this.permissions.setPermissionCheckHandler = handler),
      setDevicePermissionHandler: (handler) => void (this.permissions.setDevicePermissionHandler = handler),
      protocol: {
        handle: (scheme, handler) => {
          if (!this.app.ready) throw new Error('protocol.handle is called before the application is ready')
          this.handlers.set(scheme, handler)
        },
      },
    }
    const dialog: Pick<Dialog, 'showErrorBox'> = {
      showErrorBox: (title, content) => void this.errors.push(`${title}: ${content}`),
    }
    const nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'> = { shouldUseDarkColors: false }
    const Menu = {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (template: MenuItemConstructorOptions[]) => void (this.menu = template),
    }
    return {
      app: this.app,
      BrowserWindow: windowClassOf(this),
      dialog,
      ipcMain,
      Menu,
      nativeTheme,
      powerMonitor: this.powerMonitor,
      protocol,
      session: { defaultSession },
    }
  }
}

let runs = 0
let hooked = false

/** From here on `electron` is the stand-in of the moment. */
function hook(names: readonly string[]): void {
  if (hooked) return
  hooked = true
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: `stand-in:electron?run=${runs}`, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url.startsWith('stand-in:electron')
        ? {
            format: 'module',
            source: `export const { ${names.join(', ')} } = globalThis.${GLOBAL}`,
            shortCircuit: true,
          }
        : next(url, context),
  })
}

/** Runs the built main process on a stand-in. */
export async function runOn(standIn: StandIn): Promise<void> {
  runs += 1
  const { exports } = standIn
  Object.assign(globalThis, { [GLOBAL]: exports })
  hook(Object.keys(exports))
  await import(`${MAIN.href}?run=${runs}`)
}
