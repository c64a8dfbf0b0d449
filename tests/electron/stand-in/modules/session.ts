import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Protocol, Session, WebRequest } from 'electron'
import type { Answered, Asked } from '../pane.ts'
import { Preventable } from '../preventable.ts'
import type { StandInApp } from './app.ts'

type ProtocolHandler = Parameters<Protocol['handle']>[1]
type PermissionPart = Pick<
  Session,
  | 'setBluetoothPairingHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
>
type Permissions = { -readonly [K in keyof PermissionPart]?: Parameters<PermissionPart[K]>[0] }
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void

/** What the pages of one profile may do and where their requests end. */
export class StandInSession
  extends EventEmitter
  implements PermissionPart, Pick<Session, 'setSpellCheckerEnabled'>
{
  spellChecker = true
  readonly permissions: Permissions = {}
  readonly handlers = new Map<string, ProtocolHandler>()
  /** Addresses a page asked for that nobody serves. */
  readonly outside: string[] = []
  /** What became of everything a page wanted to have saved. */
  readonly downloads: ('begun' | 'cancelled')[] = []
  readonly protocol: Pick<Protocol, 'handle'>
  readonly webRequest: Pick<WebRequest, 'onBeforeRequest'>
  #beforeRequest: BeforeRequest | null = null

  constructor(app: StandInApp) {
    super()
    app.mustBeReady('session')
    this.protocol = { handle: (scheme, handler) => void this.handlers.set(scheme, handler) }
    this.webRequest = {
      onBeforeRequest: (...args: readonly unknown[]) => {
        this.#beforeRequest = args.at(-1) as BeforeRequest | null
      },
    }
  }

  setPermissionRequestHandler(handler: Permissions['setPermissionRequestHandler'] & {}): void {
    this.permissions.setPermissionRequestHandler = handler
  }
  setPermissionCheckHandler(handler: Permissions['setPermissionCheckHandler'] & {}): void {
    this.permissions.setPermissionCheckHandler = handler
  }
  setDevicePermissionHandler(handler: Permissions['setDevicePermissionHandler'] & {}): void {
    this.permissions.setDevicePermissionHandler = handler
  }

  setDisplayMediaRequestHandler(handler: Permissions['setDisplayMediaRequestHandler'] & {}): void {
    this.permissions.setDisplayMediaRequestHandler = handler
  }
  setBluetoothPairingHandler(handler: Permissions['setBluetoothPairingHandler'] & {}): void {
    this.permissions.setBluetoothPairingHandler = handler
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.spellChecker = enable
  }

  /** A page wants a file saved: whether it may. */
  mayDownload(contents: unknown): boolean {
    const event = new Preventable()
    this.emit('will-download', event, {}, contents)
    this.downloads.push(event.defaultPrevented ? 'cancelled' : 'begun')
    return !event.defaultPrevented
  }

  /** Answers a page: what is let through, by the handler of its scheme, or from the disk for a file. */
  async answer({ url, method, headers, body }: Asked): Promise<Answered | null> {
    if (await this.#isCancelled(url)) return null
    const scheme = new URL(url).protocol.slice(0, -1)
    const handler = this.handlers.get(scheme)
    if (handler) {
      const answered = await handler(new Request(url, { method, headers, ...(body ? { body } : {}) }))
      return {
        status: answered.status,
        headers: Object.fromEntries(answered.headers),
        body: new Uint8Array(await answered.arrayBuffer()),
      }
    }
    if (scheme === 'file') {
      const bytes = await readFile(fileURLToPath(url))
      return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: bytes }
    }
    this.outside.push(url)
    return null
  }

  async #isCancelled(url: string): Promise<boolean> {
    const listener = this.#beforeRequest
    if (!listener) return false
    const { cancel } = await new Promise<Electron.CallbackResponse>((resolve) =>
      listener({ url } as Electron.OnBeforeRequestListenerDetails, resolve),
    )
    return cancel === true
  }
}

/** The profiles of an application: its own, and those it makes for a purpose. */
export class StandInSessions {
  readonly partitions = new Map<string, StandInSession>()
  readonly #app: StandInApp
  #default: StandInSession | undefined

  constructor(app: StandInApp) {
    this.#app = app
  }

  get defaultSession(): StandInSession {
    return (this.#default ??= new StandInSession(this.#app))
  }
  fromPartition(name: string): StandInSession {
    const own = this.partitions.get(name) ?? new StandInSession(this.#app)
    this.partitions.set(name, own)
    return own
  }
}
