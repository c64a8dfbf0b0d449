import type { BrowserContext, Page } from '@playwright/test'
import { NewDealPage } from '../e2e/pages/new-deal.ts'
import { StartPage } from '../e2e/pages/start.ts'
import { runOn } from './stand-in/run.ts'
import { forkChild } from './stand-in/start-child.ts'
import { expectWhole, logged } from './support/left-behind.ts'
import { type StartedStandIn, expect, standInOn, startsTest as test } from './support/test.ts'

/**
 * Types the name of a deal, and gives once its last letter is in the field. Time stands still on the page from then on:
 * the moment after which it saves by itself never comes.
 */
async function typeName(page: Page, name: string): Promise<void> {
  await new StartPage(page).begin('empty')
  await page.getByRole('banner').getByRole('button', { name: 'New deal' }).click()
  await new NewDealPage(page).step('Details')
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 60_000)
  await page.getByLabel('Deal name').pressSequentially(name)
}

/** The names in the drafts that were kept: asked of the next start. */
async function keptNames(context: BrowserContext, dataDir: string): Promise<readonly string[]> {
  const standIn = standInOn(context, dataDir)
  await runOn(standIn)
  const page = await standIn.page
  const answer = await page.evaluate(() => window.tandem!.call('drafts.list', {}))
  standIn.app.quit()
  await standIn.app.ended
  if (!answer.ok) throw new Error(answer.error.code)
  return (answer.value as { rows: { name: string }[] }).rows.map(({ name }) => name)
}

const ENDS: Readonly<Record<string, (started: StartedStandIn) => unknown>> = {
  'a person quits by the menu': ({ standIn }) => standIn.menu.choose('Quit Tandem'),
  'a person closes the window': ({ window }) => window.close(),
  'a person closes the window by the menu': ({ standIn }) => standIn.menu.choose('Close window'),
  'a person closes the window, and quits': ({ standIn, window }) => {
    window.close()
    standIn.app.quit()
  },
  'the computer shuts down': ({ standIn }) =>
    standIn.powerMonitor.emit('shutdown', { preventDefault: () => {} }),
}

test.describe('what was typed the moment before the end is in the draft', () => {
  for (const [name, end] of Object.entries(ENDS)) {
    test(name, async ({ start, context, dataDir }) => {
      const started = await start()
      await typeName(started.page, 'Typed to the last letter')
      void end(started)
      expect(await started.standIn.app.ended).toBe(0)
      expectWhole(dataDir)
      expect(await keptNames(context, dataDir)).toEqual(['Typed to the last letter'])
      expect(logged(dataDir)).toEqual([])
    })
  }

  test('the system ends the process', async ({ context, dataDir }) => {
    const child = forkChild(context, dataDir)
    await typeName(await child.page, 'Typed before the signal')
    child.kill('SIGTERM')
    expect(await child.ended).toMatchObject({ code: 0, seen: { errors: [] } })
    expectWhole(dataDir)
    expect(await keptNames(context, dataDir)).toEqual(['Typed before the signal'])
    expect(logged(dataDir)).toEqual([])
  })

  test('Windows asks whether its session may end', async ({ start, context, dataDir }) => {
    const { standIn, window, page } = await start()
    await typeName(page, 'Typed before logging off')
    const saved = page.getByText(/^Draft saved \d\d:\d\d:\d\d$/)
    window.emit('query-session-end', { reasons: ['logoff'] })
    await expect(saved).toBeVisible()
    window.emit('session-end', { reasons: ['logoff'] })
    expect(await standIn.app.ended).toBe(0)
    expect(await keptNames(context, dataDir)).toEqual(['Typed before logging off'])
  })
})

test('a page that answers nothing keeps no window', async ({ start, dataDir }) => {
  const { standIn, page, window } = await start()
  await new StartPage(page).begin('empty')
  await expect.poll(() => standIn.menu.item('New deal').enabled).toBe(true)
  window.webContents.send = () => {}
  standIn.app.quit()
  expect(window.isDestroyed()).toBe(false)
  expect(await standIn.app.ended).toBe(0)
  expectWhole(dataDir)
})
