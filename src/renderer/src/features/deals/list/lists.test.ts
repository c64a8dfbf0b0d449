import { expect, test } from 'vitest'
import { setUp } from '../../../testing/mount.ts'
import { columnsOf } from './columns.ts'
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
  expect(columns.filter(({ wideOnly }) => wideOnly).map(({ key }) => key)).toEqual(['sender', 'type'])
})

test('every tab begins by what needs attention, and keeps its own state', () => {
  const { tabs } = setUp(() => useLists()).result
  tabs.inbound.filters = { text: 'cold' }
  tabs.inbound.sort = { by: 'name', direction: 'desc' }
  const fresh = { filters: {}, sort: { by: 'attention', direction: 'asc' } }
  expect(tabs).toEqual({
    inbound: { filters: { text: 'cold' }, sort: { by: 'name', direction: 'desc' } },
    outbound: fresh,
    favorites: fresh,
  })
})
