import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { type Instant, instantFromMs, msOf } from '#shared/domain/time.ts'
import { NOW as NOW_AT } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, press, role, wordsOf } from '../../../testing/page.ts'
import { localDay } from '../../../app/local-day.ts'
import MomentBar from './MomentBar.vue'
import { dayAt, momentOf, timeAt } from './moment.ts'

const DAY_MS = 86_400_000
const NOW = msOf(NOW_AT)
const daysAgo = (days: number) => localDay(NOW - days * DAY_MS)
const MOMENT = momentOf(daysAgo(10), '15:05', NOW)

async function open(moment: Instant = MOMENT, locale: 'en' | 'zh-CN' = 'en') {
  const client = new FakeClient().answer('deals.activity', {
    rows: [
      { day: daysAgo(20), events: 4 },
      { day: daysAgo(10), events: 2 },
    ],
  })
  const props = { moment, text: 'As it was' }
  const stage = mountScreen(MomentBar, { client, attach: true, locale, props })
  await flushPromises()
  const gone = () => stage.wrapper.emitted<[Instant, boolean]>('go') ?? []
  return { ...stage, gone, last: () => gone().at(-1)! }
}

test.each(['en', 'zh-CN'] as const)('in %s it shows the moment with a time of 24 hours', async (locale) => {
  await open(MOMENT, locale)
  expect(wordsOf('.time .part')).toEqual(['15', '05'])
  expect(wordsOf('.said')[0]).toContain('As it was')
})

test('says how much happened that day', async () => {
  const { setProps } = await open()
  expect(wordsOf('.happened')).toEqual(['2 changes that day'])
  await setProps({ moment: momentOf(daysAgo(9), '15:05', NOW) })
  expect(wordsOf('.happened')).toEqual(['nothing happened that day'])
})

test('days and weeks back and on keep the time of the day', async () => {
  const { gone } = await open()
  for (const name of ['A week back', 'A day back', 'A day on', 'A week on']) await click(button(name))
  expect(gone().map(([at]) => [dayAt(at), timeAt(at)])).toEqual(
    [17, 11, 9, 3].map((days) => [daysAgo(days), '15:05']),
  )
})

test('there is no step past the beginning of the history, nor past today', async () => {
  const { gone, setProps } = await open(momentOf(daysAgo(20), '15:05', NOW))
  expect(button('A week back').getAttribute('aria-disabled')).toBe('true')
  await click(button('A week back'))
  await setProps({ moment: instantFromMs(NOW) })
  expect(button('A day on').getAttribute('aria-disabled')).toBe('true')
  await click(button('A day on'))
  expect(gone()).toEqual([])
})

test('a time that is typed takes the place of the moment before', async () => {
  const { last } = await open()
  await press(role('spinbutton', 'hour'), 'ArrowDown')
  await flushPromises()
  const [at, replaces] = last()
  expect([dayAt(at), timeAt(at), replaces]).toEqual([daysAgo(10), '14:05', true])
})

test('the slider looks while it is moved and goes where it is let go, at the same time of the day', async () => {
  const { wrapper, last } = await open()
  const slider = document.querySelector<HTMLInputElement>('input[type="range"]')!
  expect(slider.max).toBe('20')
  slider.value = '5'
  slider.dispatchEvent(new Event('input'))
  expect(wrapper.emitted<[Instant]>('look')!.map(([at]) => dayAt(at))).toEqual([daysAgo(15)])
  slider.dispatchEvent(new Event('change'))
  expect([dayAt(last()[0]), timeAt(last()[0])]).toEqual([daysAgo(15), '15:05'])
})

test('leads back to now', async () => {
  const { wrapper } = await open()
  await click(button('Back to now'))
  expect(wrapper.emitted('back')).toHaveLength(1)
})
