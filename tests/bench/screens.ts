import { type Browser, type Page, chromium } from 'playwright'
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../support/chromium.ts'
import { type LoopbackHost, startHost } from '../support/loopback-host.ts'
import type { BenchContext } from './bench-context.ts'
import { recordInteractions } from './page/interactions.ts'

/** The screens of the built application on the seeded data, in Chromium. */
export interface Screens {
  readonly host: LoopbackHost
  /** A page past its first load, at an address of the application. */
  open(path: string): Promise<Page>
  close(): Promise<void>
}

const TOKEN_KEY = 'tandem-token'

export async function openScreens({ bench, build }: BenchContext): Promise<Screens> {
  const host = await startHost({ script: build.loopback, dataDir: bench.dataDir })
  const executablePath = chromiumPath()
  const browser: Browser = await chromium.launch({
    args: CHROMIUM_ARGUMENTS,
    ...(executablePath ? { executablePath } : {}),
  })
  return {
    host,
    open: async (path) => {
      const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1440, height: 900 } })
      await page.addInitScript(
        ([key, value]) => sessionStorage.setItem(key!, value!),
        [TOKEN_KEY, host.token],
      )
      await recordInteractions(page)
      await page.goto(`${host.origin}/#${path}`)
      await page.locator('h1').first().waitFor()
      return page
    },
    close: async () => {
      await browser.close()
      await host.stop()
    },
  }
}
