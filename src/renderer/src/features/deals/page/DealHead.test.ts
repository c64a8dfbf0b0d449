import { expect, test } from 'vitest'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import { allowed, at, blocked, day, dealView, receivedView, refusal } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, hasButton, pageWords, press, role, wordsOf } from '../../../testing/page.ts'
import DealHead from './DealHead.vue'

const calls: string[] = []
const mends = {
  copy: () => calls.push('copy'),
  accept: () => calls.push('accept'),
  markNext: () => calls.push('mark'),
  nextStage: 'Qualified',
}
const open = (deal: DealView, actions: VerdictView[] = [], locale: 'en' | 'zh-CN' = 'en') =>
  mountScreen(DealHead, { props: { deal, actions, mends }, locale, attach: true })

test('says what the deal is: name, value, date, type and the fact behind it', () => {
  open(dealView())
  expect(wordsOf('h1')).toEqual(['Cold-chain telemetry'])
  expect(wordsOf('.facts')).toEqual([
    'EUR 125,000Closes Jun 30, 2026, in 120 daysPrivate, because nobody else is on it',
  ])
  expect(wordsOf('nav a')).toEqual(['Outbound', 'Northwind Foods'])
})

test.each<[string, string, string]>([
  ['2026-03-03', 'Closes Mar 3, 2026, in 1 day', '1'],
  ['2026-03-02', 'Closes Mar 2, 2026, today', '今天'],
  ['2026-03-01', 'Closes Mar 1, 2026, 1 day overdue', '逾期 1'],
  ['2026-02-28', 'Closes Feb 28, 2026, 2 days overdue', '逾期 2'],
])('a close date of %s is said as %s', async (closeDate, english, chinese) => {
  const { setLocale } = open(dealView({ closeDate: day(closeDate) }))
  expect(pageWords()).toContain(english)
  await setLocale('zh-CN')
  expect(pageWords()).toContain(chinese)
})

test('a closed deal is not overdue', () => {
  open(dealView({ status: 'won', closeDate: day('2026-01-31'), closedAt: at('2026-02-01T09:00:00.000Z') }))
  expect(pageWords()).toContain('Closed as won Feb 1Private')
  expect(pageWords()).not.toContain('overdue')
})

const since = at('2026-02-12T09:00:00.000Z')
const by = (because: 'microsoft-party' | 'partner-party', organization: string) => ({
  typeReason: { because, organization, at: since },
})
test.each<[Partial<DealView>, string]>([
  [
    { type: 'co-sell', ...by('microsoft-party', 'Microsoft') },
    'Co-sell, because Microsoft was invited on Feb 12',
  ],
  [
    { type: 'co-sell', direction: 'inbound', sender: 'Microsoft', ...by('microsoft-party', 'Microsoft') },
    'Co-sell, because Microsoft sent it on Feb 12',
  ],
  [
    { type: 'co-sell', direction: 'inbound', sender: 'Southgate', ...by('microsoft-party', 'Microsoft') },
    'Co-sell, because Microsoft is on it since Feb 12',
  ],
  [
    { type: 'partner-to-partner', ...by('partner-party', 'Southgate') },
    'Partner to partner, because Southgate was invited on Feb 12',
  ],
  [
    {
      type: 'partner-to-partner',
      direction: 'inbound',
      sender: 'Southgate',
      ...by('partner-party', 'Southgate'),
    },
    'Partner to partner, because Southgate sent it on Feb 12',
  ],
  [
    {
      type: 'solution-assessment',
      typeReason: { because: 'assessment-chosen', organization: null, at: null },
    },
    'Solution assessment, because it carries an assessment',
  ],
])('%# the type says why: %j', (over, words) => {
  open(dealView(over))
  expect(pageWords()).toContain(words)
})

test('an unanswered deal shows its status, the time left and the way to decline', async () => {
  const { wrapper } = open(receivedView(), [allowed('decline')])
  expect(pageWords()).toContain('Received')
  expect(pageWords()).toContain('12 d 0 h left')
  await click(button('Decline…'))
  expect(wrapper.emitted('prompt')).toEqual([['decline']])
})

test('a running deal offers no declining', () => {
  open(dealView())
  expect(hasButton('Decline…')).toBe(false)
})

