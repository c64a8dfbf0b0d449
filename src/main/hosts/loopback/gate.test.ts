import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { refusedAtGate } from './gate.ts'

const ORIGIN = 'http://127.0.0.1:4711'

/** A request as far as the gate looks at it. */
function request(method: string, headers: Record<string, string>): IncomingMessage {
  const rawHeaders = Object.entries(headers).flat()
  const known = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
  return { method, headers: known, rawHeaders } as unknown as IncomingMessage
}
const gate = (method: string, headers: Record<string, string>) =>
  refusedAtGate(request(method, { Host: '127.0.0.1:4711', ...headers }), ORIGIN)

test('our own page passes, reading without an Origin and writing with it', () => {
  expect(gate('GET', {})).toBeNull()
  expect(gate('GET', { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' })).toBeNull()
  expect(gate('POST', { Origin: ORIGIN })).toBeNull()
})

test('an address typed by a person passes; the same by anything but a navigation does not', () => {
  expect(gate('GET', { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' })).toBeNull()
  expect(gate('GET', { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'cors' })).toMatchObject({ why: 'site' })
  expect(gate('GET', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' })).toMatchObject({
    why: 'site',
  })
  const typed = { Origin: ORIGIN, 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' }
  expect(gate('POST', typed)).toMatchObject({ why: 'site' })
})

test('the Host is looked at first, before anything else could be said', () => {
  const everythingWrong = {
    Host: 'evil.example',
    Origin: 'http://evil.example',
    'Sec-Fetch-Site': 'cross-site',
  }
  expect(gate('DELETE', everythingWrong)).toEqual({ status: 403, why: 'host' })
  expect(refusedAtGate(request('GET', {}), ORIGIN)).toEqual({ status: 400, why: 'host' })
})

test('writing needs our exact Origin; reading only none of anybody else', () => {
  const refused = { status: 403, why: 'origin' }
  for (const origin of ['null', 'http://evil.example', `${ORIGIN}/`, ORIGIN.replace('4711', '4712'), '']) {
    expect(gate('POST', { Origin: origin }), origin).toEqual(refused)
    expect(gate('GET', { Origin: origin }), origin).toEqual(refused)
  }
  expect(gate('POST', {})).toEqual(refused)
})

test.for(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'PROPFIND'])('%s is no method of ours', (method) => {
  expect(gate(method, { Origin: ORIGIN })).toEqual({ status: 405, why: 'method' })
})
