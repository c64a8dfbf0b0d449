import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { dealRow, dealView, id } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { pageWords } from '../../../testing/page.ts'
import PossibleTwin from './PossibleTwin.vue'

const TWIN = { deal: dealRow({ id: id(7), name: 'Cold chain' }), reasons: ['duns' as const], daysApart: 1 }

async function open(client: FakeClient) {
  const stage = mountScreen(PossibleTwin, { client, props: { deal: dealView() }, attach: true })
  await flushPromises()
  return stage
}

test('the likeliest open deal is named with why, and leads there; in both languages', async () => {
  const client = new FakeClient().answer('deals.duplicates', { rows: [TWIN, { ...TWIN, daysApart: 5 }] })
  const { wrapper, setLocale } = await open(client)
  expect(pageWords()).toBe('Possibly the same as Cold chain: same D-U-N-S number, closes 1 day apart')
  expect(wrapper.get('a').attributes('href')).toContain(`/deal/${id(7)}`)
  expect(client.inputsOf('deals.duplicates')).toEqual([{ dealId: dealView().id, openOnly: true }])
  await setLocale('zh-CN')
  expect(pageWords()).toBe('可能与 Cold chain 是同一笔交易：D-U-N-S 编号相同，结束日期相差 1 天')
})

test('a deal like no other says nothing, nor does one whose question fails', async () => {
  await open(new FakeClient().answer('deals.duplicates', { rows: [] }))
  expect(pageWords()).toBe('')
  await open(new FakeClient().fail('deals.duplicates', { code: 'BUSY', details: { what: 'database' } }))
  expect(pageWords()).toBe('')
})

test('what another deal looked like is not said of this one', async () => {
  const later = Promise.withResolvers<{ rows: (typeof TWIN)[] }>()
  const client = new FakeClient().answer('deals.duplicates', ({ ...input }) =>
    'dealId' in input && input.dealId === id(9) ? later.promise : { rows: [TWIN] },
  )
  const { setProps } = await open(client)
  await setProps({ deal: dealView({ id: id(9) }) })
  expect(pageWords()).toBe('')
  later.resolve({ rows: [{ ...TWIN, daysApart: 0 }] })
  await flushPromises()
  expect(pageWords()).toContain('closes on the same day')
})
