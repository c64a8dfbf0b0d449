import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FOREIGN_PAGES, OWN_PAGES } from '../../../../../tests/support/corpora/navigations.ts'
import { PAGE_URL, isOwnPage, isOwnRequest } from './origin.ts'

test.each(Object.entries(FOREIGN_PAGES))('%s is not our page', (_what, urls) => {
  expect(urls.filter(isOwnPage)).toEqual([])
})

test('our page is one, wherever in it somebody is', () => {
  expect(OWN_PAGES.filter((url) => !isOwnPage(url))).toEqual([])
})

test('no other address is our page, whatever is added to it', () => {
  const [before, after] = [fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })]
  fc.assert(
    fc.property(before, after, fc.nat(PAGE_URL.length), (start, end, at) => {
      const url = PAGE_URL.slice(0, at) + start + PAGE_URL.slice(at) + end
      const isPage = url.split('#', 1)[0] === PAGE_URL
      if (!isPage) expect(isOwnPage(url)).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})

test('a page asks its own scheme, and for what it holds already; nothing else goes out', () => {
  const own = [
    'app://bundle/assets/index.js',
    'app://bundle/files?name=a%20b.csv',
    'data:image/png;base64,AAAA',
    'blob:app://bundle/0b5e6f0e-0000-4000-8000-000000000000',
  ]
  expect(own.filter((url) => !isOwnRequest(url))).toEqual([])
  const others = [
    'https://evil.invalid/',
    'http://127.0.0.1:9222/json',
    'wss://evil.invalid/',
    'ftp://evil.invalid/',
    'file:///etc/passwd',
    'app://other/index.html',
    'app://bundle:80/index.html',
    'app://somebody@bundle/index.html',
    'blob:https://evil.invalid/0b5e6f0e-0000-4000-8000-000000000000',
    'blob:null/0b5e6f0e-0000-4000-8000-000000000000',
    'filesystem:app://bundle/temporary/x',
    'chrome://gpu',
    'chrome-extension://abcdefghijklmnop/x.js',
    'devtools://devtools/bundled/inspector.html',
    'about:blank',
    '',
  ]
  expect(others.filter(isOwnRequest)).toEqual([])
})
