import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type Page, test as base, expect } from '@playwright/test'
import type { StandInWindow } from '../stand-in/modules/browser-window.ts'
import { PagePanes } from '../stand-in/page-panes.ts'
import { runOn } from '../stand-in/run.ts'
import { type Computer, StandIn } from '../stand-in/stand-in.ts'

/** A stand-in of this process, and the page of its first window. */
export type OwnStandIn = StandIn & { readonly page: Promise<Page>; readonly context: BrowserContext }

export function standInOn(context: BrowserContext, dataDir: string, computer?: Computer): OwnStandIn {
  const panes = new PagePanes(context)
  return Object.assign(new StandIn(panes, dataDir, computer), { page: panes.first, context })
}

/** A data folder of its own. */
export const folderTest = base.extend<{ dataDir: string }>({
  // eslint wants no empty pattern; Playwright wants a pattern.
  dataDir: async ({ context: _ }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'tandem-electron-'))
    await use(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  },
})

/** The stand-in itself, running: for what no page can do to the application. */
export const standInTest = folderTest.extend<{ standIn: OwnStandIn }>({
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
export const startsTest = folderTest.extend<{ start: (computer?: Computer) => Promise<StartedStandIn> }>({
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
