import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receive } from '../support/deal-commands.ts'
import { type RawAnswer, requestBytes, sendRaw } from '../support/raw-request.ts'
import { type TestHost, startTestHost } from '../support/test-host.ts'
import { loopbackClient } from './loopback-client.ts'

type Header = readonly [name: string, value: string]

let host: TestHost
let port: number

beforeAll(async () => {
  host = await startTestHost('contract-security')
  port = Number(new URL(host.origin).port)
}, 120_000)
afterAll(() => host.end())

const events = async () => (await loopbackClient(host).call('app.info', {})).counts.events

/** A call that would write, if anybody let it through. */
const WRITE = JSON.stringify({
  name: 'deals.execute',
  input: { dealId: null, expectedVersion: null, command: receive() },
})

/** The headers of a call from our own page; `without` drops some, `more` adds some. */
const headers = (without: readonly string[] = [], more: readonly Header[] = [], body = WRITE): Header[] => {
  const own: Header[] = [
    ['Host', `127.0.0.1:${port}`],
    ['Origin', host.origin],
    ['Authorization', `Bearer ${host.token}`],
    ['Content-Type', 'application/json'],
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Connection', 'close'],
  ]
  return [...own.filter(([name]) => !without.includes(name)), ...more]
}

const post = (path: string, sent: readonly Header[], body = WRITE) =>
  sendRaw(port, requestBytes(`POST ${path} HTTP/1.1`, sent, body))

/** Sends something that must be turned away: by its status, without a write, and the host lives on. */
async function refused(
  status: number | readonly number[],
  send: () => Promise<RawAnswer>,
): Promise<RawAnswer> {
  const before = await events()
  const answer = await send()
  expect([status].flat()).toContain(answer.status)
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  expect(answer.body).not.toContain('"ok":true')
  expect(await events()).toBe(before)
  return answer
}

test('the very same call from our own page is carried out: what follows is refused for its own sake', async () => {
  const before = await events()
  const answer = await post('/call', headers())
  expect([answer.status, answer.body]).toEqual([200, expect.stringContaining('"ok":true')])
  expect(await events()).toBe(before + 1)
})

const REPLACED: [string, string, readonly Header[], number][] = [
  ['no token', 'Authorization', [], 401],
  ['a wrong token', 'Authorization', [['Authorization', `Bearer ${'A'.repeat(43)}`]], 401],
  ['an empty token', 'Authorization', [['Authorization', 'Bearer ']], 401],
  ['another scheme', 'Authorization', [['Authorization', 'Basic dGFuZGVtOng=']], 401],
  ['a cookie in place of a token', 'Authorization', [['Cookie', 'token=x']], 401],
  ['no Host', 'Host', [], 400],
  ['an empty Host', 'Host', [['Host', '']], 403],
  ['the Host of a rebound page', 'Host', [['Host', 'evil.example']], 403],
  ['the Host of a local service', 'Host', [['Host', '127.0.0.1']], 403],
  ['the Host of another port', 'Host', [['Host', '127.0.0.1:1']], 403],
  ['a foreign Origin', 'Origin', [['Origin', 'http://evil.example']], 403],
  ['an opaque Origin', 'Origin', [['Origin', 'null']], 403],
  ['no Origin', 'Origin', [], 403],
  ['a secure Origin', 'Origin', [['Origin', 'https://127.0.0.1']], 403],
  ['plain text', 'Content-Type', [['Content-Type', 'text/plain']], 415],
  ['a form', 'Content-Type', [['Content-Type', 'application/x-www-form-urlencoded']], 415],
  ['a multipart form', 'Content-Type', [['Content-Type', 'multipart/form-data; boundary=x']], 415],
  ['no type', 'Content-Type', [], 415],
  ['a cross-site fetch', '', [['Sec-Fetch-Site', 'cross-site']], 403],
  ['a same-site fetch', '', [['Sec-Fetch-Site', 'same-site']], 403],
  ['a fetch of nobody’s', '', [['Sec-Fetch-Site', 'none']], 403],
]

test.for(REPLACED)('a call with %s is refused', async ([, without, more, status]) => {
  await refused(status, () => post('/call', headers([without], more)))
})

test.for(['localhost', '127.1', '[::1]', '127.0.0.1.', 'LOCALHOST', '2130706433', '0.0.0.0'])(
  'a call to %s is refused: the address has one spelling',
  async (name) => {
    await refused(403, () => post('/call', headers(['Host'], [['Host', `${name}:${port}`]])))
  },
)

