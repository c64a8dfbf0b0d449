import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from './connection.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWriter } from './open.ts'
import { indexText, searchQuery } from './search-text.ts'

let folder: string
let connection: Connection

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'))
  connection = await openWriter(folder)
})
afterAll(async () => {
  await connection.db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

/** Whether a typed text finds a text that is alone in the index. */
function finds(typed: string, text: string): boolean {
  const { raw } = connection
  raw.exec('DELETE FROM deal_search')
  raw
    .prepare(`INSERT INTO deal_search (rowid, name, customer, notes, codes) VALUES (1, ?, '', '', '')`)
    .run(indexText(text))
  const query = searchQuery(typed)
  if (query === null) return false
  return raw.prepare('SELECT rowid FROM deal_search WHERE deal_search MATCH ?').all(query).length === 1
}

const operators = fc.constantFrom(
  '"',
  "'",
  '*',
  '^',
  ':',
  '(',
  ')',
  '-',
  '+',
  'AND',
  'OR',
  'NOT',
  'NEAR',
  '{',
  '}',
  'name:',
  '\\',
  '%',
  ',',
  ';',
  '\u0000',
)
const typed = fc
  .array(
    fc.oneof(operators, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constant(' ')),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

test('whatever a person types, searching never throws', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(typeof finds(text, 'Cold-chain telemetry')).toBe('boolean')
    }),
    { numRuns: 1000 },
  )
})

const han = fc.string({
  unit: fc.constantFrom(...'云禾数据科技有限公司上海北京交易备注'),
  minLength: 1,
  maxLength: 12,
})

test('any substring of a Chinese text finds it', () => {
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % text.length
      const part = text.slice(start, start + 1 + (b % (text.length - start)))
      expect(finds(part, `Azure ${text} 2026`)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

const word = fc.string({ unit: fc.constantFrom(...'abcdeéüçñøßxyz019'), minLength: 1, maxLength: 8 })

test('a text is found by beginnings of its words, in any order, case and accents', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.nat()), { minLength: 1, maxLength: 5 }), (words) => {
      const text = words.map(([whole]) => whole).join(' ')
      const asked = words.map(([whole, cut]) => whole.slice(0, 1 + (cut % whole.length))).reverse()
      expect(finds(asked.join(' '), text)).toBe(true)
      expect(finds(asked.join(' ').toUpperCase().replace(/SS/g, 'ß'), text)).toBe(true)
      expect(finds(asked.join(' ').replace(/é/g, 'e').replace(/ü/g, 'u'), text)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a text that lacks one of the words is not found', () => {
  expect(finds('cold telemetry', 'Cold-chain telemetry')).toBe(true)
  expect(finds('cold warehouse', 'Cold-chain telemetry')).toBe(false)
  expect(finds('据数', '数据')).toBe(false)
  expect(finds('elemetry', 'Cold-chain telemetry')).toBe(false)
})
