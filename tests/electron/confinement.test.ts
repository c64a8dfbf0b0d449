import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CALL_CHANNEL } from '#shared/ipc/channels.ts'
import { runOn } from './stand-in/run.ts'
import { expect, standInOn, standInTest as test } from './support/test.ts'

const OWN_PAGE = 'app://bundle/index.html'
const profile = { companyName: 'Kestrel Cloud' }
const refused = { value: { ok: false, error: { code: 'NOT_FOUND' } } }

test('a window is sandboxed, isolated and without Node', async ({ standIn }) => {
  expect(standIn.app.sandboxed).toBe(true)
  expect(standIn.protocol.schemes).toEqual(['app'])
  expect(standIn.app.userModelId).toBe('app.tandem.desktop')
  expect(standIn.windows).toHaveLength(1)
  const { preload, ...preferences } = standIn.windows[0]!.options.webPreferences!
  expect(existsSync(preload!)).toBe(true)
  expect(preferences).toEqual({
    contextIsolation: true,
    devTools: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: false,
    webviewTag: false,
  })
  await expect.poll(() => standIn.windows[0]!.shown).toBe(true)
})

test('the page gets one frozen object with two functions', async ({ standIn }) => {
  const page = await standIn.page
  const seen = await page.evaluate(() => ({
    names: Object.keys(window.tandem!).sort(),
    frozen: Object.isFrozen(window.tandem),
    node: typeof (globalThis as { require?: unknown }).require,
  }))
  expect(seen).toEqual({ names: ['call', 'subscribe'], frozen: true, node: 'undefined' })
})

test('a call is heard from the top frame of our own page in our own window, and from nowhere else', async ({
  standIn,
}) => {
  const sender = standIn.windows[0]!.webContents
  const call = (event: unknown) => standIn.ipcMain.invoke(CALL_CHANNEL, event, ['profile.save', profile])
  const strangers = [
    { sender, senderFrame: { url: 'https://evil.invalid/index.html', parent: null } },
    { sender, senderFrame: { url: 'app://other/index.html', parent: null } },
    { sender, senderFrame: { url: 'file:///etc/passwd', parent: null } },
    { sender, senderFrame: { url: 'not an address', parent: null } },
    { sender, senderFrame: { url: OWN_PAGE, parent: { url: OWN_PAGE } } },
    { sender: { id: 99 }, senderFrame: { url: OWN_PAGE, parent: null } },
    { sender, senderFrame: null },
    { sender, senderFrame: { url: OWN_PAGE, parent: undefined } },
    { sender: { id: undefined }, senderFrame: { url: OWN_PAGE, parent: null } },
    { senderFrame: { url: OWN_PAGE, parent: null } },
    {
      sender,
      // What is asked of a frame that was disposed of throws.
      senderFrame: {
        parent: null,
        get url(): string {
          throw new Error('Render frame was disposed before WebFrameMain could be accessed')
        },
      },
    },
    {
      sender,
      get senderFrame(): object {
        throw new Error('Object has been destroyed')
      },
    },
  ]
  for (const event of strangers) expect(await call(event)).toMatchObject(refused)

  const own = { sender, senderFrame: { url: OWN_PAGE, parent: null } }
  expect(await standIn.ipcMain.invoke(CALL_CHANNEL, own, [{ name: 'profile.save' }, profile])).toMatchObject(
    refused,
  )
  const untouched = { value: { ok: true, value: { configured: false, companyName: '' } } }
  expect(await standIn.ipcMain.invoke(CALL_CHANNEL, own, ['profile.get', {}])).toMatchObject(untouched)
  // The same call from where it may come: it would have written.
  expect(await call(own)).toMatchObject({ value: { ok: true, value: { companyName: 'Kestrel Cloud' } } })
})

test('a page stays where it is: no navigation, no new window, nothing from outside', async ({ standIn }) => {
  const page = await standIn.page
  await page.waitForURL(/#\/today$/)
  const address = page.url()
  await page.evaluate(() => (location.href = 'https://evil.invalid/'))
  await page.evaluate(() => window.open('https://evil.invalid/'))
  await expect
    .poll(() => standIn.windows[0]!.webContents.popups)
    .toEqual([{ url: 'https://evil.invalid/', action: 'deny' }])
  expect(page.url()).toBe(address)
  const reached = await page.evaluate(() =>
    fetch('https://evil.invalid/').then(
      () => 'reached',
      () => 'stopped',
    ),
  )
  expect(reached).toBe('stopped')
  // The policy of the page stops it before it is even asked for.
  expect(standIn.session.defaultSession.outside).toEqual([])
})

test('a second start shows the window of the first and ends', async ({ standIn, dataDir, browser }) => {
  const second = standInOn(await browser.newContext(), dataDir, { first: false })
  await runOn(second)
  expect(await second.app.ended).toBe(0)
  expect(second.windows).toEqual([])
  standIn.app.emit('second-instance', {}, ['tandem'], '/')
  expect(standIn.windows[0]!.focused).toBe(1)
})

test('a data folder in use is refused with words, and the first application goes on', async ({
  standIn,
  dataDir,
  browser,
}) => {
  const second = standInOn(await browser.newContext(), dataDir)
  await runOn(second)
  expect(await second.app.ended).toBe(1)
  expect(second.dialog.errors).toEqual([
    'Tandem: Tandem is already open with this data folder. Use the window that is open, or close it first.',
  ])
  const page = await standIn.page
  const info = await page.evaluate(() => window.tandem!.call('app.info', {}))
  expect(info).toMatchObject({ ok: true })
})

test('closing the window ends the application with its database checkpointed', async ({
  standIn,
  dataDir,
}) => {
  const page = await standIn.page
  await expect.poll(() => existsSync(join(dataDir, 'tandem.db-wal'))).toBe(true)
  await page.close()
  expect(await standIn.app.ended).toBe(0)
  expect(existsSync(join(dataDir, 'tandem.db'))).toBe(true)
  expect(existsSync(join(dataDir, 'tandem.db-wal'))).toBe(false)
})

test('waking up and turning to the window look at the clock again', async ({ standIn }) => {
  expect(standIn.powerMonitor.listenerCount('resume')).toBe(1)
  expect(standIn.powerMonitor.listenerCount('unlock-screen')).toBe(1)
  expect(standIn.app.listenerCount('browser-window-focus')).toBe(1)
  standIn.powerMonitor.emit('resume')
  standIn.app.emit('browser-window-focus')
  const page = await standIn.page
  expect(await page.evaluate(() => window.tandem!.call('app.info', {}))).toMatchObject({ ok: true })
})

test('the menu offers no developer tools and no reload', ({ standIn }) => {
  const roles = standIn.menu.template.flatMap(({ role, submenu }) => [
    role,
    ...(Array.isArray(submenu) ? submenu.map((item) => item.role) : []),
  ])
  expect(roles).toContain('selectAll')
  expect(roles).not.toContain('toggleDevTools')
  expect(roles).not.toContain('reload')
  expect(roles).not.toContain('forceReload')
})