test('a Host that stands twice is refused, whichever comes first', async () => {
  const evil: Header = ['host', 'evil.example']
  await refused(400, () => post('/call', headers([], [evil])))
  await refused(400, () => post('/call', [evil, ...headers()]))
  await refused(400, () => post('/call', headers([], [['HOST', `127.0.0.1:${port}`]])))
})

test('an Origin that only begins like ours, or stands twice, is refused', async () => {
  for (const origin of [`${host.origin}.evil.example`, `${host.origin}/`, `${host.origin}0`]) {
    await refused(403, () => post('/call', headers(['Origin'], [['Origin', origin]])))
  }
  const evil: Header = ['Origin', 'http://evil.example']
  await refused(403, () => post('/call', [evil, ...headers()]))
})

test('a call in an old version of the protocol, without a Host, is refused', async () => {
  await refused(400, () => sendRaw(port, requestBytes('POST /call HTTP/1.0', headers(['Host']), WRITE)))
})

test.for(['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'TRACE', 'OPTIONS'])(
  '%s /call is refused',
  async (method) => {
    await refused([403, 404, 405], () =>
      sendRaw(port, requestBytes(`${method} /call HTTP/1.1`, headers(), WRITE)),
    )
  },
)

test('a preflight gets no permission', async () => {
  const preflight: Header[] = [
    ['Host', `127.0.0.1:${port}`],
    ['Origin', 'http://evil.example'],
    ['Access-Control-Request-Method', 'POST'],
    ['Access-Control-Request-Headers', 'authorization,content-type'],
    ['Access-Control-Request-Private-Network', 'true'],
    ['Connection', 'close'],
  ]
  await refused(403, () => sendRaw(port, requestBytes('OPTIONS /call HTTP/1.1', preflight)))
})

test('a body of 65 KiB is refused, announced or not', async () => {
  const body = JSON.stringify({ name: 'app.info', input: 'x'.repeat(65 * 1024) })
  await refused(413, () => post('/call', headers([], [], body), body))
  const chunked: Header[] = headers(['Content-Length'], [['Transfer-Encoding', 'chunked']])
  const chunk = `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`
  await refused(413, () => post('/call', chunked, chunk))
})

test('headers of 9 KiB are refused', async () => {
  await refused(431, () => post('/call', headers([], [['X-Large', 'x'.repeat(9 * 1024)]])))
})

test('two lengths, or a length and chunks, are refused', async () => {
  await refused(400, () => post('/call', headers([], [['Content-Length', '5']])))
  await refused(400, () => post('/call', headers([], [['Transfer-Encoding', 'chunked']])))
})

test('a code that was used, or was never given, opens nothing', async () => {
  for (const code of [host.code, '', 'x', host.token, null]) {
    const body = JSON.stringify({ code })
    await refused(401, () => post('/session', headers(['Authorization'], [], body), body))
  }
})

test.for(['/events', '/files/01890000-0000-7000-8000-000000000000', '/call', '/session', '/nowhere'])(
  'GET %s without a token is refused',
  async (path) => {
    const bare: Header[] = [
      ['Host', `127.0.0.1:${port}`],
      ['Connection', 'close'],
    ]
    await refused([401, 404], () => sendRaw(port, requestBytes(`GET ${path} HTTP/1.1`, bare)))
  },
)

test('an upload without a token, or from elsewhere, is refused', async () => {
  await refused(401, () => post('/files?name=x', headers(['Authorization'])))
  await refused(403, () => post('/files?name=x', headers(['Origin'], [['Origin', 'http://evil.example']])))
})

test.for([
  '\u0016\u0003\u0001\u0002\u0000',
  'GET',
  'NONSENSE / HTTP/9.9\r\n\r\n',
  `GET / HTTP/1.1\r\nHost\r\n\r\n`,
])('bytes that are no request (%j) end the connection and nothing else', async (bytes) => {
  const before = await events()
  const end = bytes === 'GET' ? '\r\n\r\n' : ''
  expect([400, null]).toContain((await sendRaw(port, bytes + end)).status)
  expect(await events()).toBe(before)
})

const elsewhere = Object.values(networkInterfaces())
  .flat()
  .filter((address) => address !== undefined && address.family === 'IPv4' && !address.internal)

test.skipIf(elsewhere.length === 0)(
  'nobody on the network can connect (skipped where there is none)',
  async () => {
    for (const address of elsewhere) {
      const outcome = await new Promise<string>((resolve) => {
        const socket = connect(port, address!.address)
        socket.on('connect', () => resolve('connected'))
        socket.on('error', (error) => resolve('code' in error ? String(error.code) : 'error'))
      })
      expect(outcome).toBe('ECONNREFUSED')
    }
  },
)
