import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAVING, STAYING } from '../../../../../tests/support/corpora/outside.ts'
import { Allowance, outsideAddress } from './outside-address.ts'

test.each(Object.entries(STAYING))('%s stays inside', (_what, urls) => {
  expect(urls.filter((url) => outsideAddress(url) !== null)).toEqual([])
})

test('what may leave leaves as it is', () => {
  expect(LEAVING.map(outsideAddress)).toEqual(LEAVING)
})

test('whatever leaves is a page of a known host, one plain letter or one plain call', () => {
  const known = /^(https:\/\/(partner|learn)\.microsoft\.com\/\S*|mailto:[\w.+'-]+@[\w.-]+|tel:\+?\d{3,15})$/
  const start = fc.constantFrom('', ...LEAVING, 'https://', 'mailto:', 'tel:', 'file:')
  const middle = fc.constantFrom('', '@', '?', '#', ',', '%0a', '/', '\\', ':', '\0', ' ')
  fc.assert(
    fc.property(start, middle, fc.oneof(start, fc.string({ unit: 'binary' })), (one, two, three) => {
      const left = outsideAddress(one + two + three)
      if (left !== null) expect(left).toMatch(known)
    }),
    { numRuns: 5_000 },
  )
})

test('ten in a minute and no more', () => {
  const allowance = new Allowance(10, 60_000)
  const taken = Array.from({ length: 100 }, (_, index) => allowance.take(index))
  expect(taken.filter(Boolean)).toHaveLength(10)
  expect(allowance.take(59_999)).toBe(false)
  expect(allowance.take(60_000)).toBe(true)
  expect(allowance.take(60_000)).toBe(false)
})
