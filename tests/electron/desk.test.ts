import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deskTest as test, expect } from './support/desk.ts'

const WARNED = 'A deal is waiting for your answer | 1 day left.'

test('the deals that need an answer are a number on the icon, words beside it and lines of its menu', async ({
  start,
}) => {
  const desk = await start()
  const caller = await desk.begin()
  expect([desk.tray.tooltip, desk.standIn.app.badge]).toEqual(['Tandem', 0])
  expect(desk.tray.picture).toMatch(/icons\/tray\/tandem\.png$/)

  const { id } = await desk.receive(caller, 'Canary bridge', 2.5)
  await desk.receive(caller, 'Canary harbour', 5.5)
  await desk.receive(caller, 'Canary mill', 5.6)
  await expect.poll(() => desk.standIn.app.badge).toBe(3)
  expect(desk.tray.tooltip).toBe('Tandem · 3 deals need an answer')
  expect(desk.tray.picture).toMatch(/icons\/tray\/tandem-answer\.png$/)
  expect(desk.tray.labels).toEqual([
    ...['Open Tandem', 'New deal', '—', '3 deals need an answer'],
    ...['1 runs out in 2 days', '2 run out in 5 days', '—', 'Quit Tandem'],
  ])

  const page = await desk.page
  desk.tray.choose('1 runs out in 2 days')
  await expect(page).toHaveURL(new RegExp(`/deal/${id}$`))
  desk.tray.choose('2 run out in 5 days')
  await expect(page).toHaveURL(/today$/)
  desk.tray.choose('New deal')
  await expect(page).toHaveURL(/new/)
  await caller.call('deals.execute', {
    dealId: id,
    expectedVersion: null,
    command: { kind: 'decline', reason: 'budget' },
  })
  await expect.poll(() => desk.standIn.app.badge).toBe(2)
  expect(desk.outside).not.toContain('Canary')
})

test('a warning is shown once, not while one looks, and leads to its deal', async ({ start }) => {
  const desk = await start()
  const caller = await desk.begin()
  const watched = await desk.receive(caller, 'Canary before my eyes', 1.2)
  desk.wake()
  const unread = async () => (await caller.call('notifications.list', { unreadOnly: true })).rows
  await expect.poll(async () => (await unread()).length).toBe(1)
  await desk.settle(caller)
  expect(desk.toasts).toEqual([])

  desk.look(true)
  const { id } = await desk.receive(caller, 'Canary behind my back', 1.3)
  desk.wake()
  await expect.poll(() => desk.toasts).toEqual([WARNED])
  expect(desk.outside).not.toContain('Canary')
  desk.standIn.notifications[0]!.emit('click')
  const page = await desk.page
  await expect(page).toHaveURL(new RegExp(`/deal/${id}$`))
  expect(desk.standIn.windows[0]!.isFocused()).toBe(true)
  await expect.poll(async () => (await unread()).map(({ dealId }) => dealId)).toEqual([watched.id])

  desk.look(true)
  await desk.receive(caller, 'Canary late', 2.2)
  await desk.receive(caller, 'Canary later', 2.3)
  desk.wake()
  await expect
    .poll(() => desk.toasts.slice(1))
    .toEqual(['Several things at once | 4 deals need an answer. 2 new notifications.'])
  desk.standIn.notifications[1]!.emit('click')
  await expect(page).toHaveURL(/today$/)
})

test('with messages switched off there are none, and switched on again nothing old comes', async ({
  start,
}) => {
  const desk = await start()
  const caller = await desk.begin()
  await caller.call('settings.save', { toasts: false })
  desk.look(true)
  await desk.receive(caller, 'Canary silent', 1.2)
  desk.wake()
  const unread = async () => (await caller.call('notifications.list', { unreadOnly: true })).unread
  await expect.poll(unread).toBe(1)
  await caller.call('settings.save', { toasts: true })
  await desk.receive(caller, 'Canary loud', 1.3)
  desk.wake()
  await expect.poll(unread).toBe(2)
  await expect.poll(() => desk.toasts).toEqual([WARNED])
})

test('started at login there is no window, but a warning; what was told is not told by the next start', async ({
  start,
}) => {
  const first = await start()
  const caller = await first.begin()
  const { id } = await first.receive(caller, 'Canary overnight', 1.2)
  await first.quit()

  const second = await start({ switches: ['hidden'] })
  await expect.poll(() => second.toasts).toEqual([WARNED])
  expect(second.standIn.app.badge).toBe(1)
  expect(second.standIn.windows).toEqual([])
  const page = await second.nextPage(() => second.standIn.notifications[0]!.emit('click'))
  await expect(page).toHaveURL(new RegExp(`/deal/${id}$`))
  await second.quit()

  const third = await start({ switches: ['hidden'] })
  await expect.poll(() => third.standIn.app.badge).toBe(1)
  const opened = await third.nextPage(() => third.standIn.app.emit('second-instance', {}, []))
  await expect(opened.getByRole('navigation').first()).toBeVisible()
  expect(third.toasts).toEqual([])
})

