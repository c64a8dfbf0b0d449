import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardCell, unescapeCell } from './formula-guard.ts'

/** Signs a formula can start with, and what a spreadsheet may skip before it. */
const SIGNS = '=+-@＝＋－＠'
const BLANKS = [
  ' ',
  '\t',
  '\r',
  '\n',
  '\u00a0',
  '\u3000',
  '\ufeff',
  '\u200b',
  '\u200e',
  '\u202e',
  '\u2060',
  '\u00ad',
]
const awkward = fc.constantFrom(...SIGNS, ...BLANKS, "'", '"', ',', 'a', '1', '云')
const text = fc
  .oneof(
    fc.array(awkward, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc.string(),
  )
  .map((value) => value.replaceAll('\u0000', ''))

/** Whether a spreadsheet could take a cell for a formula: judged here in words of its own. */
function startsFormula(cell: string): boolean {
  if (/^[\t\r\n]/.test(cell)) return true
  const [first] = [...cell].filter((letter, index, letters) => {
    const skipped = letters.slice(0, index + 1).every((before) => /\s|\p{Cf}/u.test(before))
    return !skipped
  })
  return first !== undefined && SIGNS.includes(first)
}

/** Holds a statement about any text. */
const always = (check: (value: string) => void) =>
  fc.assert(
    fc.property(text, (value) => {
      check(value)
    }),
    { numRuns: 3000 },
  )

test('no guarded cell starts a formula, whatever stands before the sign', () => {
  always((value) => expect(startsFormula(guardCell(value))).toBe(false))
})

test('taking the guard off gives exactly what was there', () => {
  always((value) => expect(unescapeCell(guardCell(value))).toBe(value))
})

test('guarding twice and taking off twice is exact too', () => {
  always((value) => expect(unescapeCell(unescapeCell(guardCell(guardCell(value))))).toBe(value))
})

test.for(['abc', "'quoted'", "O'Brien", '1-2', 'a=b', '云禾', '', ' plain', "'"])(
  '%j needs no guard',
  (value) => {
    expect(guardCell(value)).toBe(value)
  },
)

test.for(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', ' =1', '\t1', '\u200b=1', "'=1", "''=1", '\r', '\u3000＠x'])(
  '%j gets one apostrophe in front',
  (value) => {
    expect(guardCell(value)).toBe(`'${value}`)
  },
)

test('NUL is dropped, and cannot hide a sign', () => {
  expect(guardCell('\u0000=1\u0000')).toBe(`'=1`)
})
