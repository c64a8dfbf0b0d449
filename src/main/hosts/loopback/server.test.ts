import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { eventCount, rawOf } from '../../../../tests/support/database-content.ts'
import { receive } from '../../../../tests/support/deal-commands.ts'
import { inProcessEngine } from '../../../../tests/support/in-process-engine.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { SECURITY_HEADERS } from '../bundle-files.ts'
import { type LoopbackServer, startServer } from './server.ts'
import { Session } from './session.ts'

const MINUTE_MS = 60_000
let app: TestApplication
let server: LoopbackServer
let session: Session
let nowMs: number

beforeEach(async () => {
  app = await openApplication()
  session = new Session()
  nowMs = 1_000
  const page = { bytes: Buffer.from('<html></html>'), type: 'text/html; charset=utf-8' }
  const pages = { find: async (path: string) => (path === '/' ? page : null) }
  server = await startServer(0, { engine: inProcessEngine(app), session, pages, nowMs: () => nowMs })
  onTestFinished(() => server.close())
})

const json = { 'Content-Type': 'application/json' }
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(server.origin + path, {
    method: 'POST',
    headers: { ...json, Origin: server.origin, ...headers },
    body: JSON.stringify(body),
  })

async function token(): Promise<string> {
  const answer = await post('/session', { code: session.newCode(nowMs) })
  return ((await answer.json()) as { value: { token: string } }).value.token
}
const bearer = async () => ({ Authorization: `Bearer ${await token()}` })

test('it listens on 127.0.0.1 and nowhere else', () => {
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

test('a code is exchanged for a token once, and not after ten minutes', async () => {
  const code = session.newCode(nowMs)
  nowMs += 10 * MINUTE_MS
  expect((await post('/session', { code })).status).toBe(401)
  const fresh = session.newCode(nowMs)
  expect((await post('/session', { code: fresh })).status).toBe(200)
  expect((await post('/session', { code: fresh })).status).toBe(401)
  for (const wrong of [{}, { code: 7 }, { code: null }, { code: { toString: 'x' } }]) {
    expect((await post('/session', wrong)).status).toBe(401)
  }
})

test('a call goes through to the application and comes back in the envelope', async () => {
  const headers = await bearer()
  const command = receive()
  const answer = await post(
    '/call',
    { name: 'deals.execute', input: { dealId: null, expectedVersion: null, command } },
    headers,
  )
  expect([answer.status, await answer.json()]).toMatchObject([200, { ok: true }])
  expect(eventCount(rawOf(app))).toBe(1)
  const failed = await post('/call', { name: 'no.such' }, headers)
  expect([failed.status, await failed.json()]).toMatchObject([
    200,
    { ok: false, error: { code: 'NOT_FOUND' } },
  ])
})

test('every answer carries the security headers and none allows another origin', async () => {
  const answers = [
    await fetch(server.origin),
    await post('/call', {}),
    await fetch(`${server.origin}/nowhere`),
  ]
  for (const { headers } of answers) {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name)).toBe(value)
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test('a body of 64 KiB is taken, one byte more is not', async () => {
  const headers = await bearer()
  const sized = (bytes: number) => {
    const empty = JSON.stringify({ name: '' }).length
    return post('/call', { name: 'x'.repeat(bytes - empty) }, headers)
  }
  expect((await sized(64 * 1024)).status).toBe(200)
  expect((await sized(64 * 1024 + 1)).status).toBe(413)
})

test.for(['null', '7', '"text"', '[]', '{', '', '{"name": 7}', '{}', '{"input": {}}'])(
  'the body %s is no call',
  async (body) => {
    const headers = { ...json, Origin: server.origin, ...(await bearer()) }
    expect((await fetch(`${server.origin}/call`, { method: 'POST', headers, body })).status).toBe(400)
  },
)

test('a body nested beyond all reason is no call either, and the host lives on', async () => {
  const headers = { ...json, Origin: server.origin, ...(await bearer()) }
  const body = `{"name":"app.info","input":${'['.repeat(30_000)}${']'.repeat(30_000)}}`
  const answer = await fetch(`${server.origin}/call`, { method: 'POST', headers, body })
  expect(answer.status).toBe(400)
  expect((await post('/call', { name: 'app.info', input: {} }, headers)).status).toBe(200)
})

test('a page that is known is served, one that is not needs a token even to be missing', async () => {
  expect(await (await fetch(server.origin)).text()).toBe('<html></html>')
  expect((await fetch(`${server.origin}/other`)).status).toBe(401)
  expect((await fetch(`${server.origin}/other`, { headers: await bearer() })).status).toBe(404)
})

test('events stream to whoever has the token, until it goes away', async () => {
  expect((await fetch(`${server.origin}/events`)).status).toBe(401)
  const away = new AbortController()
  const stream = await fetch(`${server.origin}/events`, { headers: await bearer(), signal: away.signal })
  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const reader = stream.body!.getReader()
  const next = async () => Buffer.from((await reader.read()).value).toString()
  expect(await next()).toBe(': open\n\n')
  await app.call('settings.save', { theme: 'dark' })
  expect(await next()).toBe('data: {"name":"settings.changed","payload":{}}\n\n')
  nowMs += 60 * MINUTE_MS
  expect(server.idleMs(nowMs)).toBe(0)
  away.abort()
  await expect.poll(() => server.idleMs(nowMs)).toBe(60 * MINUTE_MS)
})

test('it knows how long nobody has been here; those who were turned away do not count', async () => {
  await fetch(server.origin)
  nowMs += MINUTE_MS
  await fetch(server.origin, { headers: { Origin: 'http://evil.example' } })
  expect(server.idleMs(nowMs)).toBe(MINUTE_MS)
})

test('closing ends open streams', async () => {
  const stream = await fetch(`${server.origin}/events`, { headers: await bearer() })
  await server.close()
  const rest = async () => {
    for await (const _chunk of stream.body!);
  }
  await rest().catch(() => {})
  await expect(fetch(server.origin)).rejects.toThrow()
})
