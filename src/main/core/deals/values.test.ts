import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'

type Field = Input<'deals.values'>['field']

let app: TestApplication
let deals: DealView[]

beforeAll(async () => {
  app = await testApplication()
  await app.call('sample.load', {})
  const { rows } = await app.call('deals.list', { tab: 'all', limit: 500 })
  deals = await Promise.all(rows.map(({ id }) => app.call('deals.get', { dealId: id })))
})
afterAll(() => app.close())

const VALUES: Record<Field, (deal: DealView) => readonly [value: string, label: string][]> = {
  country: ({ country }) => [[country, country]],
  customer: ({ customer }) => [[customer.id, customer.name]],
  solution: ({ solutions }) => solutions.map(({ id, name }) => [id, name]),
  campaign: ({ campaignId }) => (campaignId === null ? [] : [[campaignId, campaignId]]),
  currency: ({ value }) => [[value.currency, value.currency]],
}

/** What a plain look at every deal counts. */
function counted(field: Field, among: readonly DealView[]) {
  const found = new Map<string, { value: string; label: string; deals: number }>()
  for (const [value, label] of among.flatMap(VALUES[field])) {
    found.set(value, { value, label, deals: (found.get(value)?.deals ?? 0) + 1 })
  }
  return [...found.values()].sort((a, b) => b.deals - a.deals || (a.label < b.label ? -1 : 1))
}

test.each(Object.keys(VALUES) as Field[])('%s: every value once, the most frequent first', async (field) => {
  const expected = counted(field, deals)
  expect(expected.length).toBeGreaterThan(1)
  const { rows } = await app.call('deals.values', { tab: 'all', field })
  expect(rows).toEqual(expected)
})

test('a tab has the values of its own deals', async () => {
  for (const tab of ['inbound', 'outbound', 'favorites'] as const) {
    const own = deals.filter((deal) => (tab === 'favorites' ? deal.favorite : deal.direction === tab))
    const { rows } = await app.call('deals.values', { tab, field: 'country' })
    expect(rows).toEqual(counted('country', own))
  }
})

test('words are found whatever their case and accents; a limit cuts the rarest', async () => {
  const { rows } = await app.call('deals.values', { tab: 'all', field: 'customer', text: 'CASTANHO rod' })
  expect(rows.map(({ label }) => label)).toEqual(['Castanho Rodovias Lda'])
  const all = await app.call('deals.values', { tab: 'all', field: 'customer' })
  const two = await app.call('deals.values', { tab: 'all', field: 'customer', limit: 2 })
  expect(two.rows).toEqual(all.rows.slice(0, 2))
})

test('asked for some by value, it names those it knows; asked for none, none', async () => {
  const { id, name } = deals[0]!.customer
  const asked = { tab: 'all', field: 'customer' } as const
  const known = await app.call('deals.values', { ...asked, values: [id, 'nobody'] })
  expect(known.rows).toEqual([expect.objectContaining({ value: id, label: name })])
  expect((await app.call('deals.values', { ...asked, values: [] })).rows).toEqual([])
})
