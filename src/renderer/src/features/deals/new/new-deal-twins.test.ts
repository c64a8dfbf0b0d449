import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Output } from '#shared/ipc/contract.ts'
import { day, dealRow, dealView } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { NO_CUSTOMER } from '../form/customer-choice.ts'
import { useNewDealTwins } from './new-deal-twins.ts'
import { useNewDeal } from './new-deal.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Answer = Output<'deals.duplicates'>
const TWIN: Answer['rows'][number] = { deal: dealRow(), reasons: ['crm-id'], daysApart: 9 }
const NORTHWIND = dealView().customer

function newDeal(client = new FakeClient().answer('deals.duplicates', { rows: [TWIN] })) {
  const begin = () => {
    const deal = useNewDeal()
    return { ...deal, twins: useNewDealTwins(deal) }
  }
  const { result } = setUp(begin, { client })
  return { client, ...result, asked: () => client.inputsOf('deals.duplicates') }
}
const settle = async () => {
  await flushPromises()
  await vi.runOnlyPendingTimersAsync()
  await flushPromises()
}

test('nothing is asked before there is something to compare; then once typing pauses, with all of it', async () => {
  const { draft, twins, asked } = newDeal()
  draft.name = 'Cold chain'
  draft.customer = { ...NO_CUSTOMER, picked: NORTHWIND }
  await settle()
  expect([asked(), twins.value]).toEqual([[], []])
  draft.closeDate = day('2026-12-31')
  await flushPromises()
  draft.value = { text: '145,000', currency: 'EUR' }
  await settle()
  expect(asked()).toEqual([
    {
      deal: {
        name: 'Cold chain',
        customer: { id: NORTHWIND.id },
        value: { amount: 14_500_000, currency: 'EUR' },
        closeDate: '2026-12-31',
        crmId: null,
      },
      except: [],
    },
  ])
  expect(twins.value).toEqual([TWIN])
})

test('a new customer is compared by what is typed, a number only once it is one; a copy not with its source', async () => {
  const { draft, asked } = newDeal()
  draft.customer = { ...NO_CUSTOMER, adding: true, name: 'Northwind', country: 'DE', duns: '12-345-678' }
  draft.sourceDealId = TWIN.deal.id
  draft.crmId = ' CRM-1 '
  await settle()
  draft.customer = { ...draft.customer, duns: '12-345-6789' }
  await settle()
  expect(asked().map((input) => 'deal' in input && input.deal.customer)).toEqual([
    { name: 'Northwind', country: 'DE', duns: null },
    { name: 'Northwind', country: 'DE', duns: '123456789' },
  ])
  expect(asked()[0]).toMatchObject({ deal: { crmId: 'CRM-1', closeDate: null }, except: [TWIN.deal.id] })
})

test('what is no longer like any deal is no longer said to be; a late answer is dropped, a failed one says nothing', async () => {
  const answers = [Promise.withResolvers<Answer>(), Promise.withResolvers<Answer>()]
  let count = 0
  const client = new FakeClient().answer('deals.duplicates', () => answers[count++]!.promise)
  const { draft, twins } = newDeal(client)
  draft.crmId = 'CRM-1'
  await settle()
  draft.crmId = 'CRM-12'
  await settle()
  answers[1]!.resolve({ rows: [TWIN] })
  answers[0]!.resolve({ rows: [] })
  await flushPromises()
  expect(twins.value).toEqual([TWIN])
  client.fail('deals.duplicates', { code: 'BUSY', details: { what: 'database' } })
  draft.crmId = 'CRM-123'
  await settle()
  expect(twins.value).toEqual([TWIN])
  draft.crmId = ''
  await settle()
  expect(twins.value).toEqual([])
})
