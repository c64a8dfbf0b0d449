import { expect, test } from 'vitest'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { at, dealView, eligibility, receivedView, refusal, wonView } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, pageWords, wordsOf } from '../../../testing/page.ts'
import LifecycleBar from './LifecycleBar.vue'

const open = (deal: DealView, busy = false, locale: 'en' | 'zh-CN' = 'en') =>
  mountScreen(LifecycleBar, { props: { deal, busy }, locale, attach: true })
const mark = (stage: DealView['stageMarks'][number]['stage'], date: string) => ({
  stage,
  at: at(`${date}T09:00:00.000Z`),
  by: null,
})
const ASSESSMENT = dealView({ type: 'solution-assessment', stageMarks: [mark('created', '2026-02-20')] })

test('a deal of ours: what is reached with its date, the next step as a button, what is open', () => {
  open(dealView())
  expect(wordsOf('li')).toEqual([
    'Created10 %, Feb 20',
    'Mark as Qualified20 %',
    'Developed40 %',
    'Proposed60 %',
    'Negotiated80 %',
    'Won or lostends the deal',
    'Closed',
  ])
  expect(wordsOf('[aria-current="step"]')).toEqual(['Created10 %, Feb 20'])
})

test('in Chinese', () => {
  open(dealView(), false, 'zh-CN')
  expect(wordsOf('li')[0]).toBe('已创建10 %，2月20日')
})

test('the next step is told by its stage', async () => {
  const { wrapper } = open(dealView())
  await click(button('Mark as Qualified'))
  expect(wrapper.emitted('mark')).toEqual([['qualified']])
})

test('a stage of an assessment is marked complete', async () => {
  const { wrapper } = open(ASSESSMENT)
  await click(button('Mark “Secure customer LOE” complete'))
  expect(wrapper.emitted('mark')).toEqual([['secure-customer-loe']])
})

test('an unanswered deal is accepted in its own place, until it expires', async () => {
  const { wrapper } = open(receivedView())
  expect(wordsOf('li').slice(0, 2)).toEqual(['ReceivedFeb 20', 'Accept…until Mar 14'])
  await click(button('Accept…'))
  expect(wrapper.emitted('accept')).toEqual([[]])
})

test('nothing can be pressed while something is saved', async () => {
  const { wrapper } = open(dealView(), true)
  await click(button('Mark as Qualified'))
  expect(wrapper.emitted('mark')).toBeUndefined()
})

test.each<[Partial<DealView>, string[]]>([
  [{ status: 'won' }, ['Created10 %, Feb 20', 'WonMar 1', 'Closed']],
  [{ status: 'lost' }, ['Created10 %, Feb 20', 'LostMar 1', 'Closed']],
  [
    { status: 'declined', direction: 'inbound', stageMarks: [] },
    ['ReceivedFeb 20', 'DeclinedMar 1', 'Closed'],
  ],
  [{ status: 'expired', direction: 'inbound', stageMarks: [] }, ['ReceivedFeb 20', 'ExpiredMar 1', 'Closed']],
])('%# a closed deal shows what it reached, and offers no step: %j', (over, expected) => {
  open(dealView({ ...over, closedAt: at('2026-03-01T12:00:00.000Z') }))
  expect(wordsOf('li')).toEqual(expected)
  expect(hasButton('Mark as Qualified')).toBe(false)
})

test('what registration lacks is counted on the way, and said with what mends it', async () => {
  const eligible = eligibility({
    E0: refusal('NOT_WON'),
    E2: refusal('MICROSOFT_NOT_ACCEPTED', {}, { action: 'record-answer' }),
  })
  const deal = wonView({ status: 'accepted', closedAt: null, microsoft: 'pending', eligibility: eligible })
  let asked = 0
  const mends = { 'record-answer': { label: 'Record Microsoft’s answer', go: () => (asked += 1) } }
  mountScreen(LifecycleBar, { props: { deal, busy: false, mends }, attach: true })
  await click(button('after Won; 4 of 6 met'))
  expect(pageWords()).toContain('Microsoft has not accepted')
  expect(pageWords()).not.toContain('Not won yet')
  await click(button('Record Microsoft’s answer'))
  expect(asked).toBe(1)
})

test('where nothing lacks but being won, that is all it says', () => {
  const deal = wonView({
    status: 'accepted',
    closedAt: null,
    eligibility: eligibility({ E0: refusal('NOT_WON') }),
  })
  open(deal)
  expect(wordsOf('li.soft')[0]).toBe('Registerafter Won; 5 of 6 met')
  expect(hasButton('after Won; 5 of 6 met')).toBe(false)
})

test('of a moment of the past the next step is a name, not a button', () => {
  mountScreen(LifecycleBar, { props: { deal: dealView(), busy: false, past: true }, attach: true })
  expect(wordsOf('li')[1]).toBe('Qualified20 %')
  expect([...document.querySelectorAll('button')]).toEqual([])
})