test('whoever wants it keeps the application running without its window, is told so once, and quits it truly', async ({
  start,
}) => {
  const desk = await start()
  const caller = await desk.begin()
  await caller.call('settings.save', { background: true, locale: 'zh-CN' })
  await expect.poll(() => desk.tray.labels[0]).toBe('打开 Tandem')
  const closeWindow = () => desk.standIn.windows.at(-1)!.close()
  closeWindow()
  await expect.poll(() => desk.toasts).toEqual(['Tandem 仍在运行 | 它会继续提醒你。可通过图标打开或退出。'])
  const page = await desk.nextPage(() => desk.tray.choose('打开 Tandem'))
  await expect(page.getByRole('navigation').first()).toBeVisible()
  closeWindow()
  const again = await desk.nextPage(() => desk.tray.emit('click'))
  await expect(again.getByRole('navigation').first()).toBeVisible()
  expect(desk.toasts).toHaveLength(1)
  closeWindow()
  desk.tray.choose('退出 Tandem')
  expect(await desk.standIn.app.ended).toBe(0)
})

test('without that, it ends with its window', async ({ start }) => {
  const desk = await start()
  await desk.begin()
  desk.standIn.windows[0]!.close()
  expect(await desk.standIn.app.ended).toBe(0)
  expect(desk.toasts).toEqual([])
})

test('opening at login is kept where the desktop looks for it, and nowhere once it is off', async ({
  start,
  folder,
}) => {
  const desk = await start({ packaged: true })
  await desk.begin()
  const page = await desk.page
  const ask = (name: string, input: object) =>
    page.evaluate(([what, given]) => window.tandem!.call(what as string, given as never), [name, input])
  const entry = join(folder, 'autostart/tandem.desktop')
  const off = { ok: true, value: { openAtLogin: false } }
  const on = { ok: true, value: { openAtLogin: true } }
  expect(await ask('host.desk', {})).toEqual(off)
  expect(await ask('host.set-desk', { openAtLogin: true })).toEqual(on)
  expect(readFileSync(entry, 'utf8')).toContain(`Exec=${process.execPath} --hidden\n`)
  expect(await ask('host.desk', {})).toEqual(on)
  expect(await ask('host.set-desk', { openAtLogin: false })).toEqual(off)
  expect(existsSync(entry)).toBe(false)
  expect(await ask('host.set-desk', { openAtLogin: 1 })).toMatchObject({ error: { code: 'INVALID_INPUT' } })
})

test('the settings offer what this computer can do, and show a message to look at', async ({
  start,
  folder,
}) => {
  const desk = await start({ packaged: true })
  await desk.begin()
  const page = await desk.page
  await page.evaluate(() => (location.hash = '#/settings'))
  const section = page.locator('section#desktop')
  await section.getByRole('checkbox', { name: 'Open when you log in' }).check()
  await expect.poll(() => existsSync(join(folder, 'autostart/tandem.desktop'))).toBe(true)
  await section.getByRole('button', { name: 'Show a test notification' }).click()
  await expect(section).toContainText('Sent to the system.')
  expect(desk.toasts).toEqual(['A notification of Tandem | It looks like this. No names, no deals.'])
  await section.getByRole('checkbox', { name: 'Keep running when the window is closed' }).check()
  const kept = await desk.caller(page).call('settings.get', {})
  expect(kept).toMatchObject({ background: true, toasts: true })
})

test('outside of a package nothing can be opened at login', async ({ start }) => {
  const desk = await start()
  const caller = await desk.begin()
  const { capabilities } = await caller.call('app.info', {})
  expect(capabilities).toEqual(expect.arrayContaining(['background', 'toasts']))
  expect(capabilities).not.toContain('login')
})

test('Windows shows the number as a small picture over the button of every window, with words', async ({
  start,
}) => {
  const platform = Object.getOwnPropertyDescriptor(process, 'platform')!
  Object.defineProperty(process, 'platform', { ...platform, value: 'win32' })
  try {
    const desk = await start({ packaged: true })
    const caller = await desk.begin()
    expect(desk.tray.picture).toMatch(/tandem\.ico$/)
    await desk.receive(caller, 'Canary on the taskbar', 3)
    const overlay = () => desk.standIn.windows.at(-1)!.overlay
    await expect.poll(overlay).not.toBeNull()
    expect(overlay()!.picture).toMatch(/icons\/badge\/1\.png$/)
    expect(existsSync(overlay()!.picture!)).toBe(true)
    expect(overlay()!.description).toBe('Tandem · 1 deal needs an answer')
    expect(desk.standIn.app.badge).toBe(0)
    const { capabilities } = await caller.call('app.info', {})
    expect(capabilities).toContain('login')
  } finally {
    Object.defineProperty(process, 'platform', platform)
  }
})
