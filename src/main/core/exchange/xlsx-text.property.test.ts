import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetText } from './xlsx-text.ts'

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/** How a spreadsheet reads text: XML first, then its own codes. */
const read = (text: string): string =>
  text
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]!)
    .replace(/_x([0-9A-F]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('_', 'x', '0', '4', '1', 'F', '&', ';', '<', 'lt', '\r', '\n', '\u0001', '\ufffe'),
  }),
)

test('any text comes back', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(read(sheetText(text))).toBe(text.toWellFormed())
    }),
    { numRuns: 1000 },
  )
})

test('nothing is left that XML cannot hold', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(sheetText(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff<>"]/)
    }),
    { numRuns: 1000 },
  )
})
