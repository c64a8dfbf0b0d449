import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_LETTERS, isPlainInput } from './plain-input.ts'

const nested = (depth: number): unknown => {
  let value: unknown = 0
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}

test('what a form sends is plain', () => {
  for (const input of [
    null,
    undefined,
    '',
    0,
    true,
    [],
    {},
    { name: 'Kestrel', notes: undefined, lines: [{ value: 1.5 }] },
    Object.create(null),
    'x'.repeat(MOST_LETTERS - 10),
    nested(32),
  ]) {
    expect(isPlainInput(input)).toBe(true)
  }
})

test('what is too large, too deep, endless or no plain data is not', () => {
  const endless: unknown[] = []
  endless.push(endless, endless)
  for (const input of [
    'x'.repeat(MOST_LETTERS + 1),
    { ['k'.repeat(MOST_LETTERS + 1)]: 1 },
    Array.from({ length: MOST_LETTERS }, () => 0),
    Object.fromEntries(Array.from({ length: MOST_LETTERS }, (_, index) => [index, null])),
    new Array(2 ** 31),
    nested(33),
    nested(20_000),
    endless,
    Number.NaN,
    Infinity,
    1n,
    Symbol('x'),
    () => 0,
    new Date(),
    new Map(),
    new Set(),
    /x/,
    new Error('x'),
    new Uint8Array(4),
    new ArrayBuffer(4),
    { inner: [new Date()] },
  ]) {
    expect(isPlainInput(input)).toBe(false)
  }
})

test('all JSON of a modest size passes, and looking never changes or breaks anything', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      fc.pre(JSON.stringify(value).length < MOST_LETTERS / 8)
      expect(isPlainInput(value)).toBe(true)
    }),
  )
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
      (value) => {
        expect(typeof isPlainInput(value)).toBe('boolean')
      },
    ),
  )
})
