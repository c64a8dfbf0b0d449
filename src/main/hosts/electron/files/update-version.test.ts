import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VERSION, isNewer } from './update-version.ts'

/** Each comes after the one before it (semver 2.0.0, section 11). */
const ORDER = [
  '0.0.0',
  '0.0.9',
  '0.0.10',
  '0.1.0-1',
  '0.1.0-alpha',
  '0.1.0-alpha.1',
  '0.1.0-alpha.beta',
  '0.1.0-beta',
  '0.1.0-beta.2',
  '0.1.0-beta.11',
  '0.1.0-rc.1',
  '0.1.0',
  '0.2.0',
  '0.10.0',
  '1.0.0',
  '9.9.9',
  '10.0.0',
]

test('every version is newer than those before it alone', () => {
  for (const [index, version] of ORDER.entries()) {
    for (const [other, than] of ORDER.entries()) expect(isNewer(version, than)).toBe(index > other)
  }
})

test('of two versions one is newer, or they are the same', () => {
  const version = fc
    .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.constantFrom('', '-a', '-a.1', '-a.b', '-1'))
    .map(([major, minor, patch, before]) => `${major}.${minor}.${patch}${before}`)
  fc.assert(
    fc.property(version, version, (one, other) => {
      expect(Number(isNewer(one, other)) + Number(isNewer(other, one))).toBe(one === other ? 0 : 1)
    }),
  )
})

test.for([
  '',
  '1',
  '1.2',
  '01.2.3',
  '1.2.3-',
  '1.2.3-01',
  '1.2.3+build',
  ' 1.2.3',
  '1.2.3\n',
  'v1.2.3',
  '1.2.x',
])('%j is no version', (version) => {
  expect(VERSION.test(version)).toBe(false)
  expect(() => isNewer(version, '0.0.0')).toThrow('no version')
})