test.each([
  ['Won…', 'win'],
  ['Lost…', 'lose'],
] as const)('%s asks, where it is allowed', async (name, action) => {
  const { wrapper } = open(dealView(), [allowed(action)])
  expect(button(name).getAttribute('aria-disabled')).toBeNull()
  await click(button(name))
  expect(wrapper.emitted('prompt')).toEqual([[action]])
})

test('a blocked action stays there, says why on a press and how to mend it, and asks nothing', async () => {
  const { wrapper } = open(dealView(), [
    blocked('win', null, refusal('DEAL_TERMINAL', {}, { action: 'copy' })),
  ])
  expect(button('Won…').getAttribute('aria-disabled')).toBe('true')
  await click(button('Won…'))
  expect(wrapper.emitted('prompt')).toBeUndefined()
  expect(pageWords()).toContain(
    'This deal is closedA closed deal never changes. Copy it as a new deal to go on.Copy as new deal',
  )
  calls.length = 0
  await click(button('Copy as new deal'))
  expect(calls).toEqual(['copy'])
})

test('an open invitation is mended by accepting, a missing stage by marking it', async () => {
  open(dealView(), [
    blocked('win', null, refusal('NOT_ACTIVE', {}, { action: 'accept' })),
    blocked('lose', null, refusal('ASSESSMENT_STAGES_OPEN', { missing: [] }, { action: 'mark-stage' })),
  ])
  calls.length = 0
  await click(button('Won…'))
  await click(button('Accept…'))
  await click(button('Lost…'))
  await click(button('Mark as Qualified'))
  expect(calls).toEqual(['accept', 'mark'])
})

test('the menu corrects the stage where that is allowed, and copies always', async () => {
  const { wrapper } = open(dealView(), [
    allowed('correct-stage', 'created'),
    blocked('correct-stage', 'qualified', refusal('STAGE_NOT_BEHIND')),
  ])
  await press(button('More actions'), 'Enter')
  expect(wordsOf('[role="menuitem"]')).toEqual([
    'Correct the stage to Created',
    'Copy as new deal',
    'Deal sheet…',
  ])
  await click(role('menuitem', 'Correct the stage to Created'))
  await press(button('More actions'), 'Enter')
  await click(role('menuitem', 'Copy as new deal'))
  expect(wrapper.emitted('correct')).toEqual([['created']])
  expect(wrapper.emitted('copy')).toEqual([[]])
})

test('the heart tells that it was pressed', async () => {
  const { wrapper } = open(dealView({ favorite: true }))
  await click(button('Remove “Cold-chain telemetry” from favorites'))
  expect(wrapper.emitted('favorite')).toEqual([[]])
})

test('name, value and date are edited here, and the button that began it has the focus again', async () => {
  const { wrapper } = open(dealView(), [allowed('edit')])
  await click(button('Edit'))
  expect(document.activeElement).toBe(field('Deal name'))
  await press(field('Deal name'), 'Escape')
  expect(document.activeElement).toBe(button('Edit'))
  await click(document.querySelector<HTMLElement>('.value.own')!)
  expect(document.activeElement).toBe(field('Estimated value'))
  expect(wrapper.emitted('changed')).toBeUndefined()
})

test('where editing is blocked, a click on the name edits nothing and the button says why', async () => {
  open(dealView(), [blocked('edit', null, refusal('DEAL_TERMINAL', {}, { action: 'copy' }))])
  await click(document.querySelector<HTMLElement>('h1 .own')!)
  await click(button('Edit'))
  expect(hasButton('Save')).toBe(false)
  expect(pageWords()).toContain('This deal is closed')
})

test('of a moment of the past nothing is to be done', () => {
  const actions = [allowed('edit'), allowed('win'), allowed('lose')]
  mountScreen(DealHead, { props: { deal: dealView(), actions, mends, past: true }, attach: true })
  expect([...document.querySelectorAll('header button')]).toEqual([])
})

test.each([
  ['won', 'Closed as won Mar 1'],
  ['lost', 'Closed as lost Mar 1'],
] as const)('a deal that is %s says when it closed', (status, words) => {
  open(dealView({ status, closedAt: at('2026-03-01T09:00:00.000Z') }))
  expect(pageWords()).toContain(words)
  expect(pageWords()).not.toContain('Closes')
})
