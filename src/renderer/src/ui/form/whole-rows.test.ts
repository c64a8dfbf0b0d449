import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholeHeight } from './whole-rows.ts'

test('a list ends under the last row that is whole', () => {
  expect(wholeHeight([48, 92, 136, 180, 224], 200)).toBe(180)
  expect(wholeHeight([48, 92, 136], 136)).toBeNull()
  expect(wholeHeight([], 200)).toBeNull()
  expect(wholeHeight([240, 480], 200)).toBeNull()
})

test('rows of any height: never over the limit, always at the end of a row, and no whole row is hidden', () => {
  const heights = fc.array(fc.integer({ min: 20, max: 90 }), { maxLength: 30 })
  fc.assert(
    fc.property(heights, fc.integer({ min: 1, max: 900 }), (rows, limit) => {
      const ends = rows.map((_, index) => rows.slice(0, index + 1).reduce((sum, row) => sum + row, 0))
      const height = wholeHeight(ends, limit)
      if (height === null) expect(ends.every((end) => end <= limit) || ends[0]! > limit).toBe(true)
      else {
        expect(ends).toContain(height)
        expect(ends.filter((end) => end > height && end <= limit)).toEqual([])
        expect(height).toBeLessThanOrEqual(limit)
      }
    }),
  )
})
