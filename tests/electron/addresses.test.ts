import fc from 'fast-check'
import { FOREIGN_PAGES, OWN_PAGES } from '../support/corpora/navigations.ts'
import { LEAVING, STAYING } from '../support/corpora/outside.ts'
import { TRAVERSALS } from '../support/corpora/traversals.ts'
import { Preventable } from './stand-in/preventable.ts'
import { type OwnStandIn, expect, standInTest as test } from './support/test.ts'

const FOREIGN = Object.values(FOREIGN_PAGES).flat()
const STAY = Object.values(STAYING).flat()

/** Asks the built protocol handler. Null: no request has such an address, in Chromium or here. */
async function ask(standIn: OwnStandIn, url: string, init?: RequestInit): Promise<Response | null> {
  let request: Request
  try {
    request = new Request(url, init)
  } catch {
    return null
  }
  return standIn.session.defaultSession.handlers.get('app')!(request)
}

test('the corpora are as large as promised', () => {
  const sizes = `${TRAVERSALS.length} traversals, ${FOREIGN.length} pages of others, ${STAY.length} that stay, ${LEAVING.length} that leave`
  process.stdout.write(`  ${sizes}\n`)
  for (const corpus of [TRAVERSALS, FOREIGN, STAY]) expect(new Set(corpus).size).toBe(corpus.length)
  expect(TRAVERSALS.length).toBeGreaterThanOrEqual(200)
  expect(FOREIGN.length).toBeGreaterThanOrEqual(40)
  expect(STAY.length).toBeGreaterThanOrEqual(60)
})

test('two hundred ways to ask for something else find nothing, and the policy stands on every answer', async ({
  standIn,
}) => {
  const page = await ask(standIn, 'app://bundle/index.html')
  const policy = page!.headers.get('content-security-policy')
  expect([page!.status, policy]).toEqual([200, expect.stringContaining("default-src 'none'")])
  let asked = 0
  for (const url of TRAVERSALS) {
    const answer = await ask(standIn, url)
    if (answer === null) continue
    asked += 1
    expect(answer.status, url.slice(0, 200)).toBe(404)
    expect(await answer.text(), url.slice(0, 200)).toBe('')
    expect(answer.headers.get('content-security-policy')).toBe(policy)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
  process.stdout.write(`  ${asked} of ${TRAVERSALS.length} can be asked for\n`)
  expect(asked).toBeGreaterThanOrEqual(200)
})

test('whatever path is asked for, only what was built is served', async ({ standIn }) => {
  const built = new Set(['/', '/index.html'])
  const piece = fc.oneof(
    fc.constantFrom('..', '.', '%2e%2e', '%2f', '\\', 'index.html', 'assets', 'files', '', '?', '%00'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const url = URL.parse(`app://bundle/${pieces.join('/')}`)
      fc.pre(url !== null && !built.has(url.pathname + url.search))
      const answer = await ask(standIn, url.href)
      expect(answer?.status ?? 404).toBe(404)
    }),
    { numRuns: 500 },
  )
})

test('pages are read, and files handed over by POST to one address: no other method is answered', async ({
  standIn,
}) => {
  for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
    for (const path of ['/index.html', '/tandem.db', '/files', '/files?other=x']) {
      const answer = await ask(standIn, `app://bundle${path}`, { method })
      expect(answer!.status, `${method} ${path}`).toBe(405)
      expect(answer!.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  }
})

const gone = (standIn: OwnStandIn, name: string, url: string, isMainFrame = true): boolean => {
  const event = Object.assign(new Preventable(), { url, isMainFrame })
  standIn.windows[0]!.webContents.emit(name, event, url)
  return !event.defaultPrevented
}

test('no page leaves for a foreign address, by whatever way; within itself it goes anywhere', ({
  standIn,
}) => {
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    expect(
      FOREIGN.filter((url) => gone(standIn, name, url)),
      name,
    ).toEqual([])
    expect(
      OWN_PAGES.filter((url) => !gone(standIn, name, url)),
      name,
    ).toEqual([])
    // A frame inside of a page goes nowhere at all.
    expect(
      [...FOREIGN, ...OWN_PAGES].filter((url) => gone(standIn, name, url, false)),
      name,
    ).toEqual([])
  }
})

test('what may not leave is handed to no program, from a link or a window that opens', async ({
  standIn,
}) => {
  const { webContents } = standIn.windows[0]!
  for (const url of [...STAY, ...FOREIGN.filter((each) => !/^(mailto|tel):/.test(each))]) {
    gone(standIn, 'will-navigate', url)
    expect(webContents.mayOpen(url), url).toBe(false)
  }
  expect(standIn.shell.opened).toEqual([])
})

test('what may leave opens outside while the page stays, and not without end', async ({ standIn }) => {
  const { webContents } = standIn.windows[0]!
  for (const url of LEAVING) expect(gone(standIn, 'will-navigate', url), url).toBe(false)
  expect(standIn.shell.opened).toEqual(LEAVING)
  for (const url of LEAVING) expect(webContents.mayOpen(url), url).toBe(false)
  expect(standIn.shell.opened).toEqual([...LEAVING, ...LEAVING].slice(0, 10))
})

test('a click on a link in real Chromium opens it outside, once, and the page stays', async ({ standIn }) => {
  const page = await standIn.page
  await page.waitForURL(/#\/today$/)
  const address = page.url()
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://learn.microsoft.com/en-us/partner-center/'
    link.click()
  })
  await expect.poll(() => standIn.shell.opened).toEqual(['https://learn.microsoft.com/en-us/partner-center/'])
  expect(page.url()).toBe(address)
})

test('also what the policy of a page would let through does not leave our scheme', async ({ standIn }) => {
  const { defaultSession } = standIn.session
  for (const url of ['https://evil.invalid/', 'http://127.0.0.1/', 'file:///etc/passwd', 'app://other/x']) {
    expect(await defaultSession.answer({ url, method: 'GET', headers: {}, body: null }), url).toBeNull()
  }
  expect(defaultSession.outside).toEqual([])
})

test('a window that prints, and a page that is none of ours, open nothing outside', ({ standIn }) => {
  const { BrowserWindow } = standIn.exports as {
    BrowserWindow: new (options: object) => (typeof standIn.windows)[0]
  }
  const stranger = new BrowserWindow({ show: false })
  const event = Object.assign(new Preventable(), { url: 'mailto:ana@example.org', isMainFrame: true })
  stranger.webContents.emit('will-navigate', event, event.url)
  expect([event.defaultPrevented, standIn.shell.opened]).toEqual([true, []])
  stranger.destroy()
})

test('a webview is attached by nobody, whatever it asks for', ({ standIn }) => {
  for (const src of ['', 'app://bundle/index.html', 'https://evil.invalid/', 'file:///etc/passwd']) {
    const event = new Preventable()
    standIn.windows[0]!.webContents.emit('will-attach-webview', event, {}, { src })
    expect(event.defaultPrevented, src).toBe(true)
  }
})
