import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Envelope } from '#shared/errors.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { inProcessEngine } from '../../../../tests/support/in-process-engine.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { type LoopbackServer, startServer } from './server.ts'
import { Session } from './session.ts'

let app: TestApplication
let server: LoopbackServer
let headers: Record<string, string>

beforeEach(async () => {
  app = await openApplication()
  const session = new Session()
  server = await startServer(0, {
    engine: inProcessEngine(app),
    session,
    pages: { find: async () => null },
    nowMs: () => 0,
  })
  onTestFinished(() => server.close())
  const token = session.redeem(session.newCode(0), 0)
  headers = { Authorization: `Bearer ${token}`, Origin: server.origin }
})

async function uploaded(query: string, body: string): Promise<string> {
  const answer = await fetch(`${server.origin}/files${query}`, { method: 'POST', headers, body })
  const envelope = (await answer.json()) as Envelope<{ fileId: string }>
  if (!envelope.ok) throw new Error(envelope.error.code)
  return envelope.value.fileId
}

test('a file goes in under a name and comes out as it was, to be saved under that name', async () => {
  const fileId = await uploaded('?name=%E4%BA%A4%E6%98%93.csv', 'a,b\r\n')
  const answer = await fetch(`${server.origin}/files/${fileId}`, { headers })
  expect(await answer.text()).toBe('a,b\r\n')
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="__.csv"; filename*=UTF-8''%E4%BA%A4%E6%98%93.csv`,
  )
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
})

test.for([
  ['', 'file'],
  ['?name=', 'file'],
  ['?name=..%2F..%2Fescape', '../../escape'],
  [`?name=${'x'.repeat(500)}`, 'x'.repeat(200)],
  ['?name=a%00b%0d%0ac.csv', 'abc.csv'],
])('a name such as %j is kept as %j', async ([query, name]) => {
  const fileId = await uploaded(query!, 'x')
  expect(await app.files.find(fileId)).toMatchObject({ name, bytes: 1 })
})

test('a name that would end in half a letter ends before it', async () => {
  const fileId = await uploaded(`?name=${'x'.repeat(199)}${encodeURIComponent('😀')}`, 'x')
  const { name } = (await app.files.find(fileId))!
  expect(name).toBe('x'.repeat(199))
})

test.for([
  '01890000-0000-7000-8000-000000000000',
  'x',
  '..%2F..%2Ftandem.db',
  '01890000-0000-7000-8000-000000000000.name',
])('there is no file %s', async (id) => {
  expect((await fetch(`${server.origin}/files/${id}`, { headers })).status).toBe(404)
})

test('without a token nothing goes in and nothing comes out', async () => {
  const fileId = await uploaded('?name=a', 'x')
  const origin = { Origin: server.origin }
  expect((await fetch(`${server.origin}/files/${fileId}`)).status).toBe(401)
  expect(
    (await fetch(`${server.origin}/files?name=b`, { method: 'POST', headers: origin, body: 'y' })).status,
  ).toBe(401)
  expect(readdirSync(join(app.dataDir, 'files'))).toHaveLength(2)
})

test('an upload that breaks off leaves nothing', async () => {
  const away = new AbortController()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(Buffer.from('half'))
      setImmediate(() => away.abort())
    },
  })
  const options = { method: 'POST', headers, body, duplex: 'half', signal: away.signal } as RequestInit
  await expect(fetch(`${server.origin}/files?name=half`, options)).rejects.toThrow()
  const kept = () => (app.dataDir ? readdirSync(app.dataDir, { recursive: true }) : [])
  await expect.poll(() => kept().filter((name) => String(name).includes('files/'))).toEqual([])
})
