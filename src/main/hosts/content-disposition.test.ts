import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition } from './content-disposition.ts'

test('a plain name stands as it is, in both spellings', () => {
  expect(contentDisposition('deals.csv')).toBe(`attachment; filename="deals.csv"; filename*=UTF-8''deals.csv`)
})

test('a name in any script is spelled out, and stood in for where only ASCII is read', () => {
  expect(contentDisposition('交易 (1).csv')).toBe(
    `attachment; filename="__ (1).csv"; filename*=UTF-8''%E4%BA%A4%E6%98%93%20%281%29.csv`,
  )
})

test('whatever the name: one header line, no quote it could end early, the name comes back whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = text.toWellFormed()
      const header = contentDisposition(name)
      expect(header).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\x21-\x7e]*$/)
      expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(name)
    }),
  )
})
