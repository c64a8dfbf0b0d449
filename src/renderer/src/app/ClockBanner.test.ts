import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { HOLD_REASONS, type HoldReason } from '#shared/domain/clock.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { at, day, id } from '../testing/deals.ts'
import { FakeClient } from '../testing/fake-client.ts'
import { mountScreen } from '../testing/mount.ts'
import { button, click, pageWords, wordsOf } from '../testing/page.ts'
import { info } from '../testing/profile.ts'
import ClockBanner from './ClockBanner.vue'
import { useApplication } from './application.store.ts'
import { useUndo } from './undo.store.ts'

type Clock = Output<'app.info'>['clock']
const NOW = at('2026-03-02T12:00:00.000Z')
const clockOf = (why: HoldReason | null, banner: Clock['banner'] = null, today = '2027-01-05'): Clock => ({
  now: NOW,
  hold: why && { since: NOW, why },
  banner,
  computer: { now: at(`${today}T12:00:00.000Z`), today: day(today) },
})

async function open(clock: Clock, locale: 'en' | 'zh-CN' = 'en') {
  const client = new FakeClient()
    .answer('app.info', info({}, { clock: clockOf(null) }))
    .answer('app.confirm-clock', { clock: clockOf(null), expiredMeanwhile: [] })
  const stage = mountScreen(ClockBanner, { client, attach: true, locale })
  useApplication().info = info({}, { clock })
  await flushPromises()
  return { ...stage, client }
}

test('a clock nobody doubts says nothing', async () => {
  await open(clockOf(null))
  expect(pageWords()).toBe('')
})

test('a doubt says why, what waits for it, and asks for the date', async () => {
  const { client } = await open(clockOf('leaped-forward'))
  expect(wordsOf('[role="alert"] p')).toEqual([
    'The computer’s clock says Jan 5, 2027: more than 90 days since Tandem was last used. ' +
      'Until you confirm the date, no invitation expires and none can be answered.',
    'Is today Jan 5, 2027? If not, set the computer’s clock right. Tandem then asks again.',
  ])
  await click(button('Yes, today is Jan 5, 2027'))
  await flushPromises()
  expect(client.inputsOf('app.confirm-clock')).toEqual([{ today: '2027-01-05' }])
  expect(pageWords()).toBe('')
})

test.each(HOLD_REASONS)('%s has words in both languages', async (why) => {
  const { setLocale } = await open(clockOf(why))
  expect(pageWords()).toContain('Jan 5, 2027')
  await setLocale('zh-CN')
  expect(wordsOf('b')[0]).toContain('2027年1月5日')
})

test('a clock that was set meanwhile is asked about anew', async () => {
  const { client } = await open(clockOf('leaped-forward'))
  client.fail('app.confirm-clock', { code: 'INVALID_INPUT', details: { issues: [] } })
  client.answer('app.info', info({}, { clock: clockOf('leaped-forward', null, '2026-03-02') }))
  await click(button('Yes, today is Jan 5, 2027'))
  await flushPromises()
  expect(wordsOf('.problem')).toEqual(['The computer’s clock has changed since. Look at the date once more.'])
  expect(button('Yes, today is Mar 2, 2026').disabled).toBe(false)
})

test('what ran out by the wrong date is said', async () => {
  const { client } = await open(clockOf('moved-back-far'))
  client.answer('app.confirm-clock', { clock: clockOf(null), expiredMeanwhile: [id(1), id(2)] })
  await click(button('Yes, today is Jan 5, 2027'))
  await flushPromises()
  expect(useUndo().shown?.text).toContain('2 deals had run out by the wrong date.')
})

test('news of the clock are heard at once; a small step back is only said', async () => {
  const { client } = await open(clockOf(null))
  client.answer('app.info', info({}, { clock: clockOf(null, 'moved-back') }))
  client.tell('clock.changed', {})
  await flushPromises()
  expect(wordsOf('[role="status"]')).toEqual([
    'The computer’s clock was moved back. Tandem counts time on from where it was.',
  ])
})
