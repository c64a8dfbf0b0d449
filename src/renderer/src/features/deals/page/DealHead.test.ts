import { expect, test } from 'vitest'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import { allowed, at, blocked, day, dealView, receivedView, refusal } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, pageWords, press, role, wordsOf } from '../../../testing/page.ts'
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
  expect(wordsOf('.crumb a')).toEqual(['Outbound'])
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
  expect(pageWords()).toContain('Closes Jan 31, 2026Private')
  expect(pageWords()).not.toContain('overdue')
})

const since = at('2026-02-12T09:00:00.000Z')
test.each<[Partial<DealView>, string]>([
  [
    { type: 'co-sell', typeReason: { because: 'microsoft-party', organization: 'Microsoft', at: since } },
    'Co-sell, because Microsoft is on it since Feb 12',
  ],
  [
    {
      type: 'co-sell',
      direction: 'inbound',
      typeReason: { because: 'microsoft-party', organization: 'Microsoft', at: since },
    },
    'Co-sell, because Microsoft sent it on Feb 12',
  ],
  [
    {
      type: 'partner-to-partner',
      typeReason: { because: 'partner-party', organization: 'Southgate', at: since },
    },
    'Partner to partner, because Southgate is on it since Feb 12',
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
    'Invite Microsoft…',
    'Invite a partner…',
    'Copy as new deal',
  ])
  await click(role('menuitem', 'Correct the stage to Created'))
  await press(button('More actions'), 'Enter')
  await click(role('menuitem', 'Copy as new deal'))
  expect(wrapper.emitted('correct')).toEqual([['created']])
  expect(wrapper.emitted('copy')).toEqual([[]])
})

test.each([
  ['Invite Microsoft…', 'invite-microsoft'],
  ['Invite a partner…', 'invite-partner'],
] as const)('%s is in the menu where it is allowed', async (name, action) => {
  const { wrapper } = open(dealView(), [allowed(action)])
  await press(button('More actions'), 'Enter')
  await click(role('menuitem', name))
  expect(wrapper.emitted('prompt')).toEqual([[action]])
})

test.each([
  ['Invite Microsoft…', 'invite-microsoft'],
  ['Invite a partner…', 'invite-partner'],
] as const)('%s, blocked, stands there with its reasons and asks nothing', async (name, action) => {
  const reasons = [refusal('SA_NO_INVITATIONS'), refusal('DEAL_TERMINAL')]
  const { wrapper } = open(dealView(), [blocked(action, null, ...reasons)])
  await press(button('More actions'), 'Enter')
  const item = role(
    'menuitem',
    `${name} A solution assessment is your own work. Create a deal of its own to invite somebody. A closed deal never changes. Copy it as a new deal to go on.`,
  )
  expect(item.getAttribute('aria-disabled')).toBe('true')
  await click(item)
  expect(wrapper.emitted('prompt')).toBeUndefined()
})

test('an invitation nobody judged is not made', async () => {
  const { wrapper } = open(dealView())
  await press(button('More actions'), 'Enter')
  await click(role('menuitem', 'Invite Microsoft…'))
  expect(wrapper.emitted('prompt')).toBeUndefined()
  expect(wrapper.emitted('correct')).toBeUndefined()
})

test('the heart tells that it was pressed', async () => {
  const { wrapper } = open(dealView({ favorite: true }))
  await click(button('Remove “Cold-chain telemetry” from favorites'))
  expect(wrapper.emitted('favorite')).toEqual([[]])
})
