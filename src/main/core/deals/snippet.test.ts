import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snippetOf } from './snippet.ts'

test('a short text is shown whole, a long one around its first hit', () => {
  expect(snippetOf('Call Ana on Monday', ['monday', 'ana'])).toBe('Call Ana on Monday')
  const long = `${'before '.repeat(20)}needle${' after'.repeat(20)}`
  const snippet = snippetOf(long, ['after', 'needle'])!
  expect(snippet).toMatch(/^….*needle.*…$/)
  expect(snippet.length).toBeLessThanOrEqual(74)
})

test('what was found stands in the middle; near an end the other side gets the room', () => {
  const [left, right] = snippetOf(`${'a'.repeat(200)} needle ${'b'.repeat(200)}`, ['needle'])!.split('needle')
  expect(Math.abs(left!.length - right!.length)).toBeLessThanOrEqual(1)
  expect(snippetOf(`needle ${'b'.repeat(200)}`, ['needle'])).toBe(`needle ${'b'.repeat(65)}…`)
  expect(snippetOf(`${'a'.repeat(200)} needle`, ['needle'])).toBe(`…${'a'.repeat(65)} needle`)
})

test('letters of a wide script take the room of two', () => {
  const snippet = snippetOf(`${'云'.repeat(100)}仓储${'禾'.repeat(100)}`, ['仓储'])!
  expect(snippet).toBe(`…${'云'.repeat(17)}仓储${'禾'.repeat(17)}…`)
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
