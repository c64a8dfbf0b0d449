import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { type TrailPlace, useTrail } from '../../../app/trail.store.ts'
import { dealView, id, receivedView } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, wordsOf } from '../../../testing/page.ts'
import { useLists } from '../list/lists.store.ts'
import DealCrumb from './DealCrumb.vue'

let lists: ReturnType<typeof useLists>
/** The page of deal 8, come to from deals 7, 8 and 9 of a place; or from nowhere. */
function open(deal: DealView, place: TrailPlace | null = null) {
  const Page = defineComponent(() => {
    lists = useLists()
    if (place) useTrail().lay(place, [{ ids: [id(7), id(8), id(9)], count: 3 }])
    return () => h(DealCrumb, { deal })
  })
  return mountScreen(Page, { attach: true, path: `/deal/${deal.id}` })
}
const EIGHT = dealView({ id: id(8) })
const links = () => [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))
beforeEach(() => document.body.replaceChildren())

test('a deal one came to from nowhere stands in the list of its direction, without neighbours', () => {
  open(receivedView())
  expect(wordsOf('a')).toEqual(['Inbound', 'Northwind Foods'])
  expect(hasButton('Next deal')).toBe(false)
})

test.each<[TrailPlace, string, string]>([
  ['favorites', 'Favorites', '/deals/favorites'],
  ['pipeline', 'Pipeline', '/pipeline'],
  ['all', 'All deals', '/deals/all'],
  ['search', 'Outbound', '/deals/outbound'],
])('come to from %s it says so and how many there are', (place, name, path) => {
  open(EIGHT, place)
  expect([wordsOf('a')[0], links()[0]]).toEqual([name, path])
  expect(wordsOf('nav > .num')).toEqual(['Deal 2 of 3'])
})

test('the customer leads to the list of its deals', async () => {
  const { router } = open(EIGHT)
  await click(document.querySelectorAll('a')[1]!)
  await flushPromises()
  expect(router.currentRoute.value.path).toBe('/deals/all')
  expect(lists.tabs.all.filters).toEqual({ customerIds: [EIGHT.customer.id] })
})

test.each([
  ['Next deal', 9],
  ['Previous deal', 7],
])('%s leads there, and Back still leads to the list', async (name, number) => {
  const { router } = open(EIGHT, 'outbound')
  await router.push('/deals/outbound')
  await router.push('/deal/8')
  await click(button(name))
  await flushPromises()
  expect(router.currentRoute.value.path).toBe(`/deal/${id(number)}`)
  router.back()
  await flushPromises()
  expect(router.currentRoute.value.path).toBe('/deals/outbound')
})

test('at the end there is nothing further, and it says so', async () => {
  const { router } = open(dealView({ id: id(9) }), 'outbound')
  await router.isReady()
  const before = router.currentRoute.value.path
  expect(button('Next deal').getAttribute('aria-disabled')).toBe('true')
  expect(button('Previous deal').getAttribute('aria-disabled')).toBeNull()
  await click(button('Next deal'))
  await flushPromises()
  expect(router.currentRoute.value.path).toBe(before)
})
