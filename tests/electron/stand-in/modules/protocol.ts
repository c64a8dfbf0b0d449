import type { Protocol } from 'electron'
import type { StandInApp } from './app.ts'

/** The schemes an application claims before it is ready. */
export class StandInProtocol implements Pick<Protocol, 'registerSchemesAsPrivileged'> {
  readonly schemes: string[] = []
  readonly #app: StandInApp

  constructor(app: StandInApp) {
    this.#app = app
  }

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    this.#app.mustNotBeReady('registerSchemesAsPrivileged')
    this.schemes.push(...schemes.map(({ scheme }) => scheme))
  }
}
