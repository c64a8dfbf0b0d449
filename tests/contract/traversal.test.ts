import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestBytes, sendRaw } from '../support/raw-request.ts'
import { type TestHost, startTestHost } from '../support/test-host.ts'
import { loopbackClient } from './loopback-client.ts'

let host: TestHost
let port: number
let page: string

beforeAll(async () => {
  host = await startTestHost('contract-traversal')
  port = Number(new URL(host.origin).port)
  page = (await get('/', false)).body
}, 120_000)
afterAll(() => host.end())

/** Ways to write "one folder up", plain and disguised, and of joining folders. */
const UPS = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%00', '....', '．．', '%c0%ae%c0%ae', '..;', '.. ']
const JOINS = ['/', '%2f', '%5c', '\\', '//', '%252f']
const TARGETS = ['package.json', 'main/engine.js', 'renderer/../main/loopback.js', 'etc/passwd', 'tandem.db']
const STARTS = ['/', '/assets/', '/files/', '/files/01890000-0000-7000-8000-000000000000/', '//', '/%2e/']

const paths = STARTS.flatMap((start) =>
  UPS.flatMap((up) =>
    JOINS.map((join, index) => {
      const depth = 1 + ((index + up.length) % 4)
      return (
        start + Array.from({ length: depth }, () => up + join).join('') + TARGETS[(index + start.length) % 5]!
      )
    }),
  ),
)

async function get(path: string, token: boolean) {
  const headers: [string, string][] = [
    ['Host', `127.0.0.1:${port}`],
    ['Connection', 'close'],
  ]
  if (token) headers.push(['Authorization', `Bearer ${host.token}`], ['Origin', host.origin])
  return sendRaw(port, requestBytes(`GET ${path} HTTP/1.1`, headers))
}

test('there are hundreds of ways to ask for what is not there', () => {
  expect(new Set(paths).size).toBeGreaterThan(300)
})

test.for([true, false])('none of them gets a file, with or without the token (%s)', async (token) => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_, lane) => {
      const own = []
      for (const path of paths.filter((_path, index) => index % 12 === lane))
        own.push([path, await get(path, token)] as const)
      return own
    }),
  )
  for (const [path, { status, body }] of answers.flat()) {
    expect([400, 401, 404], path).toContain(status)
    expect(body, path).not.toMatch(/tandem"|root:|SQLite format/)
  }
})

test.for(['/', '/index.html'])('%s is the page itself', async (path) => {
  const { status, body } = await get(path, false)
  expect([status, body]).toEqual([200, page])
})

test.for([
  '/./index.html',
  '/assets/../index.html',
  '/%2e/index.html',
  '/?query',
  '/index.html?',
  '/INDEX.HTML',
])('%s is nobody’s: a page has one spelling', async (path) => {
  expect([(await get(path, false)).status, (await get(path, true)).status]).toEqual([401, 404])
})

test.for([
  '//',
  '/\u0000',
  '/%',
  '/%zz',
  'http://evil.example/',
  'http://[/',
  '*',
  '/\\..\\..\\package.json',
  '///',
])('asking for %j is answered with a refusal or the page, never with a failure', async (path) => {
  const { status } = await get(path, true)
  expect([200, 400, 404]).toContain(status)
})

test('only files of ours have an id: a file that was laid beside them cannot be asked for', async () => {
  const folder = join(host.dataDir, 'files')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  for (const name of ['secret.txt', 'secret', '../tandem.db', '%2e%2e/tandem.db']) {
    expect((await get(`/files/${name}`, true)).status).toBe(404)
  }
})

test('after all that the host still serves', async () => {
  expect((await loopbackClient(host).call('app.info', {})).name).toBe('Tandem')
})
