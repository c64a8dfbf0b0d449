import { rmSync } from 'node:fs'
import { type Browser, type BrowserContext, type Page, test as base, expect } from '@playwright/test'
import { BoardPage } from '../pages/board.ts'
import { DealPage } from '../pages/deal.ts'
import { ListPage } from '../pages/list.ts'
import { NewDealPage } from '../pages/new-deal.ts'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start.ts'
import type { Screen } from '../screens/screen.ts'
import { type Desktop, DesktopHost } from './desktop.ts'
import { LARGE, type Size, dress, undress } from './dress.ts'
import { watchOpeners } from './focus.ts'
import { TodayPage } from '../pages/today.ts'
import { type UpdatingBuild, takeUpdatingBuild } from '../../support/updating-build.ts'
import { Host, type Start } from './host.ts'
import { type SampleHost, beginSample, startSampleHost } from './sample-host.ts'
import { STARTS, type Transport, missing } from './transports.ts'

/** The application as a person has it in front of them. */
export interface Tandem {
  readonly page: Page
  readonly host: Host
  /** The computer around it, where its window is one of the desktop. */
  readonly desktop: Desktop | null
  readonly shell: Shell
  readonly start: StartPage
  readonly today: TodayPage
  readonly board: BoardPage
  readonly list: ListPage
  readonly deal: DealPage
  readonly newDeal: NewDealPage
}

/** Whatever pages complained about: errors, refused resources, violations of their own security policy. */
function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(error.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  return complaints
}

/** The page objects over one page. */
export const tandemOn = (page: Page, host: Host): Tandem => ({
  page,
  host,
  desktop: host instanceof DesktopHost ? host.desktop : null,
  shell: new Shell(page),
  start: new StartPage(page),
  today: new TodayPage(page),
  board: new BoardPage(page),
  list: new ListPage(page),
  deal: new DealPage(page),
  newDeal: new NewDealPage(page),
})

/** One host in front of a person. No test passes while its pages complain. */
async function haveTandem(context: BrowserContext, host: Host, use: (tandem: Tandem) => Promise<void>) {
  const complaints = complaintsOf(context)
  const page = await host.open(context)
  // Electron itself brings a context of its own.
  const own = page.context() === context ? [] : complaintsOf(page.context())
  await use(tandemOn(page, host))
  await host.stop()
  expect([...complaints, ...own]).toEqual([])
}

/** What every test of a flow has: the transport it is walked over, once for each project. */
const flowTest = base.extend<{ start: Start }, { transport: Transport }>({
  transport: ['loopback', { option: true, scope: 'worker' }],
  start: async ({ transport }, use) => {
    const why = missing(transport)
    base.skip(why !== null, why ?? '')
    await use(STARTS[transport])
  },
})

/** A fresh application on a fresh data folder, its first screen open. */
export const test = flowTest.extend<{ tandem: Tandem }>({
  tandem: async ({ context, start }, use) => haveTandem(context, new Host(start), use),
})

/** The first run, walked: a folder with the sample. What the second start warns of is read. */
async function beginFolder(browser: Browser, start: Start): Promise<string> {
  const { host } = await beginSample(browser, start)
  const page = await host.restart()
  await page.getByRole('button', { name: /^Notifications: \d+ unread/ }).click()
  await page.getByRole('button', { name: 'Mark all read' }).click()
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()
  return host.close()
}

/**
 * The same, after the first run, with the sample pipeline loaded and its board open. The first run itself is walked
 * once per worker; every test has a copy of what came of it.
 */
export const sampleTest = flowTest.extend<{ tandem: Tandem }, { begun: (start: Start) => Promise<string> }>({
  begun: [
    async ({ browser }, use) => {
      let folder: Promise<string> | undefined
      await use((start) => (folder ??= beginFolder(browser, start)))
      if (folder) rmSync(await folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  tandem: async ({ context, start, begun }, use) =>
    haveTandem(context, new Host(start, await begun(start)), async (tandem) => {
      await tandem.shell.go('Pipeline')
      await tandem.board.shown()
      await use(tandem)
    }),
})

/** For tests that only look: one sample pipeline behind a port for all tests of a worker, its board open. */
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
    const complaints = complaintsOf(page.context())
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
export const screenTest = lookingTest.extend<
  { stage: (screen: Screen, size?: Size) => Promise<Tandem> },
  { build: UpdatingBuild }
>({
  build: [
    async ({}, use, { workerIndex }) => {
      const build = takeUpdatingBuild(`screens-${workerIndex}`)
      await use(build)
      build.remove()
    },
    { scope: 'worker' },
  ],
  stage: async ({ page: first, sampleHost, build }, use) => {
    const complaints = complaintsOf(first.context())
    let own: Host | undefined
    let started: Page | undefined
    await watchOpeners(first.context())
    async function onGround(ground: Screen['ground']): Promise<Tandem> {
      if (ground === 'shared') {
        await sampleHost.admit(first)
        await first.goto(`${sampleHost.host.link.origin}/`)
        return tandemOn(first, sampleHost.host)
      }
      own = ground === 'desktop' ? new DesktopHost(build) : new Host(STARTS.loopback)
      return tandemOn(await own.open(first.context()), own)
    }
    await use(async ({ ground = 'shared' }, size = LARGE) => {
      const tandem = await onGround(ground)
      const { page } = tandem
      if (ground === 'own' || ground === 'desktop') await tandem.start.begin('sample')
      if (ground === 'first-run') await tandem.start.shown()
      else await expect(page.getByRole('navigation').first()).toBeVisible()
      await dress(page, { locale: 'en', theme: 'light', size })
      started = page
      return tandem
    })
    if (started && !own) await undress(started)
    await own?.stop()
    expect(complaints).toEqual([])
  },
})

export { expect }
