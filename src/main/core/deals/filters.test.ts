import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRange } from '#shared/domain/close-period.ts'
import { utcDateOf } from '#shared/domain/time.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'

type Filters = NonNullable<Input<'deals.list'>['filters']>

let app: TestApplication
let deals: DealView[]

beforeAll(async () => {
  app = await testApplication()
  await app.call('sample.load', {})
  const { rows } = await app.call('deals.list', { tab: 'all', limit: 500 })
  deals = await Promise.all(rows.map(({ id }) => app.call('deals.get', { dealId: id })))
})
afterAll(() => app.close())

/** A filter finds exactly the deals for which a plain look at each says so; some, but not all. */
async function expectFound(filters: Filters, matches: (deal: DealView) => boolean): Promise<void> {
  const expected = deals.filter(matches).map(({ id }) => id)
  expect(expected.length, JSON.stringify(filters)).toBeGreaterThan(0)
  expect(expected.length, JSON.stringify(filters)).toBeLessThan(deals.length)
  const { rows, count } = await app.call('deals.list', { tab: 'all', filters, limit: 500 })
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(expected))
  expect(count).toEqual({ value: expected.length, capped: false })
  expect((await app.call('deals.totals', { tab: 'all', filters })).count).toBe(expected.length)
}

test('by type', () =>
  expectFound({ types: ['private', 'solution-assessment'] }, ({ type }) =>
    ['private', 'solution-assessment'].includes(type),
  ))

test('by status', () => expectFound({ statuses: ['won'] }, ({ status }) => status === 'won'))

test('by stage', () =>
  expectFound({ stages: ['proposed', 'collect-data'] }, ({ stage }) =>
    ['proposed', 'collect-data'].includes(stage!),
  ))

test('by country', () =>
  expectFound({ countries: ['DE', 'CN'] }, ({ country }) => ['DE', 'CN'].includes(country)))

test('by customer', async () => {
  const { customer } = deals[0]!
  await expectFound({ customerIds: [customer.id] }, (deal) => deal.customer.id === customer.id)
})

test('by solution', async () => {
  const wanted = deals[0]!.solutions[0]!.id
  await expectFound({ solutionIds: [wanted] }, ({ solutions }) => solutions.some(({ id }) => id === wanted))
})

test('by campaign', async () => {
  const campaignId = deals.find((deal) => deal.campaignId !== null)!.campaignId!
  await expectFound({ campaignId }, (deal) => deal.campaignId === campaignId)
})

test('by currency, and from an amount of it', async () => {
  await expectFound({ currency: 'EUR' }, ({ value }) => value.currency === 'EUR')
  const euros = deals.filter(({ value }) => value.currency === 'EUR').map(({ value }) => value.amount)
  const minAmount = euros.sort((a, b) => a - b)[Math.floor(euros.length / 2)]!
  await expectFound(
    { currency: 'EUR', minAmount },
    ({ value }) => value.currency === 'EUR' && value.amount >= minAmount,
  )
})

test('by close date, both ends included', async () => {
  const dates = deals.map(({ closeDate }) => closeDate).sort()
  const [closeFrom, closeTo] = [dates[10]!, dates[40]!]
  await expectFound({ closeFrom, closeTo }, ({ closeDate }) => closeDate >= closeFrom && closeDate <= closeTo)
})

test.each(['this-month', 'this-quarter', 'next-quarter'] as const)('by the calendar: %s', async (closing) => {
  const { from, to } = closeRange(closing, utcDateOf(app.clock.now()))
  await expectFound({ closing }, ({ closeDate }) => closeDate >= from! && closeDate <= to!)
})

test('overdue is what still runs and should have closed', async () => {
  const today = utcDateOf(app.clock.now())
  expect(deals.some(({ status, closeDate }) => status !== 'accepted' && closeDate < today)).toBe(true)
  await expectFound(
    { closing: 'overdue' },
    ({ status, closeDate }) => status === 'accepted' && closeDate < today,
  )
})

test('by what Microsoft said, and by Microsoft not being asked', async () => {
  await expectFound({ microsoft: 'pending' }, ({ microsoft }) => microsoft === 'pending')
  await expectFound({ microsoft: 'none' }, ({ microsoft }) => microsoft === null)
})

test('by time left, of the deal or of an invitation', () => {
  const until = new Date(Date.parse(app.clock.now()) + 5 * 86_400_000).toISOString()
  return expectFound({ expiringWithinDays: 5 }, (deal) => {
    const own = deal.status === 'received' && deal.expiresAt! <= until
    const others = deal.parties.some(({ status, expiresAt }) => status === 'pending' && expiresAt! <= until)
    return own || others
  })
})

test('by words, and by several filters at once', async () => {
  const has = (deal: DealView, word: string) =>
    [
      deal.name,
      deal.customerName,
      deal.notes,
      deal.crmId,
      deal.campaignId,
      ...deal.parties.map((p) => p.organization),
    ]
      .join(' ')
      .toLowerCase()
      .includes(word)
  await expectFound({ text: 'vennholt' }, (deal) => has(deal, 'vennholt'))
  await expectFound({ text: '云禾' }, (deal) => has(deal, '云禾'))
  const { country } = deals.find(({ status, type }) => status === 'accepted' && type === 'co-sell')!
  await expectFound(
    { statuses: ['accepted'], countries: [country], types: ['co-sell'] },
    (deal) => deal.status === 'accepted' && deal.country === country && deal.type === 'co-sell',
  )
})

test.for<[string, Filters]>([
  ['no type', { types: [] }],
  ['no status', { statuses: [] }],
  ['no country', { countries: [] }],
  ['no solution', { solutionIds: [] }],
  ['no customer', { customerIds: [] }],
  ['words without a letter', { text: '***' }],
  ['a registration, which nothing has yet', { registration: 'rejected' }],
])('%s chosen finds nothing', async ([, filters]) => {
  const { rows, count } = await app.call('deals.list', { tab: 'all', filters })
  expect([rows, count.value]).toEqual([[], 0])
})

test('no filter, and words that are blank, leave the list as it is', async () => {
  for (const filters of [{}, { text: '  ' }]) {
    expect((await app.call('deals.list', { tab: 'all', filters })).count.value).toBe(deals.length)
  }
})
