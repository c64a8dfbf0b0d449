import { expect, test } from 'vitest'
import type { DealType, PartyStatus, Status } from '#shared/domain/deal.ts'
import type { Locale } from '#shared/domain/settings.ts'
import { at, day } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import CloseDate from './CloseDate.vue'
import FavoriteHeart from './FavoriteHeart.vue'
import StageSquares from './StageSquares.vue'
import StatusMark from './StatusMark.vue'
import TimeLeft from './TimeLeft.vue'
import TypeMark from './TypeMark.vue'

const words = (component: object, props: object, locale: Locale): string =>
  mountScreen(component, { props: props as never, locale }).wrapper.text()

test.each<[Status | PartyStatus, string, string]>([
  ['received', 'Received', '已接收'],
  ['accepted', 'Accepted', '已接受'],
  ['won', 'Won', '赢单'],
  ['lost', 'Lost', '丢单'],
  ['declined', 'Declined', '已拒绝'],
  ['expired', 'Expired', '已过期'],
  ['pending', 'Pending', '待处理'],
])('the status %s is a glyph and the word %s, %s', (status, english, chinese) => {
  expect(words(StatusMark, { status }, 'en')).toBe(english)
  expect(words(StatusMark, { status }, 'zh-CN')).toBe(chinese)
  const { wrapper } = mountScreen(StatusMark, { props: { status } })
  expect(wrapper.findAll('svg[aria-hidden="true"]')).toHaveLength(1)
})

test('a status in a phrase is said by the phrase', () => {
  expect(words(StatusMark, { status: 'pending', label: 'Microsoft pending' }, 'en')).toBe('Microsoft pending')
})

test.each<[DealType, string, string]>([
  ['co-sell', 'Co-sell', 'Co-sell'],
  ['partner-to-partner', 'P2P', 'Partner to partner'],
  ['private', 'Private', 'Private'],
  ['solution-assessment', 'Assessment', 'Solution assessment'],
])('the type %s is %s, in full %s', (type, short, full) => {
  expect(words(TypeMark, { type }, 'en')).toBe(short)
  expect(words(TypeMark, { type, full: true }, 'en')).toBe(full)
})

test.each([
  ['created', 10, 1, 'Created, 10 %', '已创建，10 %'],
  ['developed', 40, 3, 'Developed, 40 %', '已开发，40 %'],
  ['won', 100, 6, 'Won, 100 %', '赢单，100 %'],
])('the stage %s at %d percent fills %d of six squares', (stage, percent, filled, english, chinese) => {
  const { wrapper } = mountScreen(StageSquares, { props: { stage, percent } })
  expect(wrapper.findAll('.squares i')).toHaveLength(6)
  expect(wrapper.findAll('.squares i.on')).toHaveLength(filled)
  expect(wrapper.text()).toBe(english)
  expect(words(StageSquares, { stage, percent }, 'zh-CN')).toBe(chinese)
})

// Now is 2 March 2026, 12:00: when the answer is due, the words, the ticks, how pressing it is.
test.each([
  ['2026-03-14T12:00:00.000Z', '12 d 0 h left', '剩 12 天 0 小时', 12, 'calm'],
  ['2026-03-09T12:00:00.001Z', '7 d 0 h left', '剩 7 天 0 小时', 8, 'calm'],
  ['2026-03-09T12:00:00.000Z', '7 d 0 h left', '剩 7 天 0 小时', 7, 'soon'],
  ['2026-03-05T15:30:00.000Z', '3 d 3 h left', '剩 3 天 3 小时', 4, 'soon'],
  ['2026-03-05T12:00:00.000Z', '3 d 0 h left', '剩 3 天 0 小时', 3, 'now'],
  ['2026-03-02T17:45:00.000Z', '5 h 45 min left', '剩 5 小时 45 分钟', 1, 'now'],
  ['2026-03-02T12:07:00.000Z', '7 min left', '剩 7 分钟', 1, 'now'],
  ['2026-03-02T12:00:00.000Z', 'Expired Mar 2', '3月2日 已过期', 0, 'now'],
  ['2026-04-02T12:00:00.000Z', '31 d 0 h left', '剩 31 天 0 小时', 14, 'calm'],
])('due %s: %s', async (due, english, chinese, ticks, urgency) => {
  const { wrapper, now, setLocale } = mountScreen(TimeLeft, { props: { expiresAt: at(due) } })
  now.set(at('2026-03-02T12:00:00.000Z'))
  await wrapper.vm.$nextTick()
  expect(wrapper.text()).toBe(english)
  expect(wrapper.findAll('.ticks i.on')).toHaveLength(ticks)
  expect(wrapper.classes()).toContain(urgency)
  await setLocale('zh-CN')
  expect(wrapper.text()).toBe(chinese)
})

test('the exact moment an answer is due stands in the tooltip', async () => {
  const { wrapper, setLocale } = mountScreen(TimeLeft, {
    props: { expiresAt: at('2026-03-14T12:00:00.000Z') },
  })
  const moment = new Date('2026-03-14T12:00:00.000Z')
  const clock = `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`
  expect(wrapper.attributes('title')).toBe(`Answer due Mar ${moment.getDate()}, 2026, ${clock}`)
  await setLocale('zh-CN')
  expect(wrapper.attributes('title')).toBe(`答复期限 2026年3月${moment.getDate()}日 ${clock}`)
})

test('an answer’s time runs out while one looks', async () => {
  const { wrapper, now } = mountScreen(TimeLeft, { props: { expiresAt: at('2026-03-03T12:00:00.000Z') } })
  now.set(at('2026-03-03T11:59:00.000Z'))
  await wrapper.vm.$nextTick()
  expect(wrapper.text()).toBe('1 min left')
  now.set(at('2026-03-03T12:00:00.000Z'))
  await wrapper.vm.$nextTick()
  expect(wrapper.text()).toBe('Expired Mar 3')
})

test.each([
  ['2026-06-30', true, 'Jun 30', '6月30日'],
  ['2026-03-02', true, 'Mar 2', '3月2日'],
  ['2026-03-01', true, '1 d overdue', '逾期 1 天'],
  ['2026-02-20', true, '10 d overdue', '逾期 10 天'],
  ['2026-02-20', false, 'Feb 20', '2月20日'],
])('a close date of %s, running %s, is %s', (date, running, english, chinese) => {
  expect(words(CloseDate, { date: day(date), running }, 'en')).toBe(english)
  expect(words(CloseDate, { date: day(date), running }, 'zh-CN')).toBe(chinese)
})

test('an overdue date keeps its day in the tooltip', () => {
  const { wrapper } = mountScreen(CloseDate, { props: { date: day('2026-02-20'), running: true } })
  expect(wrapper.attributes('title')).toBe('10 d overdue · Feb 20, 2026')
})

test.each([
  [true, 'en', 'Remove “Cold chain” from favorites', 'true'],
  [false, 'en', 'Add “Cold chain” to favorites', 'false'],
  [true, 'zh-CN', '从收藏夹移除“Cold chain”', 'true'],
  [false, 'zh-CN', '将“Cold chain”加入收藏夹', 'false'],
] as const)('a heart that is on: %s says in %s: %s', async (on, locale, label, pressed) => {
  const { wrapper } = mountScreen(FavoriteHeart, { props: { on, name: 'Cold chain' }, locale })
  expect([wrapper.attributes('aria-label'), wrapper.attributes('aria-pressed')]).toEqual([label, pressed])
  await wrapper.trigger('click')
  expect(wrapper.emitted('toggle')).toEqual([[]])
})
