import { runOn } from './stand-in/run.ts'
import { PERSONAL, expectWhole, logged, startAgain } from './support/left-behind.ts'
import { type StartedStandIn, expect, standInOn, startsTest as test } from './support/test.ts'

type End = (started: StartedStandIn) => void

/** Every way to the end that the application hears of by an event. */
const ENDS: Readonly<Record<string, End>> = {
  'a person quits': ({ standIn }) => standIn.app.quit(),
  'the last window closes': ({ window }) => window.close(),
  'the computer shuts down': ({ standIn }) => standIn.powerMonitor.emit('shutdown', preventable()),
  'the session of the user ends': ({ window }) => window.emit('session-end', { reasons: ['shutdown'] }),
}

const preventable = () => {
  const event = { prevented: false, preventDefault: () => void (event.prevented = true) }
  return event
}

const names = Object.keys(ENDS)
const twice = names.map((name) => [name, name] as const)
const both = names.flatMap((name, index) => names.slice(index + 1).map((other) => [name, other] as const))

test.describe('however often it is told, the application comes to one clean end', () => {
  for (const ways of [...names.map((name) => [name] as const), ...twice, ...both]) {
    test(ways.join(', and '), async ({ start, context, dataDir }) => {
      const started = await start()
      await started.page.evaluate((profile) => window.tandem!.call('profile.save', profile), PERSONAL)
      let quits = 0
      started.standIn.app.on('quit', () => (quits += 1))
      for (const way of ways) ENDS[way]!(started)
      expect(await started.standIn.app.ended).toBe(0)
      expect(quits).toBeGreaterThan(0)
      expect(started.standIn.dialog.errors).toEqual([])
      expectWhole(dataDir)
      expect(await startAgain(context, dataDir)).toBe(PERSONAL.companyName)
      expect(logged(dataDir)).toEqual([])
    })
  }
})

test('a system that shuts down is asked to wait for the end', async ({ start, dataDir }) => {
  const { standIn } = await start()
  const event = preventable()
  standIn.powerMonitor.emit('shutdown', event)
  expect(event.prevented).toBe(true)
  expect(await standIn.app.ended).toBe(0)
  expectWhole(dataDir)
})

test('the session of the user ends with the database closed before Windows is answered', async ({
  start,
  dataDir,
}) => {
  const { standIn, window } = await start()
  window.emit('session-end', { reasons: ['logoff'] })
  // Nothing is awaited here: what is not done now would not be done at all.
  expectWhole(dataDir)
  expect(await standIn.app.ended).toBe(0)
})

test.describe('a quit while the application starts leaves the folder free', () => {
  const moments: Readonly<Record<string, string | null>> = {
    'before it is ready': null,
    'the moment it is ready': 'ready',
    'with its window made and its engine on its way': 'browser-window-created',
  }
  for (const [name, event] of Object.entries(moments)) {
    test(name, async ({ context, dataDir }) => {
      const standIn = standInOn(context, dataDir)
      if (event !== null) standIn.app.once(event, () => setImmediate(() => standIn.app.quit()))
      await runOn(standIn)
      if (event === null) standIn.app.quit()
      expect(await standIn.app.ended).toBe(0)
      expect(standIn.windows.filter(({ shown }) => shown)).toEqual([])
      expect(standIn.dialog.errors).toEqual([])
      expect(await startAgain(context, dataDir)).toBe('')
      expectWhole(dataDir)
      expect(logged(dataDir)).toEqual([])
    })
  }
})

test.describe('on a Mac', () => {
  const real = process.platform
  test.beforeEach(() => void Object.defineProperty(process, 'platform', { value: 'darwin' }))
  test.afterEach(() => void Object.defineProperty(process, 'platform', { value: real }))

  test('closing the last window ends nothing, and it opens again when asked for', async ({
    start,
    dataDir,
  }) => {
    const started = await start()
    const { standIn, window } = started
    window.close()
    expect(window.isDestroyed()).toBe(true)
    standIn.app.emit('activate')
    await expect.poll(() => standIn.windows.map(({ shown }) => shown)).toEqual([true, true])
    await started.quit()
    expectWhole(dataDir)
    expect(logged(dataDir)).toEqual([])
  })
})

test('what a page asks while the application ends is answered, and nothing of it is logged', async ({
  start,
  context,
  dataDir,
}) => {
  const { standIn, window: shown, page } = await start()
  // A window that refuses to go is there until the end.
  shown.on('close', (event: Event) => event.preventDefault())
  const answers = page.evaluate(async (profile) => {
    const asked = Array.from({ length: 50 }, () => window.tandem!.call('profile.save', profile))
    return (await Promise.all(asked)).map(({ ok }) => ok)
  }, PERSONAL)
  await expect
    .poll(() => page.evaluate(() => window.tandem!.call('profile.get', {})))
    .toMatchObject({
      value: PERSONAL,
    })
  standIn.app.emit('will-quit', preventable())
  expect(shown.isVisible()).toBe(false)
  await answers.catch(() => [])
  expect(await standIn.app.ended).toBe(0)
  expectWhole(dataDir)
  expect(await startAgain(context, dataDir)).toBe(PERSONAL.companyName)
  expect(logged(dataDir)).toEqual([])
})
