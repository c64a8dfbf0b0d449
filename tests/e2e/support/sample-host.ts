import type { Browser, Page } from '@playwright/test'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start.ts'
import { type Host, startHost } from './host.ts'

const TOKEN_KEY = 'tandem-token'

/** A host past its first run, with the sample pipeline, that any number of pages look at. */
export interface SampleHost {
  readonly host: Host
  /** Lets a page in before it is first opened: what the link does once, for as many pages as one wants. */
  admit(page: Page): Promise<void>
}

export async function startSampleHost(browser: Browser, script?: string): Promise<SampleHost> {
  const host = await startHost(script)
  const page = await browser.newPage({ locale: 'en-US' })
  await page.goto(host.link.url)
  await new StartPage(page).begin('sample')
  await new Shell(page).go('Pipeline')
  const token = await page.evaluate((key) => sessionStorage.getItem(key), TOKEN_KEY)
  await page.close()
  return {
    host,
    admit: async (visitor) => {
      await visitor.addInitScript(([key, value]) => sessionStorage.setItem(key!, value!), [TOKEN_KEY, token])
    },
  }
}
