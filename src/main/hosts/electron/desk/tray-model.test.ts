import { expect, test } from 'vitest'
import type { Id } from '#shared/domain/ids.ts'
import { DAY_MS, type Instant, addMs } from '#shared/domain/time.ts'
import { type TrayModel, type Waiting, badgePicture, trayOf } from './tray-model.ts'

const NOW = '2026-11-23T09:00:00.000Z' as Instant
const deal = (n: number) => `00000000-0000-7000-8000-00000000000${n}` as Id<'deal'>
const waiting = (days: number[], over: Partial<Waiting> = {}): Waiting => ({
  count: days.length,
  first: days.map((left, n) => ({ dealId: deal(n), expiresAt: addMs(NOW, left * DAY_MS) })),
  now: NOW,
  hold: false,
  ...over,
})
const labels = ({ items }: TrayModel) => items.map(({ label }) => label ?? '—')

test('with nothing to answer it opens, begins a deal and quits', () => {
  const model = trayOf(waiting([]), 'en')
  expect([model.tooltip, model.needsAnswer]).toEqual(['Tandem', false])
  expect(labels(model)).toEqual(['Open Tandem', 'New deal', '—', 'Quit Tandem'])
})

test('deals that need an answer are counted, and told by the time they have: alone to the deal, else to Today', () => {
  const model = trayOf(waiting([0.5, 2, 5, 5, 9], { count: 12 }), 'en')
  expect([model.tooltip, model.needsAnswer]).toEqual(['Tandem · 12 deals need an answer', true])
  expect(labels(model).slice(3, -2)).toEqual([
    '12 deals need an answer',
    '1 runs out in 12 hours',
    '1 runs out in 2 days',
    '2 run out in 5 days',
    '1 runs out in 9 days',
  ])
  expect(model.items.slice(3, -2).map((item) => 'does' in item && item.does)).toEqual([
    { ask: 'go', to: '/today' },
    { ask: 'deal', dealId: deal(0) },
    { ask: 'deal', dealId: deal(1) },
    { ask: 'go', to: '/today' },
    { ask: 'deal', dealId: deal(4) },
  ])
})

test('in Chinese', () => {
  expect(labels(trayOf(waiting([0.01, 1]), 'zh-CN'))).toEqual([
    '打开 Tandem',
    '新建交易',
    '—',
    '2 笔交易需要答复',
    '1 笔将在 1 小时内过期',
    '1 笔将在 1 天后过期',
    '—',
    '退出 Tandem',
  ])
})

test('one that has just run out has no line; while the date waits to be confirmed no time is told', () => {
  expect(labels(trayOf(waiting([-1, 1]), 'en')).slice(3, -2)).toEqual([
    '2 deals need an answer',
    '1 runs out in 1 day',
  ])
  expect(labels(trayOf(waiting([1, 2], { hold: true }), 'en')).slice(3, -2)).toEqual([
    '2 deals need an answer',
  ])
})

test.for<[number, string | null]>([
  [0, null],
  [1, '1'],
  [9, '9'],
  [10, '9-plus'],
  [4000, '9-plus'],
])('%d is the picture %s', ([count, picture]) => {
  expect(badgePicture(count)).toBe(picture)
})
