import { expect, test } from 'vitest'
import { openApplication } from '../support/open-application.ts'
import { Random } from '../support/random.ts'
import { measure } from './measure.ts'

test.each([11, 12])(
  'of seeded deals entered twice, 95 of 100 warnings and of 100 deals are right (seed %i)',
  async (seed) => {
    const { kinds, ...shares } = await measure(
      await openApplication(),
      { deals: 250, each: 12 },
      new Random(seed),
    )
    expect(kinds).toHaveLength(17)
    for (const share of Object.values(shares)) expect(share).toBeGreaterThanOrEqual(0.95)
  },
)
