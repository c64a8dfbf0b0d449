import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'

const SEED = 7

// A failing world is lived through again with `npm run simulate -- --seed 7 --world memory:<world>`.
test('20,000 worlds with the store in memory: nothing early, nothing twice, nothing missed', async () => {
  const { tally, broken } = await simulate('memory', SEED, 20_000)
  expect(broken).toEqual([])
  // What was never lived through was never tested.
  expect(tally.expired).toBeGreaterThan(20_000)
  expect(tally.answered).toBeGreaterThan(2000)
  expect(tally.doubts).toBeGreaterThan(5000)
})
