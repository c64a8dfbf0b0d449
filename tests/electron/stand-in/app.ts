import { EventEmitter } from 'node:events'
import type { App, CommandLine } from 'electron'

type AppPart = Pick<
  App,
  | 'enableSandbox'
  | 'exit'
  | 'getLocale'
  | 'getPath'
  | 'getVersion'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setPath'
  | 'whenReady'
>

/** An event a listener may stop. */
export class Preventable {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

/** The application of the stand-in: paths, readiness, and an end that listeners may put off. */
export class StandInApp extends EventEmitter implements AppPart {
  readonly commandLine: Pick<CommandLine, 'getSwitchValue'>
  readonly ended: Promise<number>
  readonly #paths = new Map<string, string>()
  readonly #first: boolean
  #end!: (code: number) => void
  ready = false
  sandboxed = false

  constructor(dataDir: string, first: boolean) {
    super()
    this.#first = first
    this.commandLine = { getSwitchValue: (name) => (name === 'data-dir' ? dataDir : '') }
    this.ended = new Promise((resolve) => (this.#end = resolve))
  }

  /** What Electron allows only before it is ready. */
  mustNotBeReady(what: string): void {
    if (this.ready) throw new Error(`${what} is called after the application is ready`)
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
    return '0.0.0'
  }
  getLocale(): string {
    return 'en-US'
  }
  requestSingleInstanceLock(): boolean {
    return this.#first
  }
  async whenReady(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    this.ready = true
  }
  quit(): void {
    const event = new Preventable()
    this.emit('before-quit', event)
    if (!event.defaultPrevented) this.#end(0)
  }
  exit(code = 0): void {
    this.#end(code)
  }
}
