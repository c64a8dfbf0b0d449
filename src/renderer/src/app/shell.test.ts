import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Component } from 'vue'
import { at, dealRow, id } from '../testing/deals.ts'
import { FakeClient } from '../testing/fake-client.ts'
import { mountScreen } from '../testing/mount.ts'
import { button, click, field, hasRole, pageWords, press, role, wordsOf, write } from '../testing/page.ts'
import { info } from '../testing/profile.ts'
import AppRail from './AppRail.vue'
import ClearSample from './ClearSample.vue'
import DealSearch from './DealSearch.vue'
import LostView from './LostView.vue'
import NoSession from './NoSession.vue'
import SampleBanner from './SampleBanner.vue'
import { useSpoken } from './announcer.ts'
import { useApplication } from './application.store.ts'

const HITS = [
  { deal: dealRow(), matches: [{ field: 'name', snippet: 'Cold' }] },
  { deal: dealRow({ id: id(2), name: 'Harbour' }), matches: [{ field: 'notes', snippet: '…cold store…' }] },
]
async function search(rows = HITS) {
  const client = new FakeClient().answer('deals.search', { rows })
  const stage = mountScreen(DealSearch, { client, path: '/pipeline', attach: true })
  await stage.router.isReady()
  const box = field('Search deals, customers, notes')
  box.focus()
  return { ...stage, client, box }
}
const active = () => wordsOf('[role="option"][aria-selected="true"] .name')

test('search answers while one types: name, customer, and where else it was found', async () => {
  const { client, box } = await search()
  await write(box, 'cold')
  expect(client.inputsOf('deals.search')).toEqual([{ text: 'cold', limit: 8 }])
  expect(wordsOf('[role="option"]')).toEqual([
    'Cold-chain telemetryNorthwind FoodsEUR 125,000',
    'HarbourNorthwind FoodsEUR 125,000…cold store…',
  ])
  expect([box.getAttribute('aria-expanded'), active()]).toEqual(['true', ['Cold-chain telemetry']])
})

test('the words found are marked, wherever they stand; punctuation is nobody’s concern', async () => {
  const { box } = await search()
  await write(box, 'COLD?')
  expect(wordsOf('[role="option"] mark')).toEqual(['Cold', 'cold'])
  expect(wordsOf('.where')).toEqual(['…cold store…'])
  await write(box, 'cold northwind')
  expect(wordsOf('mark')).toEqual(['Cold', 'Northwind', 'Northwind', 'cold'])
})

test('a search that fails says why, and the next one goes on', async () => {
  const { client, box } = await search()
  client.fail('deals.search', { code: 'BUSY', details: { what: 'database' } })
  await write(box, 'cold')
  expect(wordsOf('[role="alert"]')).toEqual(['Another program holds the data. Wait a moment and try again.'])
  client.answer('deals.search', { rows: HITS })
  await write(box, 'cold c')
  expect([wordsOf('[role="alert"]'), wordsOf('[role="option"]').length]).toEqual([[], 2])
})

test('leaving for another page clears the search', async () => {
  const { router, box } = await search()
  await write(box, 'cold')
  await router.push('/settings')
  await flushPromises()
  expect([box.value, hasRole('listbox')]).toEqual(['', false])
})

test('arrows walk the hits and stop at the ends; Enter opens', async () => {
  const { router, box } = await search()
  await write(box, 'cold')
  await press(box, 'ArrowDown')
  await press(box, 'ArrowDown')
  expect(active()).toEqual(['Harbour'])
  expect(document.getElementById(box.getAttribute('aria-activedescendant')!)?.textContent).toContain(
    'Harbour',
  )
  await press(box, 'ArrowUp')
  await press(box, 'ArrowUp')
  expect(active()).toEqual(['Cold-chain telemetry'])
  await press(box, 'Enter')
  await flushPromises()
  expect(router.currentRoute.value.path).toBe(`/deal/${id(1)}`)
  expect([box.value, hasRole('listbox')]).toEqual(['', false])
})

test('a hit is opened by mouse', async () => {
  const { router, box } = await search()
  await write(box, 'cold')
  role('option', 'HarbourNorthwind FoodsEUR 125,000…cold store…').dispatchEvent(
    new MouseEvent('mousedown', { cancelable: true }),
  )
  await flushPromises()
  expect(router.currentRoute.value.path).toBe(`/deal/${id(2)}`)
})

test('Escape closes the hits and keeps the text; an emptied field shows none', async () => {
  const { client, box } = await search()
  await write(box, 'cold')
  await press(box, 'Escape')
  expect([box.value, hasRole('listbox')]).toEqual(['cold', false])
  await write(box, '  ')
  expect(client.calls).toHaveLength(1)
})

