import { expect, test } from 'vitest'
import type { Currency } from '#shared/domain/money.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { byCampaign, bySolution, GROUPINGS } from './grouping.ts'
import { funnel, outcomes, reasons, returns } from './outcomes.ts'
import { forecast, pipeline } from './pipeline.ts'
import { response } from './response.ts'
import { at, countsOf, euros, fact, november, received } from './testing/facts.ts'

const closing = (closeDate: string) => fact({ closeDate: closeDate as CivilDate })

test('a forecast names months that have passed, this one and five more, and calls the rest later', () => {
  const days = ['2026-09-30', '2026-11-21', '2026-11-30', '2027-04-30', '2027-05-01', '2031-01-01']
  const { lines, totals } = forecast([...days.map(closing), fact({ status: 'won' })], november)
  expect(lines.map(({ key, figures }) => [key, figures['deals']!.deals.length])).toEqual([
    ['2026-09', 1],
    ['2026-11', 2],
    ['2026-12', 0],
    ['2027-01', 0],
    ['2027-02', 0],
    ['2027-03', 0],
    ['2027-04', 1],
    ['later', 2],
  ])
  expect(lines.map(({ group }) => group['overdue'])).toEqual([
    true,
    ...Array.from({ length: 7 }, () => false),
  ])
  expect(totals!.figures['overdue']!.deals).toHaveLength(2)
})

test('a weighted value is rounded once for each currency, and unanswered deals weigh nothing', () => {
  const deals = [fact({ value: euros(5), percent: 10 }), fact({ value: euros(5), percent: 10 }), received()]
  const { totals } = pipeline(deals, november, null)
  expect(totals!.figures['weighted']!.sums).toEqual([{ currency: 'EUR', amount: 1, deals: 3 }])
  const yen = fact({ value: { amount: 9_007_199_254_740_991, currency: 'JPY' as Currency }, percent: 80 })
  const [sum] = pipeline([yen], november, null).totals!.figures['weighted']!.sums
  expect(sum!.amount).toBe(7_205_759_403_792_793)
})

test('a pipeline can be broken down by country instead', () => {
  const table = pipeline([fact(), fact({ country: 'DE' }), fact()], november, GROUPINGS.country)
  expect(table.lines.map(({ key, group }) => [key, group])).toEqual([
    ['NL', { country: 'NL' }],
    ['DE', { country: 'DE' }],
  ])
})

test('the win rate divides what was won by what was accepted and created in the same days', () => {
  const won = fact({ status: 'won', percent: 100, closedAt: at('2026-11-11'), createdAt: at('2026-10-12') })
  const accepted = received({ status: 'accepted', createdAt: at('2026-10-31'), acceptedAt: at('2026-11-02') })
  const declined = received({ status: 'declined', closedAt: at('2026-11-02') })
  const { totals } = outcomes([won, accepted, declined, fact(), received()], november, null)
  expect(totals!.figures['entered']!.deals).toHaveLength(2)
  expect(totals!.measures).toEqual({ winRate: 0.5, wonMeanMs: 30 * 86_400_000 })
  expect(outcomes([won], november, null).totals!.measures['winRate']).toBeNull()
})

test('an accepted deal out of a file became ours when it came, and answered nobody', () => {
  const imported = received({ origin: 'imported', status: 'accepted', percent: 20, acceptedAt: null })
  expect(outcomes([imported], november, null).totals!.figures['entered']!.deals).toEqual([imported])
  expect(response([imported], november).totals!.measures['acceptanceRate']).toBeNull()
})

test('what a file brought closed already has an outcome, and no times', () => {
  const parts = { origin: 'imported', createdAt: at('2026-11-05'), closedAt: at('2026-11-05') } as const
  const won = fact({ ...parts, status: 'won', percent: 100 })
  expect(outcomes([won], november, null).totals!.measures).toEqual({ winRate: 1, wonMeanMs: null })
  const declined = received({ ...parts, status: 'declined' })
  expect(response([declined], november).totals!.figures['declined']!.deals).toEqual([])
  expect(outcomes([declined], november, null).totals!.figures['declined']!.deals).toEqual([declined])
})

test('answers stand under the days they took, and what ran out under the days it waited', () => {
  const answered = (acceptedAt: string, time?: string) =>
    received({ status: 'accepted', acceptedAt: at(acceptedAt, time) })
  const table = response(
    [
      answered('2026-11-01'),
      answered('2026-11-03', '08:59:59.999'),
      answered('2026-11-03'),
      answered('2026-11-15', '08:59:59.999'),
      received({ status: 'declined', closedAt: at('2026-11-05') }),
      received({ status: 'expired', closedAt: at('2026-11-15') }),
      received(),
    ],
    november,
  )
  expect(countsOf(table, 'answered')).toEqual({ '0-1': 2, '2-3': 1, '4-5': 1, '12-14': 1 })
  expect(countsOf(table, 'expired')).toEqual({ '14+': 1 })
  expect(table.totals!.figures['waiting']!.deals).toHaveLength(1)
  const day = 86_400_000
  expect(table.totals!.measures).toEqual({
    acceptanceRate: 4 / 6,
    expiredRate: 1 / 2,
    medianMs: 2 * day,
    meanMs: (0 + 2 * day - 1 + 2 * day + 14 * day - 1 + 4 * day) / 5,
  })
})

test('the funnel counts how far deals came, whatever became of them', () => {
  const lost = fact({ status: 'lost', percent: 60, closedAt: at('2026-11-20') })
  const declined = received({ status: 'declined', closedAt: at('2026-11-02') })
  const table = funnel([fact(), lost, declined, fact({ createdAt: at('2026-10-31') })], november)
  expect(countsOf(table, 'deals')).toEqual({
    received: 3,
    accepted: 2,
    qualified: 1,
    developed: 1,
    proposed: 1,
  })
  expect(table.lines.map(({ measures }) => measures['passedRate'])).toEqual([null, 2 / 3, 0.5, 1, 1, 0, null])
})

test('reasons stand apart for declined and lost, the most frequent first', () => {
  const lost = (reason: 'budget' | 'other') => fact({ status: 'lost', reason, closedAt: at('2026-11-03') })
  const declined = received({
    status: 'declined',
    reason: 'abuse',
    closedAt: at('2026-11-30', '23:59:59.999'),
  })
  const late = received({ status: 'declined', reason: 'abuse', closedAt: at('2026-12-01', '00:00:00.000') })
  const { lines } = reasons([lost('budget'), lost('other'), lost('other'), declined, late], november)
  expect(lines.map(({ key, measures }) => [key, measures['shareRate']])).toEqual([
    ['declined:abuse', 1],
    ['lost:other', 2 / 3],
    ['lost:budget', 1 / 3],
  ])
})

test('a deal with two solutions counts under each, and there are no totals', () => {
  const solutions = ['one', 'two'] as never
  const deals = [fact({ solutions, campaignId: 'none' }), fact()]
  const table = returns(deals, november, bySolution(new Map([['one', 'ColdTrace']])), false)
  expect(countsOf(table, 'entered')).toEqual({ none: 1, one: 1, two: 1 })
  expect(table.lines.map(({ group }) => group['name'])).toEqual([null, 'ColdTrace', null])
  expect(table.totals).toBeNull()
  expect(countsOf(returns(deals, november, byCampaign, true), 'open')).toEqual({
    'campaign:none': 1,
    none: 1,
  })
})
