import { expect, test } from 'vitest'
import { ZOOMS, zoomed } from './zoom.ts'

test('step by step to either end, and no further', () => {
  const up = ZOOMS.map((factor) => zoomed(factor, 'in'))
  expect(up).toEqual([...ZOOMS.slice(1), 3])
  expect(ZOOMS.map((factor) => zoomed(factor, 'out'))).toEqual([0.5, ...ZOOMS.slice(0, -1)])
})

test('from between two steps to the next; and back to life size', () => {
  expect([zoomed(1.2, 'in'), zoomed(1.2, 'out'), zoomed(1.2, 'reset')]).toEqual([1.25, 1.1, 1])
  expect([zoomed(1.0999, 'in'), zoomed(1.1001, 'out')]).toEqual([1.25, 1])
})
