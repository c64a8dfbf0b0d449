import { rmSync } from 'node:fs'
import { type Browser, type Page, test as base, expect } from '@playwright/test'
import { BoardPage } from '../pages/board.ts'
import { DealPage } from '../pages/deal.ts'
import { ListPage } from '../pages/list.ts'
import { NewDealPage } from '../pages/new-deal.ts'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start.ts'
import type { Screen } from '../screens/screen.ts'
import { LARGE, type Size, dress, undress } from './dress.ts'
import { watchOpeners } from './focus.ts'
import { TodayPage } from '../pages/today.ts'
import { type Host, type Link, startHost } from './host.ts'
import { type SampleHost, startSampleHost } from './sample-host.ts'

/** The application as a person has it in front of them. */
export interface Tandem {
  readonly page: Page
  readonly host: Host
  readonly shell: Shell
  readonly start: StartPage
  readonly today: TodayPage
  readonly board: BoardPage
  readonly list: ListPage
  readonly deal: DealPage
  readonly newDeal: NewDealPage
}

/** Whatever the page complained about: errors, refused resources, violations of its own security policy. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  return complaints
}

/** The page objects over one page. */
export const tandemOn = (page: Page, host: Host): Tandem => ({
  page,
  host,
  shell: new Shell(page),
  start: new StartPage(page),
  today: new TodayPage(page),
  board: new BoardPage(page),
  list: new ListPage(page),
  deal: new DealPage(page),
  newDeal: new NewDealPage(page),
})

/** One page on one host, as a person has it. No test passes while the page complains. */
async function haveTandem(page: Page, host: Host, use: (tandem: Tandem) => Promise<void>): Promise<void> {
  const complaints = complaintsOf(page)
  await page.goto(host.link.url)
  await use(tandemOn(page, host))
  await page.close()
  await host.stop()
  expect(complaints).toEqual([])
}

/** A fresh application on a fresh data folder, its first screen open. */
export const test = base.extend<{ tandem: Tandem }>({
  tandem: async ({ page }, use) => haveTandem(page, await startHost(), use),
})

/** What the second start warns of is read: a test sees what comes of what it does. */
async function readAll(browser: Browser, link: Link): Promise<void> {
  const page = await browser.newPage({ locale: 'en-US' })
  await page.goto(link.url)
  await page.getByRole('button', { name: /^Notifications: \d+ unread/ }).click()
  await page.getByRole('button', { name: 'Mark all read' }).click()
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()
  await page.close()
}

/**
 * The same, after the first run, with the sample pipeline loaded and its board open. The first run itself is walked
 * once per worker; every test has a copy of what came of it.
 */
export const sampleTest = base.extend<{ tandem: Tandem }, { begun: string }>({
  begun: [
    async ({ browser }, use) => {
      const { host } = await startSampleHost(browser)
      await readAll(browser, await host.restart())
      const folder = await host.close()
      await use(folder)
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  tandem: async ({ page, begun }, use) =>
    haveTandem(page, await startHost(undefined, begun), async (tandem) => {
      await tandem.shell.go('Pipeline')
      await tandem.board.shown()
      await use(tandem)
    }),
})

/** For tests that only look: one sample pipeline for all tests of a worker, its board open. */
export const lookingTest = base.extend<{ tandem: Tandem }, { sampleHost: SampleHost }>({
  sampleHost: [
    async ({ browser }, use) => {
      const sampleHost = await startSampleHost(browser)
      await use(sampleHost)
      await sampleHost.host.stop()
    },
    { scope: 'worker' },
  ],
  tandem: async ({ page, sampleHost }, use) => {
    const complaints = complaintsOf(page)
    await sampleHost.admit(page)
    await page.goto(`${sampleHost.host.link.origin}/`)
    const tandem = tandemOn(page, sampleHost.host)
    await tandem.shell.go('Pipeline')
    await tandem.board.shown()
    await use(tandem)
    expect(complaints).toEqual([])
  },
})

/** Where screens of the catalogue are looked at: gives the ground a screen needs, in English and light. */
export const screenTest = lookingTest.extend<{ stage: (screen: Screen, size?: Size) => Promise<Tandem> }>({
  stage: async ({ page, sampleHost }, use) => {
    const complaints = complaintsOf(page)
    let own: Host | undefined
    let isStarted = false
    await watchOpeners(page)
    await use(async ({ ground = 'shared' }, size = LARGE) => {
      const host = ground === 'shared' ? sampleHost.host : (own = await startHost())
      if (ground === 'shared') await sampleHost.admit(page)
      await page.goto(ground === 'shared' ? `${host.link.origin}/` : host.link.url)
      const tandem = tandemOn(page, host)
      if (ground === 'own') await tandem.start.begin('sample')
      if (ground === 'first-run') await tandem.start.shown()
      else await expect(page.getByRole('navigation').first()).toBeVisible()
      await dress(page, { locale: 'en', theme: 'light', size })
      isStarted = true
      return tandem
    })
    if (isStarted) await undress(page)
    await page.close()
    await own?.stop()
    expect(complaints).toEqual([])
  },
})

export { expect }
