import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type Page, test as base, expect } from '@playwright/test'
import type { StandInWindow } from '../stand-in/modules/browser-window.ts'
import { PagePanes } from '../stand-in/page-panes.ts'
import { runOn } from '../stand-in/run.ts'
import { type Computer, StandIn } from '../stand-in/stand-in.ts'
import { PROGRAM, launchProgram } from './program.ts'

/** On what a specification runs. */
export interface ElectronOptions {
  readonly electronProgram: 'stand-in' | 'real'
}

/** The application under Electron, its window open. */
export interface ElectronTandem {
  readonly page: Page
  readonly dataDir: string
  /** Ends the application as its menu would, and waits for it. */
  quit(): Promise<void>
}

interface Fixtures {
  readonly dataDir: string
  readonly open: () => Promise<ElectronTandem>
}

/** A stand-in of this process, and the page of its first window. */
export type OwnStandIn = StandIn & { readonly page: Promise<Page> }

export function standInOn(context: BrowserContext, dataDir: string, computer?: Computer): OwnStandIn {
  const panes = new PagePanes(context)
  return Object.assign(new StandIn(panes, dataDir, computer), { page: panes.first })
}

async function openStandIn(context: BrowserContext, dataDir: string): Promise<ElectronTandem> {
  const standIn = standInOn(context, dataDir)
  await runOn(standIn)
  const page = await standIn.page
  const quit = async () => {
    standIn.app.quit()
    expect(await standIn.app.ended).toBe(0)
    await page.close()
  }
  return { page, dataDir, quit }
}

async function openReal(dataDir: string): Promise<ElectronTandem> {
  const application = await launchProgram(dataDir)
  return { page: await application.firstWindow(), dataDir, quit: () => application.close() }
}

/** A data folder of its own, and the application on it: opened as often as a test wants, and ended after it. */
export const test = base.extend<ElectronOptions & Fixtures>({
  electronProgram: ['stand-in', { option: true }],
  // eslint wants no empty pattern; Playwright wants a pattern.
  dataDir: async ({ electronProgram: _ }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'tandem-electron-'))
    await use(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  },
  open: async ({ electronProgram, dataDir, context }, use) => {
    test.skip(electronProgram === 'real' && PROGRAM === null, 'the Electron program is not installed here')
    const running = new Set<ElectronTandem>()
    await use(async () => {
      const opened =
        electronProgram === 'real' ? await openReal(dataDir) : await openStandIn(context, dataDir)
      const tandem: ElectronTandem = {
        ...opened,
        quit: async () => {
          running.delete(tandem)
          await opened.quit()
        },
      }
      running.add(tandem)
      return tandem
    })
    for (const tandem of running) await tandem.quit()
  },
})

/** The stand-in itself, running: for what no page can do to the application. */
export const standInTest = test.extend<{ standIn: OwnStandIn }>({
  standIn: async ({ context, dataDir }, use) => {
    const standIn = standInOn(context, dataDir)
    await runOn(standIn)
    await standIn.page
    await use(standIn)
    standIn.app.quit()
    await standIn.app.ended
  },
})

/** One start after the other with the same data, each on the computer it is told of. */
export const startsTest = test.extend<{ start: (computer?: Computer) => Promise<StartedStandIn> }>({
  start: async ({ context, dataDir }, use) => {
    const running = new Set<StandIn>()
    await use(async (computer) => {
      const standIn = standInOn(context, dataDir, computer)
      running.add(standIn)
      await runOn(standIn)
      const page = await standIn.page
      // Its page is there a moment before the window has heard of it.
      await expect.poll(() => standIn.windows[0]!.shown).toBe(true)
      const quit = async () => {
        running.delete(standIn)
        standIn.app.quit()
        await standIn.app.ended
      }
      return { standIn, page, window: standIn.windows[0]!, quit }
    })
    for (const standIn of running) {
      standIn.app.quit()
      await standIn.app.ended
    }
  },
})

/** A stand-in that runs, with its one window. */
export interface StartedStandIn {
  readonly standIn: OwnStandIn
  readonly page: Page
  readonly window: StandInWindow
  quit(): Promise<void>
}

export { expect }
