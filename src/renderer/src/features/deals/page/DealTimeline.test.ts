import { expect, test } from 'vitest'
import type { TimelineEntry } from '#shared/ipc/contract/deal-views.ts'
import { at, entry, id } from '../../../testing/deals.ts'
import { useApplication } from '../../../app/application.store.ts'
import { profile } from '../../../testing/profile.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, press, role, wordsOf } from '../../../testing/page.ts'
import DealTimeline from './DealTimeline.vue'

const open = (entries: TimelineEntry[], more = false, locale: 'en' | 'zh-CN' = 'en') =>
  mountScreen(DealTimeline, {
    props: { entries, more, part: null, moment: null },
    locale,
    attach: true,
  })
const on = (number: number, instant: string, over: Partial<TimelineEntry> = {}) =>
  entry('edited', { eventId: id(number), at: at(instant), recordedAt: at(instant), ...over })

const YEARS = [
  on(1, '2026-03-02T11:00:00.000Z'),
  on(2, '2026-03-02T10:00:00.000Z'),
  on(3, '2026-03-01T12:00:00.000Z'),
  on(4, '2026-02-12T12:00:00.000Z'),
  on(5, '2025-11-12T12:00:00.000Z'),
]

test('events stand by day, newest first, each day named once', () => {
  open(YEARS)
  expect(wordsOf('h3')).toEqual(['Today', 'Yesterday', 'Thursday, February 12', 'Nov 12, 2025'])
  expect([...document.querySelectorAll('ol')].map((list) => list.children.length)).toEqual([2, 1, 1, 1])
})

test('days are named in Chinese', () => {
  open(YEARS, false, 'zh-CN')
  expect(wordsOf('h3')).toEqual(['今天', '昨天', '2月12日星期四', '2025年11月12日'])
})

test('an event says what happened, what it changed and who did it', () => {
  open([
    entry('edited', {
      before: { value: { amount: 12_500_000, currency: 'EUR' }, crmId: null },
      after: { value: { amount: 14_000_000, currency: 'EUR' }, crmId: 'C-7' },
    }),
  ])
  expect(wordsOf('.event p')).toEqual(['Details changed'])
  expect(wordsOf('.change')).toEqual(['Value: EUR 125,000 EUR 140,000', 'CRM ID: empty C-7'])
  expect(wordsOf('.by')).toEqual(['Anna Berg'])
})

test.each<[Partial<TimelineEntry>, string]>([
  [{ actor: null }, 'this laptop'],
  [{ origin: 'schedule', actor: null }, 'schedule'],
  [{ origin: 'import:7' }, 'Partner Center import'],
  [{ origin: 'sample', actor: null }, 'sample'],
])('%# who did it, or what: %j', (over, by) => {
  open([entry('edited', over)])
  expect(wordsOf('.by')).toEqual([by])
})

test('notes that came with it are read in full', () => {
  open([entry('declined', { params: { reason: 'budget', notes: 'Next year again' } })])
  expect(wordsOf('.event p')).toEqual(['Declined: Project budget not adequate'])
  expect(wordsOf('.change')).toEqual(['Next year again'])
})

test('what was written down on a later day says so', () => {
  const recordedAt = at('2026-03-02T12:00:00.000Z')
  open([on(1, '2026-02-12T12:00:00.000Z', { recordedAt })])
  expect(wordsOf('.by')[0]).toMatch(/^Anna Berg · written down Mar 2, 2026, \d\d:00$/)
})

test('what the sample brought was never written down late', () => {
  const recordedAt = at('2026-03-02T12:00:00.000Z')
  open([on(1, '2026-02-12T12:00:00.000Z', { recordedAt, origin: 'sample', actor: null })])
  expect(wordsOf('.by')).toEqual(['sample'])
})

test('earlier events are one press away, where there are any', async () => {
  const { wrapper, setProps } = open(YEARS, true)
  await click(button('Earlier events'))
  expect(wrapper.emitted('more')).toEqual([[]])
  await setProps({ more: false })
  expect(hasButton('Earlier events')).toBe(false)
})

test('the history is narrowed to one part, and says which', async () => {
  const { wrapper, setProps } = open(YEARS)
  await press(button('Events shown: All events'), 'Enter')
  await click(role('menuitem', 'Parties'))
  expect(wrapper.emitted('update:part')).toEqual([['parties']])
  await setProps({ part: 'parties', entries: [] })
  expect(wordsOf('.nothing')).toEqual(['Nothing of this kind has happened.'])
  await press(button('Events shown: Parties'), 'Enter')
  await click(role('menuitem', 'All events'))
  expect(wrapper.emitted('update:part')?.at(-1)).toEqual([null])
})

test('every event leads to the deal as it was then, the button above to any moment', async () => {
  const { wrapper } = open([on(1, '2026-03-01T11:00:00.000Z')])
  await click(button('See the deal as it was then: Details changed'))
  await click(button('As it was on…'))
  expect(wrapper.emitted('then')).toEqual([['2026-03-01T11:00:00.000Z'], [null]])
})

test('while the past is shown, its event is marked, later ones stand back and nothing is undone', async () => {
  const { setProps } = open(YEARS.map((event) => ({ ...event, undoable: true })))
  const undos = () =>
    [...document.querySelectorAll('button')].filter((one) => one.textContent?.includes('Undo'))
  expect(undos()).toHaveLength(1)
  await setProps({ moment: at('2026-03-01T18:00:00.000Z') })
  expect([...document.querySelectorAll('.event')].map((event) => event.className)).toEqual([
    'event later',
    'event later',
    'event shown',
    'event',
    'event',
  ])
  expect(undos()).toHaveLength(0)
})

test('undo stands at one’s own newest change: not at the sample’s, a file’s or somebody else’s', async () => {
  const undoable = (number: number, over: Partial<TimelineEntry>) =>
    on(number, '2026-03-01T11:00:00.000Z', { undoable: true, ...over })
  const { wrapper } = open([
    undoable(1, { origin: 'sample', actor: 'Anna Berg' }),
    undoable(2, { origin: 'import:7' }),
    undoable(3, { actor: 'Ivo Novak' }),
    undoable(4, { undoable: false }),
    undoable(5, { origin: 'bulk:8' }),
    undoable(6, {}),
  ])
  const user = { firstName: 'Anna', lastName: 'Berg', email: '', phone: '' }
  useApplication().profile = profile({ user })
  await wrapper.vm.$nextTick()
  expect(wordsOf('.event').map((words) => words.includes('Undo'))).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
  ])
})
