import { expect, test } from 'vitest'
import { nextTick, ref } from 'vue'
import { dealRow, id } from '../../../testing/deals.ts'
import { setUp } from '../../../testing/mount.ts'
import type { ListFilters } from './lists.store.ts'
import { useSelection } from './selection.ts'

const ROWS = [1, 2, 3, 4, 5].map((number) => dealRow({ id: id(number) }))

function selection() {
  const filters = ref<ListFilters>({})
  const { result } = setUp(() =>
    useSelection({
      rows: () => ROWS,
      query: () => ({ tab: 'outbound', filters: filters.value }),
      total: () => 1234,
    }),
  )
  const chosen = () => ROWS.flatMap((row, index) => (result.has(row.id) ? [index + 1] : []))
  return { ...result, filters, chosen }
}

test('rows are chosen and let go one by one', () => {
  const { toggle, chosen, count, shown, selection: order } = selection()
  toggle(id(2))
  toggle(id(4))
  expect([chosen(), count.value, shown.value]).toEqual([[2, 4], 2, 'some'])
  toggle(id(2))
  expect([chosen(), order.value]).toEqual([[4], { ids: [id(4)] }])
})

test.each([
  [2, 4],
  [4, 2],
])('from %d through %d, whichever way', (from, to) => {
  const { toggle, chosen } = selection()
  toggle(id(from))
  toggle(id(to), true)
  expect(chosen()).toEqual([2, 3, 4])
})

test('through without a row before it is that row alone', () => {
  const { toggle, chosen } = selection()
  toggle(id(3), true)
  expect(chosen()).toEqual([3])
})

test('all that are shown, and none again', () => {
  const { toggleShown, shown, count } = selection()
  toggleShown()
  expect([shown.value, count.value]).toEqual(['all', 5])
  toggleShown()
  expect([shown.value, count.value]).toEqual(['none', 0])
})

test('the whole list is asked for as a list; letting one go leaves the others that are shown', () => {
  const { chooseAll, toggle, chosen, count, selection: order } = selection()
  chooseAll()
  expect([count.value, order.value]).toEqual([1234, { tab: 'outbound', filters: {} }])
  toggle(id(1))
  expect([chosen(), count.value]).toEqual([[2, 3, 4, 5], 4])
})

test('another filter begins anew', async () => {
  const { toggle, filters, count } = selection()
  toggle(id(1))
  filters.value = { statuses: ['won'] }
  await nextTick()
  expect(count.value).toBe(0)
})
