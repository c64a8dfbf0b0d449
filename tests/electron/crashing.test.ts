import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NewDealPage } from '../e2e/pages/new-deal.ts'
import { StartPage } from '../e2e/pages/start.ts'
import { forkChild } from './stand-in/start-child.ts'
import { PERSONAL, expectWhole, logged, startAgain } from './support/left-behind.ts'
import { expect, startsTest as test } from './support/test.ts'

const FAILED = /^Tandem: Tandem had to stop because part of it failed\./
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

test('a page whose process ends comes back with what was saved and what was typed; the second time words end it', async ({
  start,
  context,
  dataDir,
}) => {
  const { standIn, window, page } = await start()
  await new StartPage(page).begin('empty')
  await page.getByRole('banner').getByRole('button', { name: 'New deal' }).click()
  const newDeal = new NewDealPage(page)
  await newDeal.step('Details')
  await page.getByLabel('Deal name').fill('Left in a crash')
  await newDeal.kept()
  const loaded = new Promise((resolve) => window.webContents.once('did-finish-load', resolve))
  window.webContents.crash('crashed')
  await loaded
  await expect(page.getByLabel('Deal name')).toHaveValue('Left in a crash')
  window.webContents.crash('oom')
  expect(await standIn.app.ended).toBe(1)
  expect(window.isVisible()).toBe(false)
  expect(standIn.dialog.errors).toEqual([
    expect.stringMatching(/^Tandem: The screens of Tandem failed twice in a short time\./),
  ])
  expectWhole(dataDir)
  expect(await startAgain(context, dataDir)).toBe(PERSONAL.companyName)
  expect(logged(dataDir)).toEqual(['PAGE_GONE', 'PAGE_GONE'])
})

test('a helper of Chromium that ends is logged, and the application goes on', async ({ start, dataDir }) => {
  const { standIn, page } = await start()
  standIn.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5, name: 'Mara' })
  expect(await page.evaluate(() => window.tandem!.call('app.info', {}))).toMatchObject({ ok: true })
  expect(standIn.dialog.errors).toEqual([])
  expect(logged(dataDir)).toEqual(['HELPER_GONE'])
})

test('a page that hangs is asked about once, waited for or loaded anew, as the person says', async ({
  start,
  dataDir,
}) => {
  const { standIn, window } = await start()
  const { asked } = standIn.dialog
  let loads = 0
  window.webContents.on('did-finish-load', () => (loads += 1))
  window.emit('unresponsive')
  window.emit('unresponsive')
  expect(asked.map(({ options }) => options.buttons)).toEqual([['Wait', 'Reload']])
  asked[0]!.answer(0)
  // Until the answer has arrived nobody is asked again.
  await expect
    .poll(() => {
      window.emit('unresponsive')
      return asked.length
    })
    .toBe(2)
  expect(loads).toBe(0)
  asked[1]!.answer(1)
  await expect.poll(() => loads).toBe(1)
  expect([standIn.dialog.errors, window.isDestroyed()]).toEqual([[], false])
  expect(new Set(logged(dataDir))).toEqual(new Set(['PAGE_HANGS', 'PAGE_GONE']))
})

test.describe('a fault nobody caught is logged by its code, and ends the application with words', () => {
  for (const [kind, code] of [
    ['exception', 'MAIN_FAILED'],
    ['rejection', 'MAIN_PROMISE_FAILED'],
  ] as const) {
    test(kind, async ({ context, dataDir }) => {
      const child = forkChild(context, dataDir)
      const page = await child.page
      await page.evaluate((profile) => window.tandem!.call('profile.save', profile), PERSONAL)
      await child.controls.fault(kind, 'Kestrel Cloud sells to Fabrikam')
      const { code: exit, seen } = await child.ended
      expect([exit, seen?.errors]).toEqual([1, [expect.stringMatching(FAILED)]])
      expectWhole(dataDir)
      expect(logged(dataDir)).toEqual([code])
      expect(await startAgain(context, dataDir)).toBe(PERSONAL.companyName)
    })
  }
})

