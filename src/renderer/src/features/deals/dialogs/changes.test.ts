import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Component } from 'vue'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { ANNA, dealView, id, receivedView, refusal, solution } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, pageWords, press, role, wordsOf, write } from '../../../testing/page.ts'
import ContactDialog from './ContactDialog.vue'
import DealPrompt from './DealPrompt.vue'
import SolutionsDialog from './SolutionsDialog.vue'
import TeamDialog from './TeamDialog.vue'

async function open(dialog: Component, deal: DealView = dealView()) {
  const client = new FakeClient()
    .answer('deals.execute', { deal, events: [] })
    .answer('solutions.search', { rows: [solution({ id: id(51), name: 'Azure IoT', kind: 'microsoft' })] })
  const stage = mountScreen(dialog, { client, props: { deal }, attach: true })
  await flushPromises()
  return { ...stage, sent: () => client.inputsOf('deals.execute').map(({ command }) => command) }
}

test('the whole team is sent as it stands', async () => {
  const { sent, wrapper } = await open(TeamDialog)
  await write(field('Member 1: Phone'), '+49 40 1')
  expect(sent()).toEqual([])
  await click(button('Save the team'))
  expect(sent()).toEqual([{ kind: 'set-team', team: [{ ...ANNA, phone: '+49 40 1' }] }])
  expect(wrapper.emitted('done')).toHaveLength(1)
})

test('cancelling leaves the team of the page as it was', async () => {
  const deal = dealView()
  const { sent, wrapper } = await open(TeamDialog, deal)
  await write(field('Member 1: Phone'), '0')
  await click(button('Cancel'))
  expect(deal.team).toEqual([ANNA])
  expect(sent()).toEqual([])
  expect(wrapper.emitted('close')).toHaveLength(1)
})

test('an incomplete person is said at the person', async () => {
  const { client } = await open(TeamDialog)
  const fix = { step: 'team', field: 'team.0.phone' }
  client.refuse('deals.execute', refusal('TEAM_MEMBER_INCOMPLETE', { index: 0, missing: ['phone'] }, fix))
  await click(button('Save the team'))
  expect(wordsOf('.fault')).toEqual(['Fill in Phone. Or remove the person.'])
})

test('solutions are sent by their ids, in their order', async () => {
  const { client, sent } = await open(SolutionsDialog)
  expect(client.inputsOf('solutions.search')[0]?.kinds).toEqual(['own', 'microsoft', 'third-party'])
  await click(button('Azure IoTMicrosoft'))
  await click(button('Save the solutions'))
  expect(sent()).toEqual([{ kind: 'set-solutions', solutions: [{ id: id(50) }, { id: id(51) }] }])
})

test('the last solution stays, and that is said', async () => {
  const { client, wrapper } = await open(SolutionsDialog)
  client.refuse('deals.execute', refusal('LAST_SOLUTION', {}, { field: 'solutions' }))
  await click(button('Remove Fabrikam Sense'))
  await click(button('Save the solutions'))
  expect(wordsOf('[role="alert"]')).toEqual(['The last solution stays'])
  expect(document.activeElement).toBe(field('Search solutions'))
  expect(wrapper.emitted('done')).toBeUndefined()
})

test('a contact is sent with all four fields', async () => {
  const { sent } = await open(ContactDialog)
  await write(field('Contact: First name'), 'Anna')
  await write(field('Contact: Last name'), 'Berg')
  await write(field('Contact: Phone'), '+49 30 1234')
  await write(field('Contact: E-mail'), 'anna@fabrikam.example')
  await click(button('Save the contact'))
  expect(sent()).toEqual([{ kind: 'edit', changes: { contact: ANNA } }])
})

test('taking the contact out sends an empty one, which the rules read as none', async () => {
  const { sent } = await open(ContactDialog, dealView({ contact: ANNA }))
  await click(button('No contact'))
  await click(button('Save the contact'))
  expect(sent()).toEqual([
    { kind: 'edit', changes: { contact: { firstName: '', lastName: '', phone: '', email: '' } } },
  ])
})

test('what is missing of a contact is said, at its fields', async () => {
  const { client } = await open(ContactDialog, dealView({ contact: { ...ANNA, phone: '' } }))
  client.refuse('deals.execute', refusal('CONTACT_INCOMPLETE', { missing: ['phone'] }, { field: 'contact' }))
  await click(button('Save the contact'))
  expect(wordsOf('[role="alert"]')).toEqual(['Fill in Phone. Or leave the contact out altogether.'])
  expect(field('Contact: Phone').getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(field('Contact: Phone'))
  expect(field('Contact: E-mail').getAttribute('aria-invalid')).toBeNull()
})

test('where Microsoft has the deal, leaving the contact out is no advice', async () => {
  const deal = dealView({ contact: { ...ANNA, email: 'anna@fabrikam' }, microsoft: 'accepted' })
  const { client } = await open(ContactDialog, deal)
  client.refuse(
    'deals.execute',
    refusal('CONTACT_INCOMPLETE', { missing: ['email'] }, { field: 'contact.email' }),
  )
  await click(button('Save the contact'))
  expect(wordsOf('[role="alert"]')).toEqual(['Check the e-mail address: “anna@fabrikam” is not complete.'])
})

test('a refused team leads to the field of the person', async () => {
  const { client } = await open(TeamDialog)
  const fix = { step: 'team', field: 'team.0.phone' }
  client.refuse('deals.execute', refusal('TEAM_MEMBER_INCOMPLETE', { index: 0, missing: ['phone'] }, fix))
  await press(field('Member 1: E-mail'), 'Enter', { ctrlKey: true })
  expect(document.activeElement).toBe(field('Member 1: Phone'))
})

test.each([
  ['accept', 'Accept “Cold-chain telemetry”?'],
  ['decline', 'Decline “Cold-chain telemetry”?'],
  ['win', 'Close “Cold-chain telemetry” as won?'],
  ['lose', 'Close “Cold-chain telemetry” as lost?'],
  ['invite-microsoft', 'Invite Microsoft to “Cold-chain telemetry”?'],
  ['invite-partner', 'Invite a partner to “Cold-chain telemetry”?'],
])('%s asks about the deal as it stands now', async (kind, title) => {
  const client = new FakeClient()
    .answer('deals.get', receivedView({ version: 9 }))
    .answer('partners.search', { rows: [] })
    .answer('solutions.search', { rows: [] })
  mountScreen(DealPrompt, { client, props: { kind, dealId: id(1) }, attach: true })
  expect(pageWords()).toBe('')
  await flushPromises()
  const dialog = role('dialog')
  expect(document.getElementById(dialog.getAttribute('aria-labelledby')!)?.textContent).toBe(title)
  expect(client.inputsOf('deals.get')).toEqual([{ dealId: id(1) }])
})
