import { expect, test } from 'vitest'
import { ZONES, sameInEveryZone } from './zones.ts'

test('a year of deadlines is the same bytes in seven time zones, changes of daylight saving among them', async () => {
  const { results, deadlines } = await sameInEveryZone(7)
  expect(results.map(({ zone }) => zone)).toEqual([...ZONES])
  expect(new Set(results.map(({ bytes }) => bytes)).size).toBe(1)
  expect(new Set(results.map(({ local }) => local)).size).toBe(7)
  expect(deadlines).toBeGreaterThan(90)
})
