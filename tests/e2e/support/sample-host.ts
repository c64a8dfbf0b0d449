import type { Browser, Page } from '@playwright/test'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start.ts'
import { Host, type Start } from './host.ts'
import { loopbackFrom } from './transports.ts'

const TOKEN_KEY = 'tandem-token'

/** A loopback host past its first run, with the sample pipeline, that any number of pages look at. */
export interface SampleHost {
  readonly host: Host
  /** Lets a page in before it is first opened: what the link does once, for as many pages as one wants. */
  admit(page: Page): Promise<void>
}

/** Walks the first run of a fresh host and loads the sample. */
export async function beginSample(browser: Browser, start: Start): Promise<{ host: Host; page: Page }> {
  const host = new Host(start)
  const page = await host.open(await browser.newContext({ locale: 'en-US' }))
  await new StartPage(page).begin('sample')
  await new Shell(page).go('Pipeline')
  return { host, page }
}

export async function startSampleHost(browser: Browser, script?: string): Promise<SampleHost> {
  const { host, page } = await beginSample(browser, loopbackFrom(script))
  const token = await page.evaluate((key) => sessionStorage.getItem(key), TOKEN_KEY)
  await page.context().close()
  return {
    host,
    admit: async (visitor) => {
      await visitor.addInitScript(([key, value]) => sessionStorage.setItem(key!, value!), [TOKEN_KEY, token])
    },
  }
}
