import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/folder.ts'
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS, openBundle } from './bundle-files.ts'
import { MANIFEST_FILE, manifestOf } from './bundle-manifest.ts'

function built() {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<html></html>')
  writeFileSync(join(folder, 'assets/app.js'), 'run()')
  writeFileSync(join(folder, 'licences.json'), '[]')
  writeFileSync(join(folder, 'assets/app.js.map'), '{}')
  writeFileSync(join(folder, '.env'), 'secret')
  writeFileSync(join(folder, MANIFEST_FILE), JSON.stringify(manifestOf(folder)))
  const damaged: string[] = []
  return { folder, damaged, pages: openBundle(folder, (path) => damaged.push(path)) }
}

test('the manifest names what pages need, by path, type, size and content', () => {
  const { folder } = built()
  expect(manifestOf(folder)).toEqual([
    {
      path: '/assets/app.js',
      type: 'text/javascript; charset=utf-8',
      bytes: 5,
      sha256: '02fcae88bd120f599563734dc51f95daea3e96193a44c16bcad5a646de82ac94',
    },
    {
      path: '/index.html',
      type: 'text/html; charset=utf-8',
      bytes: 13,
      sha256: 'b633a587c652d02386c4f16f8c6f6aab7352d97f16367c3c40576214372dd628',
    },
    {
      path: '/licences.json',
      type: 'application/json; charset=utf-8',
      bytes: 2,
      sha256: '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945',
    },
  ])
})

test('the screens are known by their paths, with their types', async () => {
  const { pages } = built()
  expect(await pages.find('/assets/app.js')).toMatchObject({ type: 'text/javascript; charset=utf-8' })
  expect((await pages.find('/'))!.bytes.toString()).toBe('<html></html>')
})

test('there is nothing to traverse: no other spelling of a path is known', async () => {
  const { pages, damaged } = built()
  for (const path of [
    '/../.env',
    '/.env',
    '/assets/../index.html',
    '//index.html',
    '/assets/',
    '/assets/app.js.map',
    '/INDEX.HTML',
    `/${MANIFEST_FILE}`,
    '',
  ]) {
    expect(await pages.find(path), path).toBeNull()
  }
  expect(damaged).toEqual([])
})

test('a file that is not as it was built is refused, and what was read before stays', async () => {
  const { folder, pages, damaged } = built()
  await pages.find('/index.html')
  writeFileSync(join(folder, 'index.html'), '<html>changed</html>')
  writeFileSync(join(folder, 'assets/app.js'), 'evil()')
  expect(await pages.find('/assets/app.js')).toBeNull()
  expect((await pages.find('/index.html'))!.bytes.toString()).toBe('<html></html>')
  expect(damaged).toEqual(['/assets/app.js'])
})

test('pages may load from themselves alone, and nothing inline', () => {
  const rules = new Map(CONTENT_SECURITY_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule]))
  expect(rules.get('default-src')).toBe(`default-src 'none'`)
  expect(rules.get('script-src')).toBe(`script-src 'self'`)
  expect(rules.get('frame-ancestors')).toBe(`frame-ancestors 'none'`)
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/)
  expect(SECURITY_HEADERS).toMatchObject({
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  })
})
