import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'

const SEED = 7

// A failing world is lived through again with `npm run simulate -- --seed 7 --world sqlite:<world>`.
test('200 worlds with the real core on SQLite: nothing early, nothing twice, nothing missed', async () => {
  const { tally, broken } = await simulate('sqlite', SEED, 200)
  expect(broken).toEqual([])
  expect(tally.expired).toBeGreaterThan(200)
  expect(tally.doubts).toBeGreaterThan(50)
})
