import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, snippetOf } from './snippet.ts'

test('folding sets case, width and accents apart', () => {
  expect(fold('Café ＡＢＣ ﬁ Straße 云')).toBe('cafe abc fi straße 云')
})

test('a short text is shown whole, a long one around its first hit', () => {
  expect(snippetOf('Call Ana on Monday', ['monday', 'ana'])).toBe('Call Ana on Monday')
  const long = `${'before '.repeat(20)}needle${' after'.repeat(20)}`
  const snippet = snippetOf(long, ['after', 'needle'])!
  expect(snippet).toMatch(/^….*needle.*…$/)
  expect(snippet.length).toBeLessThanOrEqual(92)
})

test('no hit, no snippet', () => {
  expect(snippetOf('Call Ana', ['bo'])).toBeNull()
})

const filling = fc.constantFrom('평양 ', 'ﬁ ', 'e\u0301', '😀', '云禾 ', 'abc ')

test('whatever letters stand before it, the word is in the snippet and no letter is cut in two', () => {
  const property = fc.property(filling, fc.nat(200), fc.nat(200), (letters, before, after) => {
    const text = `${letters.repeat(before)} needle ${letters.repeat(after)}`
    const snippet = snippetOf(text, ['needle'])!
    expect(snippet).toContain('needle')
    expect(snippet.isWellFormed()).toBe(true)
  })
  fc.assert(property, { numRuns: 200 })
})
