import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { DealId } from '#shared/domain/ids.ts'
import { dealRow } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import FigureDeals from './FigureDeals.vue'
import type { Opened } from './insights.store.ts'

const opened: Opened = {
  asked: { report: 'outcomes', filters: { types: ['co-sell'] } },
  row: '2026-10',
  figure: 'won',
  title: 'Oct 2026: Won',
}
const one = dealRow({ id: 'd1' as DealId, name: 'Port gate' })
const two = dealRow({ id: 'd2' as DealId, name: 'Dock doors' })

async function show(client: FakeClient) {
  const stage = mountScreen(FigureDeals, { client, props: { opened }, attach: true })
  await flushPromises()
  return stage
}

test('the deals are asked for by the question of the report, a page after the other', async () => {
  const client = new FakeClient().answer('reports.deals', ({ cursor }) =>
    cursor === undefined
      ? { rows: [one], nextCursor: 'next', count: 2, gone: [] }
      : { rows: [two], nextCursor: null, count: 2, gone: ['d2' as DealId] },
  )
  const { wrapper } = await show(client)
  expect(wrapper.text()).toContain('2 deals')
  expect(wrapper.findAll('li a').map((link) => link.text())).toEqual(['Port gate'])
  await wrapper.get('.more').trigger('click')
  await flushPromises()
  expect(client.inputsOf('reports.deals')).toEqual([
    { ...opened.asked, row: '2026-10', figure: 'won', limit: 50 },
    { ...opened.asked, row: '2026-10', figure: 'won', limit: 50, cursor: 'next' },
  ])
  expect(wrapper.find('.more').exists()).toBe(false)
})

test('a deal that was taken back since is told, and leads nowhere', async () => {
  const answer = { rows: [one, two], nextCursor: null, count: 2, gone: ['d2' as DealId] }
  const { wrapper } = await show(new FakeClient().answer('reports.deals', answer))
  expect(wrapper.findAll('li a').map((link) => link.text())).toEqual(['Port gate'])
  expect(wrapper.findAll('li')[1]?.text()).toContain('Taken back since')
})

test('the title has the focus, Escape asks to close', async () => {
  const answer = { rows: [one], nextCursor: null, count: 1, gone: [] }
  const { wrapper } = await show(new FakeClient().answer('reports.deals', answer))
  expect(document.activeElement?.textContent).toBe('Oct 2026: Won')
  await wrapper.trigger('keydown', { key: 'Escape' })
  expect(wrapper.emitted('close')).toHaveLength(1)
})

test('what cannot be had says so and can be asked for again', async () => {
  const client = new FakeClient().fail('reports.deals', {
    code: 'NOT_FOUND',
    details: { what: 'row', id: '2026-10' },
  })
  const { wrapper } = await show(client)
  client.answer('reports.deals', { rows: [one], nextCursor: null, count: 1, gone: [] })
  await wrapper.get('[role="alert"] button').trigger('click')
  await flushPromises()
  expect(wrapper.findAll('li')).toHaveLength(1)
})