test('says when nothing is found', async () => {
  const { box } = await search([])
  await write(box, 'xyz')
  expect(role('status').textContent).toBe('Nothing found for “xyz”.')
})

test.each([{ ctrlKey: true }, { metaKey: true }])(
  '%j and K lead to the search from anywhere',
  async (keys) => {
    const { box } = await search()
    box.blur()
    const event = await press(document.body, 'k', keys)
    expect([document.activeElement, event.defaultPrevented]).toEqual([box, true])
  },
)

function rail(counts = {}, savedAt: string | null = null, path = '/deals/inbound') {
  const stage = mountScreen(AppRail, { path, attach: true })
  useApplication().info = info(counts, { savedAt: savedAt === null ? null : at(savedAt) })
  return stage.router.isReady()
}

test('the rail names every place, counts what waits, and marks where one is', async () => {
  await rail({ received: 3 })
  expect(wordsOf('nav a')).toEqual(['Pipeline', 'Inbound3', 'Outbound', 'Favorites', 'Directory', 'Settings'])
  expect(wordsOf('[aria-current="page"]')).toEqual(['Inbound3'])
})

test('nothing waiting is not counted', async () => {
  await rail()
  expect(wordsOf('nav a')[1]).toBe('Inbound')
})

test.each([
  [null, /^On this laptopNothing saved yet\.$/],
  ['2026-03-02T11:05:00.000Z', /^On this laptopSaved \d\d:05\.$/],
  ['2026-02-12T11:05:00.000Z', /^On this laptopSaved Feb 12, 2026, \d\d:05\.$/],
])('saved at %s is said as %s', async (savedAt, words) => {
  await rail({}, savedAt)
  expect(wordsOf('.keep')[0]).toMatch(words)
})

test('the banner says it is a sample, and leads to clearing it', async () => {
  const { overlays } = mountScreen(SampleBanner, { attach: true })
  expect(pageWords()).toBe('')
  useApplication().info = info({ sample: 60 })
  await flushPromises()
  expect(pageWords()).toContain('This is the sample pipeline: 60 invented deals, dated relative to today.')
  await click(button('Clear the sample'))
  expect(overlays.current.value).toEqual({ kind: 'clear-sample' })
})

async function clearing(deals: number) {
  const client = new FakeClient()
    .answer('sample.clear', { deals: 60 })
    .answer('app.info', info({ sample: 0 }))
  const stage = mountScreen(ClearSample, { client, attach: true })
  useApplication().info = info({ sample: 60, deals })
  await flushPromises()
  return { ...stage, client }
}

test.each([
  [60, 'Settings can load the sample again, as it was.'],
  [61, '1 deal of your own stays.'],
  [1284, '1,224 deals of your own stay.'],
])('before the sample goes it says what goes and what stays: of %d deals', async (deals, stays) => {
  const { client } = await clearing(deals)
  expect(pageWords()).toContain('They go with everything you did to them.')
  expect(pageWords()).toContain(stays)
  expect(client.inputsOf('sample.clear')).toEqual([])
})

test('the sample is cleared once, and what happened is said', async () => {
  const { client, wrapper } = await clearing(61)
  const form = document.querySelector('form')!
  form.dispatchEvent(new Event('submit'))
  form.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(client.inputsOf('sample.clear')).toEqual([{}])
  expect(useSpoken().value.trim()).toBe('The sample is cleared. 60 deals are gone; yours stayed.')
  expect(wrapper.emitted('close')).toHaveLength(1)
})

test('from the sample one can go on to an import', async () => {
  const { overlays } = mountScreen(SampleBanner, { attach: true })
  useApplication().info = info({ sample: 60 })
  await flushPromises()
  await click(button('Import from Partner Center'))
  expect(overlays.current.value).toEqual({ kind: 'import' })
})

test.each<[string, Component, string, string]>([
  ['an address nobody lives at', LostView, 'There is no such page', '没有这个页面'],
  ['a tab without a link', NoSession, 'This tab has no link to Tandem', '此标签页'],
])('%s says so in both languages', async (_what, view, english, chinese) => {
  const { setLocale } = mountScreen(view, { attach: true })
  expect(wordsOf('h3')).toEqual([english])
  await setLocale('zh-CN')
  expect(wordsOf('h3')[0]).toContain(chinese)
})

test('from a lost page one gets back to the pipeline', () => {
  mountScreen(LostView, { attach: true })
  expect(document.querySelector('a')?.getAttribute('href')).toBe('/pipeline')
})
