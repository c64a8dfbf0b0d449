import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Component } from 'vue'
import { at } from '../testing/deals.ts'
import { FakeClient } from '../testing/fake-client.ts'
import { mountScreen } from '../testing/mount.ts'
import { button, click, pageWords, wordsOf } from '../testing/page.ts'
import { info } from '../testing/profile.ts'
import { busyDay } from '../testing/today.ts'
import AppRail from './AppRail.vue'
import ClearSample from './ClearSample.vue'
import LostView from './LostView.vue'
import NoSession from './NoSession.vue'
import SearchField from './SearchField.vue'
import SampleBanner from './SampleBanner.vue'
import { useSpoken } from './announcer.ts'
import { useApplication } from './application.store.ts'
import { useToday } from './today.store.ts'

function rail(counts = {}, savedAt: string | null = null, path = '/deals/inbound') {
  const stage = mountScreen(AppRail, { path, attach: true })
  useApplication().info = info(counts, { savedAt: savedAt === null ? null : at(savedAt) })
  return stage.router.isReady()
}

test('the rail names every place, counts what waits, and marks where one is', async () => {
  await rail({ received: 3 })
  expect(wordsOf('nav a')).toEqual([
    'Today',
    'Pipeline',
    'Inbound3',
    'Outbound',
    'All deals',
    'Favorites',
    'Insights',
    'Directory',
    'Settings',
  ])
  expect(wordsOf('[aria-current="page"]')).toEqual(['Inbound3'])
})

test('nothing waiting is not counted', async () => {
  await rail()
  expect(wordsOf('nav a')[2]).toBe('Inbound')
})

test('the day comes first, with how much needs the person', async () => {
  await rail({}, null, '/today')
  useToday().day = busyDay({ needs: 1014 })
  await flushPromises()
  expect(wordsOf('[aria-current="page"]')).toEqual(['Today1,014'])
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

test('what looks like the search field opens the palette', async () => {
  const { overlays } = mountScreen(SearchField, { attach: true })
  const field = button('Search deals, or say what to do')
  expect([field.getAttribute('aria-haspopup'), wordsOf('kbd')]).toEqual(['dialog', ['Ctrl K']])
  await click(field)
  expect(overlays.current.value).toEqual({ kind: 'palette' })
})
