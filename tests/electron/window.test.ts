import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Shell } from '../e2e/pages/shell.ts'
import { StartPage } from '../e2e/pages/start.ts'
import { display } from './stand-in/modules/screen.ts'
import { expect, startsTest as test } from './support/test.ts'

const LAPTOP = display(1, 0, 0, 1728, 1120)
const BESIDE = display(2, 1728, -200, 2560, 1440)

test('the first window stands in the middle of the primary display and is shown once there is something to see', async ({
  start,
}) => {
  const { window } = await start({ displays: [LAPTOP, BESIDE] })
  expect(window.options).toMatchObject({ x: 144, y: 90, width: 1440, height: 900, show: false })
  expect(window.options).toMatchObject({ minWidth: 1024, minHeight: 700 })
  expect([window.shown, window.isMaximized(), window.isFullScreen()]).toEqual([true, false, false])
})

test('a window comes back where it was, as large as it was, and as close', async ({ start, dataDir }) => {
  const first = await start({ displays: [LAPTOP, BESIDE] })
  first.window.setBounds({ x: 2000, y: -100, width: 1600, height: 1200 })
  first.window.maximize()
  first.window.webContents.emit('zoom-changed', {}, 'in')
  expect(first.window.webContents.zoomFactor).toBe(1.1)
  await first.quit()
  expect(statSync(join(dataDir, 'window.json')).mode & 0o777).toBe(0o600)

  const second = await start({ displays: [LAPTOP, BESIDE] })
  expect(second.window.options).toMatchObject({ x: 2000, y: -100, width: 1600, height: 1200 })
  expect([second.window.isMaximized(), second.window.webContents.zoomFactor]).toEqual([true, 1.1])
  second.window.unmaximize()
  second.window.setFullScreen(true)
  await second.quit()

  const third = await start({ displays: [LAPTOP, BESIDE] })
  expect([third.window.isMaximized(), third.window.isFullScreen()]).toEqual([false, true])
})

test('without its display a window stands on the primary one, and goes back when it is there again', async ({
  start,
}) => {
  const there = { x: 2000, y: -100, width: 2000, height: 1200 }
  const first = await start({ displays: [LAPTOP, BESIDE] })
  first.window.setBounds(there)
  await first.quit()
  const alone = await start({ displays: [LAPTOP] })
  expect(alone.window.options).toMatchObject({ x: 0, y: 0, width: 1728, height: 1080 })
  await alone.quit()
  const again = await start({ displays: [LAPTOP, BESIDE] })
  expect(again.window.options).toMatchObject(there)
})

test('a display smaller than the screens need is filled', async ({ start }) => {
  const { window } = await start({ displays: [display(1, 0, 0, 1000, 640)] })
  expect(window.options).toMatchObject({
    x: 0,
    y: 0,
    width: 1000,
    height: 600,
    minWidth: 1000,
    minHeight: 600,
  })
})

test('garbage in the file is no obstacle', async ({ start, dataDir }) => {
  writeFileSync(
    join(dataDir, 'window.json'),
    '{"bounds":{"x":"left"},"zoom":-3,"address":"https://evil.invalid"',
  )
  const { window, page } = await start({ displays: [LAPTOP] })
  expect(window.options).toMatchObject({ width: 1440, height: 900 })
  await page.waitForURL(/#\/today$/)
})

test('the next start begins at the screen that was left', async ({ start, dataDir }) => {
  const first = await start()
  await new StartPage(first.page).begin('sample')
  await new Shell(first.page).go('Outbound')
  await first.page.getByRole('link', { name: 'Invoice capture' }).first().click()
  await first.page.waitForURL(/#\/deal\/[0-9a-f-]{36}/)
  const address = new URL(first.page.url()).hash.slice(1).split('?')[0]
  // What the system shows as the window's name says nothing of the deal.
  const title = { stopped: false, preventDefault: () => (title.stopped = true) }
  first.window.emit('page-title-updated', title, 'Fabrikam', true)
  expect([title.stopped, first.window.options.title, await first.page.title()]).toEqual([
    true,
    'Tandem',
    'Tandem',
  ])
  await first.quit()
  expect(JSON.parse(readFileSync(join(dataDir, 'window.json'), 'utf8'))).toMatchObject({ address })

  const second = await start()
  await expect(second.page.getByRole('heading', { level: 1 })).toContainText('Invoice capture')
  expect(new URL(second.page.url()).hash).toBe(`#${address}`)
  // A page that begins anew stays where it is.
  await new Shell(second.page).go('Directory')
  second.window.webContents.reload()
  await second.page.waitForURL(/#\/directory$/)
  await expect(second.page.getByRole('heading', { level: 1 })).toContainText('Directory')
})

test('theme and language are those of the settings, from the first moment of the next start on', async ({
  start,
}) => {
  const first = await start({ languages: ['en-GB'] })
  expect([first.standIn.nativeTheme.themeSource, first.window.background]).toEqual(['system', '#f5f6f8'])
  first.standIn.nativeTheme.systemIsDark = true
  expect(first.window.background).toBe('#121417')
  await first.page.evaluate(() => window.tandem!.call('settings.save', { theme: 'light' }))
  await expect.poll(() => first.standIn.nativeTheme.themeSource).toBe('light')
  expect(first.window.background).toBe('#f5f6f8')
  await first.page.evaluate(() => window.tandem!.call('settings.save', { theme: 'dark' }))
  await expect.poll(() => first.window.background).toBe('#121417')
  await first.quit()
  const second = await start({ languages: ['en-GB'] })
  expect(second.window.options.backgroundColor).toBe('#121417')
})

test('asked for from outside, the window is shown, or opened anew where it was closed', async ({ start }) => {
  const { standIn, window } = await start()
  window.hide()
  standIn.app.emit('activate')
  expect([window.shown, window.focused]).toEqual([true, 1])
})
