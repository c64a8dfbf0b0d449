import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/folder.ts'
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS, readBundle } from './bundle-files.ts'

function bundle() {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<html></html>')
  writeFileSync(join(folder, 'assets/app.js'), 'run()')
  writeFileSync(join(folder, 'assets/app.js.map'), '{}')
  writeFileSync(join(folder, '.env'), 'secret')
  return readBundle(folder)
}

test('the screens are known by their paths, with their types', () => {
  const files = bundle()
  expect([...files.keys()].sort()).toEqual(['/', '/assets/app.js', '/index.html'])
  expect(files.get('/assets/app.js')!.type).toBe('text/javascript; charset=utf-8')
  expect(files.get('/')!.bytes.toString()).toBe('<html></html>')
})

test('there is nothing to traverse: no other spelling of a path is known', () => {
  const files = bundle()
  for (const path of [
    '/../.env',
    '/.env',
    '/assets/../index.html',
    '//index.html',
    '/assets/',
    '/INDEX.HTML',
  ]) {
    expect(files.get(path), path).toBeUndefined()
  }
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
