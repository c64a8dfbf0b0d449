import { expect, test } from 'vitest'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { at, dealView, eligibility, refusal, registration, wonView } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, pageWords, wordsOf } from '../../../testing/page.ts'
import DealRegistration from './DealRegistration.vue'

const calls: string[] = []
const mends = { 'record-answer': { label: 'Record Microsoft’s answer', go: () => calls.push('answer') } }
const open = (deal: DealView) => mountScreen(DealRegistration, { props: { deal, mends }, attach: true })

test('a deal that is not won says nothing of it', () => {
  open(dealView())
  expect(pageWords()).toBe('')
})

test('an eligible deal says so, with the conditions folded', () => {
  open(wonView())
  expect(pageWords()).toContain('This deal can be registered: all six conditions hold.')
  expect(document.querySelector('details')!.open).toBe(false)
  expect(wordsOf('summary')).toEqual(['All six conditions hold'])
})

test('what does not hold is said with why, and with what mends it', async () => {
  open(
    wonView({
      eligibility: eligibility({
        E2: refusal('MICROSOFT_NOT_ACCEPTED', { status: 'pending' }, { action: 'record-answer' }),
        E3: refusal('NO_INCENTIVE_SOLUTION', {}, { action: 'tag-solution' }),
      }),
    }),
  )
  expect(wordsOf('summary')).toEqual(['Why it cannot be registered4 of 6 conditions hold'])
  expect(wordsOf('li').slice(0, 3)).toEqual([
    'The deal is won holds',
    'Microsoft is on it holds',
    'Microsoft accepted, or won its part does not hold' +
      'Record Microsoft’s answer as soon as Partner Center shows it. Record Microsoft’s answer',
  ])
  calls.length = 0
  await click(button('Record Microsoft’s answer'))
  expect(calls).toEqual(['answer'])
})

test('who was never invited is not said to owe an answer', () => {
  open(
    wonView({
      eligibility: eligibility({
        E1: refusal('MICROSOFT_NOT_INVITED'),
        E2: refusal('MICROSOFT_NOT_ACCEPTED', { status: null }, { action: 'record-answer' }),
      }),
    }),
  )
  expect(wordsOf('li')[2]).toBe('Microsoft accepted, or won its part does not hold')
})

test.each<[Parameters<typeof registration>[0], string]>([
  [{}, 'Recorded on Feb 27. Once you submit it in Partner Center, it is reviewed there.'],
  [{ state: 'action-required', errors: ['No stamp'] }, 'Action required since Mar 1.'],
  [{ state: 'final-validation' }, 'Partner Center validates it since Mar 1.'],
  [{ state: 'approved' }, 'Approved on Mar 1.'],
  [{ state: 'rejected' }, 'Rejected on Mar 1.'],
])('%# where it stands is a sentence: %j', (over, words) => {
  const reviewedAt = over?.state ? at('2026-03-01T09:00:00.000Z') : null
  open(wonView({ registrationRecord: registration({ reviewedAt, ...over }) }))
  expect(pageWords()).toContain(words)
  expect(pageWords()).toContain('New, signed Feb 20, 2026, from Mar 1, 2026, perpetual')
})