test('an engine that ends by itself ends the application with words', async ({ context, dataDir }) => {
  const child = forkChild(context, dataDir)
  const page = await child.page
  await page.evaluate((profile) => window.tandem!.call('profile.save', profile), PERSONAL)
  void child.controls.engine('ends')
  const { code, seen } = await child.ended
  expect([code, seen?.errors]).toEqual([1, [expect.stringMatching(FAILED)]])
  expectWhole(dataDir, 'cut-off')
  expect(await startAgain(context, dataDir)).toBe(PERSONAL.companyName)
})

test('screens that are not as they were built end the application with words, and are never shown', async ({
  context,
  dataDir,
}, info) => {
  const out = info.outputPath('out')
  cpSync(join(import.meta.dirname, '../../out'), out, { recursive: true })
  writeFileSync(join(out, 'renderer/index.html'), '<h1>Changed</h1>')
  expect(readdirSync(out)).toContain('main')
  const { code, seen } = await forkChild(context, dataDir, { out }).ended
  expect(code).toBe(1)
  expect(seen).toEqual({
    errors: [expect.stringMatching(/^Tandem: Files of the Tandem program are missing or were changed\./)],
    shown: false,
  })
  expectWhole(dataDir)
  expect(logged(dataDir)).toEqual(['FILE_DAMAGED'])
  expect(await startAgain(context, dataDir)).toBe('')
})

test('another process on the same folder is refused with words and without a window', async ({
  start,
  browser,
  dataDir,
}) => {
  const { page } = await start()
  const { code, seen } = await forkChild(await browser.newContext(), dataDir).ended
  expect(code).toBe(1)
  expect(seen).toEqual({
    errors: [expect.stringMatching(/^Tandem: Tandem is already open with this data folder\./)],
    shown: false,
  })
  expect(await page.evaluate(() => window.tandem!.call('app.info', {}))).toMatchObject({ ok: true })
})

test.describe('signals of the system lead to the one clean end', () => {
  const pairs = SIGNALS.flatMap((one, index) => SIGNALS.slice(index).map((other) => [one, other] as const))
  for (const signals of [...SIGNALS.map((signal) => [signal] as const), ...pairs]) {
    test(signals.join(', and '), async ({ context, dataDir }) => {
      const child = forkChild(context, dataDir)
      const page = await child.page
      await page.evaluate((profile) => window.tandem!.call('profile.save', profile), PERSONAL)
      for (const signal of signals) child.kill(signal)
      const { code, seen } = await child.ended
      expect([code, seen?.errors]).toEqual([0, []])
      expectWhole(dataDir)
      expect(await startAgain(context, dataDir)).toBe(PERSONAL.companyName)
      expect(logged(dataDir)).toEqual([])
    })
  }
})

test('a signal while the engine starts leaves the folder free', async ({ context, dataDir }) => {
  const child = forkChild(context, dataDir)
  await child.begun
  child.kill('SIGTERM')
  expect(await child.ended).toMatchObject({ code: 0, seen: { errors: [], shown: false } })
  expect(await startAgain(context, dataDir)).toBe('')
  expectWhole(dataDir)
  expect(logged(dataDir)).toEqual([])
})

test('an engine that never says it has closed, and a window that never closes, keep nobody', async ({
  context,
  dataDir,
}) => {
  const child = forkChild(context, dataDir)
  const page = await child.page
  await page.evaluate((profile) => window.tandem!.call('profile.save', profile), PERSONAL)
  await child.controls.engine({ deafTo: 'close' })
  await child.controls.holdWindow()
  child.kill('SIGTERM')
  expect(await child.ended).toMatchObject({ code: 0, seen: { errors: [] } })
  expectWhole(dataDir, 'cut-off')
  expect(await startAgain(context, dataDir)).toBe(PERSONAL.companyName)
})
