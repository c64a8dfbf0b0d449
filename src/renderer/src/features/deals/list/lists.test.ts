import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { nextTick } from 'vue'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { movedTo } from './column-order.ts'
import { columnsOf, fileColumns, knownColumns, layoutOf } from './columns.ts'
import { useLists } from './lists.store.ts'

test.each([
  [
    'inbound',
    [
      'select',
      'favorite',
      'name',
      'customerName',
      'status',
      'attention',
      'sender',
      'type',
      'value',
      'closeDate',
    ],
  ],
  [
    'outbound',
    ['select', 'favorite', 'name', 'customerName', 'status', 'attention', 'type', 'value', 'closeDate'],
  ],
  [
    'favorites',
    [
      'select',
      'favorite',
      'name',
      'customerName',
      'status',
      'attention',
      'sender',
      'type',
      'value',
      'closeDate',
    ],
  ],
] as const)('the columns of %s: who sent a deal matters only where deals are sent', (tab, keys) => {
  expect(columnsOf(tab).map(({ key }) => key)).toEqual(keys)
})

test('all but the box, the heart and the sender sort by themselves; sender and type step back', () => {
  const columns = columnsOf('inbound')
  expect(columns.filter(({ sort }) => sort === null).map(({ key }) => key)).toEqual([
    'select',
    'favorite',
    'sender',
  ])
  expect(columns.filter(({ key, sort }) => sort !== null && sort !== key)).toEqual([])
  expect(columns.filter(({ stepsBack }) => stepsBack).map(({ key }) => key)).toEqual(['sender', 'type'])
})

const keysOf = (...given: Parameters<typeof columnsOf>) => columnsOf(...given).map(({ key }) => key)

test('where space is short, type steps back first, then the sender, and nothing else', () => {
  const { least } = layoutOf(columnsOf('inbound'))
  expect(keysOf('inbound', null, least)).toHaveLength(10)
  expect(keysOf('inbound', null, least - 1)).not.toContain('type')
  expect(keysOf('inbound', null, least - 200)).not.toContain('sender')
  expect(keysOf('inbound', null, 100)).toEqual(keysOf('inbound', null, least - 200))
})

test('what a person chose is shown in their order, however much it is', () => {
  const chosen = ['value', 'type', 'crmId'] as const
  expect(keysOf('inbound', chosen, 100).slice(2)).toEqual(['name', 'customerName', 'status', ...chosen])
})

test('columns kept earlier that are no more, come twice, or never go, are left out', () => {
  expect(knownColumns(['value', 'phone', 'name', 'value', 'type'])).toEqual(['value', 'type'])
  expect(knownColumns(null)).toBeNull()
})

test('a file has the columns that are shown, each once, in their order', () => {
  expect(fileColumns(columnsOf('inbound', ['closeDate', 'stage', 'attention', 'value']))).toEqual([
    'name',
    'customerName',
    'status',
    'closeDate',
    'stage',
    'percent',
    'expiresAt',
    'amount',
    'currency',
  ])
})

test.each([
  [['a', 'b', 'c'], 'a', 1, 'bac'],
  [['a', 'b', 'c'], 'c', 0, 'cab'],
  [['a', 'b', 'c'], 'b', 9, 'acb'],
])('%j with %s at %i', (list, thing, place, order) => {
  expect(movedTo(list, thing, place).join('')).toBe(order)
})

const LEFT = { viewId: null, filters: {}, sort: null, columns: null, own: null }

test('every list is found as it was left; the others begin by what needs attention', async () => {
  const client = new FakeClient()
    .answer('views.list', { rows: [] })
    .answer('views.leave', {})
    .answer('views.left', {
      rows: [{ ...LEFT, tab: 'inbound', filters: { text: 'cold' }, columns: ['value', 'gone'] }],
    })
  const { load, tabs } = setUp(() => useLists(), { client }).result
  await load()
  const sort = { by: 'attention', direction: 'asc' }
  expect(tabs.inbound).toEqual({ ...LEFT, filters: { text: 'cold' }, sort, columns: ['value'] })
  expect(tabs.outbound).toEqual({ ...LEFT, sort })
  await load()
  expect(client.inputsOf('views.left')).toHaveLength(1)
})

test('every change is remembered, the last one in any case', async () => {
  const first = Promise.withResolvers<Record<string, never>>()
  const client = new FakeClient()
    .answer('views.list', { rows: [] })
    .answer('views.left', { rows: [] })
    .answer('views.leave', ({ filters }) => (filters.text === 'c' ? first.promise : {}))
  const { load, tabs } = setUp(() => useLists(), { client }).result
  await load()
  for (const text of ['c', 'co', 'col', 'cold']) {
    tabs.outbound.filters = { text }
    await nextTick()
  }
  first.resolve({})
  await flushPromises()
  const told = client.inputsOf('views.leave').map(({ tab, filters }) => [tab, filters.text])
  expect(told).toEqual([
    ['outbound', 'c'],
    ['outbound', 'cold'],
  ])
})

test('what could not be found is looked for again', async () => {
  const client = new FakeClient()
    .answer('views.list', { rows: [] })
    .fail('views.left', { code: 'BUSY', details: { what: 'database' } })
  const { load } = setUp(() => useLists(), { client }).result
  await expect(load()).rejects.toThrow('BUSY')
  client.answer('views.left', { rows: [] })
  await load()
  expect(client.inputsOf('views.left')).toHaveLength(2)
})
