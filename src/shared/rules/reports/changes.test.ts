import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STATUSES } from '#shared/domain/deal.ts'
import type { Currency } from '#shared/domain/money.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { type TwoMoments, changes } from './changes.ts'
import { type Fact, isOpen } from './fact.ts'
import { at, countsOf, euros, fact, received } from './testing/facts.ts'

const moments = (
  opening: readonly Fact[],
  closing: readonly Fact[],
  parts: Partial<TwoMoments> = {},
): TwoMoments => ({
  opening: new Map(opening.map((one) => [one.id, one])),
  closing: new Map(closing.map((one) => [one.id, one])),
  fits: () => true,
  closeDateMatters: false,
  from: '2026-11-01' as CivilDate,
  to: '2026-11-30' as CivilDate,
  ...parts,
})
const due = (day: string) => ({ closeDate: day as CivilDate })

test('a deal that was raised and then won went up before it left', () => {
  const before = fact({ value: euros(100) })
  const after: Fact = { ...before, value: euros(150), status: 'won', closedAt: at('2026-11-20') }
  const table = changes(moments([before], [after]))
  expect(countsOf(table, 'deals')).toEqual({ opening: 1, 'value-up': 1, won: 1 })
  const sum = (key: string) => table.lines.find((line) => line.key === key)!.figures['deals']!.sums[0]!.amount
  expect([sum('opening'), sum('value-up'), sum('won')]).toEqual([100, 50, -150])
})

test('a deal that came and went in between is new and lost; one out of a file came closed and moved nothing', () => {
  const lost = fact({ status: 'lost', closedAt: at('2026-11-20') })
  expect(countsOf(changes(moments([], [lost])), 'deals')).toEqual({ new: 1, lost: 1 })
  const history = fact({ origin: 'imported', status: 'lost', closedAt: at('2026-11-01') })
  expect(countsOf(changes(moments([], [history])), 'deals')).toEqual({})
})

test('a close date that leaves the period is told, and moves no pipeline', () => {
  const before = fact(due('2026-11-28'))
  const table = changes(moments([before], [{ ...before, ...due('2027-01-10') }]))
  expect(countsOf(table, 'deals')).toEqual({ opening: 1, slipped: 1, closing: 1 })
  const slipped = table.lines.find(({ key }) => key === 'slipped')!.figures
  expect([slipped['deals']!.sums, slipped['value']!.sums[0]!.amount]).toEqual([[], 1000])
  const back = changes(moments([{ ...before, ...due('2027-01-10') }], [before]))
  expect(countsOf(back, 'deals')).toEqual({ opening: 1, 'pulled-in': 1, closing: 1 })
})

test('where filters narrow close dates, leaving them leaves the pipeline; other filters move out', () => {
  const before = fact(due('2026-11-28'))
  const fits: TwoMoments['fits'] = (one, apart) =>
    one.country === 'NL' && (apart === 'close-date' || one.closeDate < '2026-12-01')
  const ask = (after: Fact) =>
    countsOf(changes(moments([before], [after], { fits, closeDateMatters: true })), 'deals')
  expect(ask({ ...before, ...due('2027-01-10') })).toEqual({ opening: 1, slipped: 1 })
  expect(ask({ ...before, country: 'DE' })).toEqual({ opening: 1, 'moved-out': 1 })
  const joined = (old: Fact) =>
    countsOf(changes(moments([old], [before], { fits, closeDateMatters: true })), 'deals')
  expect(joined({ ...before, ...due('2027-01-10') })).toEqual({ 'pulled-in': 1, closing: 1 })
  expect(joined({ ...before, country: 'DE' })).toEqual({ 'moved-in': 1, closing: 1 })
})

test('another currency is a movement of its own, and a deal taken back leaves', () => {
  const before = received({ value: euros(100) })
  const after = { ...before, value: { amount: 120, currency: 'USD' as Currency } }
  const table = changes(moments([before], [after]))
  const changed = table.lines.find(({ key }) => key === 'currency-changed')!.figures['deals']!
  expect(changed.sums.map(({ amount, currency }) => [amount, currency])).toEqual([
    [-100, 'EUR'],
    [120, 'USD'],
  ])
  expect(countsOf(changes(moments([before], [])), 'deals')).toEqual({ opening: 1, removed: 1 })
})

test('whatever happened, and whatever filters say: in every currency, opening and movements are closing', () => {
  const one = fc.record({
    status: fc.constantFrom(...STATUSES),
    value: fc.record({ amount: fc.nat(1e12), currency: fc.constantFrom('EUR', 'USD') }),
    closeDate: fc.constantFrom('2026-10-01', '2026-11-15', '2027-02-01'),
    country: fc.constantFrom('NL', 'DE'),
    origin: fc.constantFrom('created', 'imported'),
  })
  const pair = fc.tuple(fc.option(one), fc.option(one))
  const property = fc.property(
    fc.array(pair, { maxLength: 30 }),
    fc.boolean(),
    fc.boolean(),
    (pairs, dates, countries) => {
      const made = (parts: (typeof pairs)[number][0], id: number) =>
        parts && fact({ ...(parts as Partial<Fact>), id: `${id}` as Fact['id'] })
      const opening = pairs.flatMap(([before], id) => made(before, id) ?? [])
      const closing = pairs.flatMap(([, after], id) => made(after, id) ?? [])
      const fits: TwoMoments['fits'] = (deal, apart) =>
        (!countries || deal.country === 'NL') &&
        (!dates || apart === 'close-date' || deal.closeDate === '2026-11-15')
      const { lines } = changes(moments(opening, closing, { fits, closeDateMatters: dates }))
      const rest = new Map<string, number>()
      for (const { key, figures } of lines) {
        for (const { amount, currency } of figures['deals']!.sums) {
          rest.set(currency, (rest.get(currency) ?? 0) + (key === 'closing' ? -amount : amount))
        }
      }
      expect([...rest.values()].filter((amount) => amount !== 0)).toEqual([])
      const line = lines.find(({ key }) => key === 'closing')!
      expect(line.figures['deals']!.deals).toEqual(closing.filter((deal) => isOpen(deal) && fits(deal)))
    },
  )
  fc.assert(property)
})
