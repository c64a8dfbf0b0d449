import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { type OwnStandIn, standInOn } from '../../electron/support/test.ts'
import { runOn } from '../../electron/stand-in/run.ts'
import { manifestOf } from '../../support/update-file.ts'
import type { UpdatingBuild } from '../../support/updating-build.ts'
import { Host, type Running } from './host.ts'

const VERSION = '1.4.0'
const PACKAGE = Buffer.alloc(48_000, 'package')
/** What is new, as a release would say it. */
const NOTES = {
  en: 'Invitations that run out today stand first.\nLists of ten thousand deals open at once.\nExport: a column for the campaign.',
  zh: '今天到期的邀请排在最前。\n一万笔交易的列表可立即打开。\n导出：新增“营销活动”列。',
}

/** A computer with the application on it, on the stand-in for Electron: what a person does outside of the window. */
export class Desktop {
  readonly #build: UpdatingBuild
  #standIn: OwnStandIn | undefined
  #folder = ''
  #isHeld = false

  constructor(build: UpdatingBuild) {
    this.#build = build
  }

  async start(context: BrowserContext, dataDir: string): Promise<Running> {
    const standIn = standInOn(context, dataDir, { packaged: true, version: VERSION })
    this.#folder = dataDir
    this.#standIn = standIn
    standIn.app.setPath('appData', this.#programs)
    await runOn(standIn, this.#build.out)
    return {
      page: await standIn.page,
      end: async () => {
        this.#isHeld = false
        standIn.app.quit()
        await standIn.app.ended
      },
    }
  }

  get standIn(): OwnStandIn {
    if (!this.#standIn) throw new Error('the application was not started')
    return this.#standIn
  }
  /** Where the system keeps its settings of programs. */
  get #programs(): string {
    return join(this.#folder, 'programs')
  }
  /** A path in its data folder. */
  at(name: string): string {
    return join(this.#folder, name)
  }
  /** Writes a file there and gives its path. */
  write(name: string, content: string | Buffer): string {
    writeFileSync(this.at(name), content)
    return this.at(name)
  }
  /** An update for this computer that says something, signed as ours are. */
  update(says: object = {}): Buffer {
    const { platform, arch } = process
    const own = { version: '1.5.0', platform, arch, fileName: 'Tandem-1.5.0-linux.deb', notes: NOTES }
    return this.#build.sign(manifestOf(PACKAGE, { ...own, ...says }), PACKAGE)
  }
  /** The next dialog about a file gives this path; null: it is called off. */
  choose(path: string | null): void {
    this.standIn.dialog.files.push(path)
  }
  /** The system takes nothing that is to be opened at login. */
  refuseLogin(): void {
    mkdirSync(this.#programs, { recursive: true })
    writeFileSync(join(this.#programs, 'autostart'), 'no folder')
  }
  /** Nothing can be written into the data folder any more. */
  refuseWriting(): void {
    this.standIn.app.setPath('userData', this.write('no-folder', ''))
  }
  /** The window stays, as it does while the rest is still being closed. */
  holdWindow(): void {
    this.#isHeld = true
    this.standIn.windows[0]!.on('close', (event: { preventDefault(): void }) => {
      if (this.#isHeld) event.preventDefault()
    })
  }
  /** Whatever is to be printed from now on is never done. */
  holdPrinter(): void {
    const { panes } = this.standIn
    const open = panes.open.bind(panes)
    panes.open = (wants, owner) => {
      const pane = open(wants, owner)
      if (!wants.shown) pane.pdf = () => new Promise(() => {})
      return pane
    }
  }
  /** Files are opened with the application while it runs. */
  open(...paths: readonly string[]): void {
    this.standIn.app.emit('second-instance', {}, ['/opt/tandem', ...paths], this.#folder, null)
  }
}

/** Files held over the window, not let go yet. */
export const holdFiles = (page: Page, names: readonly string[]): Promise<void> =>
  page.evaluate((files) => {
    const dataTransfer = new DataTransfer()
    for (const name of files) dataTransfer.items.add(new File(['Name\n'], name))
    const event = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true })
    document.querySelector('main')!.dispatchEvent(event)
  }, names)

/** The application of a desktop: started when it is opened. */
export class DesktopHost extends Host {
  readonly desktop: Desktop

  constructor(build: UpdatingBuild) {
    const desktop = new Desktop(build)
    super((context, dataDir) => desktop.start(context, dataDir))
    this.desktop = desktop
  }
}
