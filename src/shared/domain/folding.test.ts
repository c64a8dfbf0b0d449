import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, piecesOf, searchWords } from './folding.ts'

test('folding sets case, width and accents apart', () => {
  expect(fold('Café ＡＢＣ ﬁ Straße 云')).toBe('cafe abc fi straße 云')
})

test.each([
  ['fleet?', ['fleet']],
  ['  “Fleet”, pilot… ', ['fleet', 'pilot']],
  ['CRM-delta', ['crm', 'delta']],
  ['云禾，数据', ['云禾', '数据']],
  ['?! 😀', []],
])('%j looks for %j', (typed, words) => {
  expect(searchWords(typed)).toEqual(words)
})

const marked = (text: string, words: string[]) =>
  piecesOf(text, words)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('')

test.each([
  ['Fleet telemetry, fleet pilot', ['fleet'], '[Fleet] telemetry, [fleet] pilot'],
  ['Café ﬁne', ['cafe', 'fine'], '[Café] [ﬁne]'],
  ['Coldcold', ['cold'], '[Coldcold]'],
  ['云禾数据平台', ['数据'], '云禾[数据]平台'],
  ['Nothing', ['else'], 'Nothing'],
  ['', ['else'], ''],
])('%j with %j is %j', (text, words, expected) => {
  expect(marked(text, words)).toBe(expected)
})

test('the pieces of a text are the text', () => {
  const property = fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, typed) => {
    const pieces = piecesOf(text, searchWords(typed))
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })
  fc.assert(property, { numRuns: 300 })
})
