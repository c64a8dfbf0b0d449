import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { ReviewOutcome } from '#shared/domain/registration.ts'
import { refusal, registration, wonView } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, pageWords, press, role, wordsOf, write } from '../../../testing/page.ts'
import ReviewDialog from './ReviewDialog.vue'

async function open(...outcomes: ReviewOutcome[]) {
  const deal = wonView({ registrationRecord: registration() })
  const client = new FakeClient().answer('deals.execute', { deal, events: [] })
  const stage = mountScreen(ReviewDialog, { client, props: { deal, outcomes }, attach: true })
  await flushPromises()
  return { ...stage, sent: () => client.inputsOf('deals.execute').map(({ command }) => command) }
}

test('offers what is possible now, and sends what was chosen', async () => {
  const { sent, wrapper } = await open('action-required', 'final-validation', 'rejected')
  expect(pageWords()).toContain('On the registration of “Cold-chain telemetry”, now in Deal review.')
  expect(wordsOf('[role="radio"] .label')).toEqual([
    'Review passed: on to final validation',
    'Action required: something has to be corrected',
    'Rejected',
  ])
  await press(role('radiogroup', 'Outcome'), '1')
  await write(field('Notes'), 'Second reader')
  await click(button('Record outcome'))
  expect(sent()).toEqual([{ kind: 'record-review', outcome: 'final-validation', notes: 'Second reader' }])
  expect(wrapper.emitted('done')).toHaveLength(1)
})

test('what has to be corrected is one point a line', async () => {
  const { sent } = await open('action-required')
  await press(role('radiogroup', 'Outcome'), '1')
  await write(field('What has to be corrected'), ' Number differs \n\n No stamp')
  await click(button('Record outcome'))
  expect(sent()).toMatchObject([{ outcome: 'action-required', errors: ['Number differs', 'No stamp'] }])
})

test('nothing is sent without an outcome, and that is said', async () => {
  const { sent } = await open('approved')
  await click(button('Record outcome'))
  expect(wordsOf('.fault')).toEqual(['Choose the outcome'])
  expect(sent()).toEqual([])
})

test('an action nobody describes is refused at its field', async () => {
  const { client } = await open('action-required')
  client.refuse(
    'deals.execute',
    refusal('NOTES_REQUIRED', { outcome: 'action-required' }, { step: 'register', field: 'errors' }),
  )
  await press(role('radiogroup', 'Outcome'), '1')
  await click(button('Record outcome'))
  expect(wordsOf('.note.bad')).toEqual(['Write down what has to be corrected, or a note'])
  expect(document.activeElement).toBe(field('What has to be corrected'))
})
