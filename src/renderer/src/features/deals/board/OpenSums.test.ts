import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { useApplication } from '../../../app/application.store.ts'
import { column, money } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { pageWords } from '../../../testing/page.ts'
import { profile } from '../../../testing/profile.ts'
import OpenSums from './OpenSums.vue'
import { useBoard } from './board.store.ts'

const rates = [{ currency: 'USD', perHome: 1.25, asOf: '2026-02-01' }]

async function open(known: typeof rates) {
  mountScreen(OpenSums, { attach: true })
  useApplication().profile = profile({ rates: known } as never)
  const sums = (percent: number) => ({
    totals: [money(100_000_00, 'EUR'), money(50_000_00, 'NOK'), money(125_000_00, 'USD')].map((sum) => sum),
    counts: [1, 3, 2],
    weighted: [
      money(1_000_00 * percent, 'EUR'),
      money(500_00 * percent, 'NOK'),
      money(1_250_00 * percent, 'USD'),
    ],
  })
  useBoard().columns = [
    column('qualified', [], { count: 6, ...sums(20) }),
    column('won', [], { count: 6, ...sums(100) }),
  ]
  await flushPromises()
  return pageWords()
}

test('without rates each currency stands alone, and the way to one sum is offered', async () => {
  const words = await open([])
  expect(words).toContain('EUR 100 k')
  expect(words).not.toContain('≈')
  expect(words).toContain('Show one sum by your rates')
})

test('with rates one sum appears with their day, and says what it leaves out; closed deals do not count', async () => {
  const words = await open(rates)
  expect(words).toContain('At your rates of Feb 1')
  expect(words).toContain('≈ EUR 200 k')
  expect(words).toContain('≈ EUR 40 k')
  expect(words).toContain('3 deals counted, not priced')
})
