import { expect, test } from 'vitest'
import { Session } from './session.ts'

const MINUTE_MS = 60_000

test('a code gives the token once', () => {
  const session = new Session()
  const code = session.newCode(0)
  const token = session.redeem(code, 1)!
  expect(session.allows(`Bearer ${token}`)).toBe(true)
  expect(session.redeem(code, 2)).toBeNull()
})

test('a code lives ten minutes', () => {
  const session = new Session()
  const code = session.newCode(0)
  expect(session.redeem(code, 10 * MINUTE_MS)).toBeNull()
  expect(session.redeem(session.newCode(0), 10 * MINUTE_MS - 1)).not.toBeNull()
})

test('a fresh code makes the one before worthless; every code gives the same token', () => {
  const session = new Session()
  const [first, second] = [session.newCode(0), session.newCode(0)]
  expect(first).not.toBe(second)
  expect(session.redeem(first, 1)).toBeNull()
  const token = session.redeem(second, 1)
  expect(session.redeem(session.newCode(1), 2)).toBe(token)
})

test('a wrong code is refused and does not use up the right one', () => {
  const session = new Session()
  const code = session.newCode(0)
  for (const wrong of ['', 'x', `${code}x`, code.slice(1), code.toUpperCase()]) {
    expect(session.redeem(wrong, 1)).toBeNull()
  }
  expect(session.redeem(code, 1)).not.toBeNull()
})

test('without any code given out, none is right', () => {
  expect(new Session().redeem('', 0)).toBeNull()
})

test('only the token in the one spelling opens', () => {
  const session = new Session()
  const token = session.redeem(session.newCode(0), 1)!
  const wrong = [
    undefined,
    '',
    token,
    'Bearer',
    'Bearer ',
    `bearer ${token}`,
    `Bearer ${token}x`,
    `Basic ${token}`,
  ]
  for (const header of wrong) expect(session.allows(header), String(header)).toBe(false)
  expect(session.allows(`Bearer ${token}`)).toBe(true)
})

test('codes and tokens carry 32 random bytes each', () => {
  const [one, two] = [new Session(), new Session()]
  const secrets = [one, two].flatMap((session) => {
    const code = session.newCode(0)
    return [code, session.redeem(code, 1)!]
  })
  expect(new Set(secrets).size).toBe(4)
  for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
})
