import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { RouterView } from 'vue-router'
import { dealView, id, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, pageWords, role, write } from '../../../testing/page.ts'
import { toStep } from '../../../testing/steps.ts'
import NewDealView from './NewDealView.vue'

let client: FakeClient

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn<() => void>()
  client = new FakeClient()
    .answer('solutions.search', { rows: [] })
    .answer('people.recent', { rows: [] })
    .answer('deals.check', { allowed: true, reasons: [] })
    .answer('deals.get', dealView())
})

async function open(path = '/new') {
  const { router } = mountScreen(RouterView, { client, path: '/pipeline', attach: true })
  await router.isReady()
  router.addRoute({ path: '/new', name: 'new', component: NewDealView })
  await router.push(path)
  await flushPromises()
}

const NO_CONTACT = refusal('CONTACT_REQUIRED', {}, { step: 'customer', field: 'contact' })
const NO_PHONE = { step: 'customer', field: 'contact.phone' }
const TEAM = { step: 'team', field: 'team.1.phone' }
const NO_CUSTOMER = refusal('CUSTOMER_REQUIRED', {}, { step: 'customer', field: 'customer' })

test.each([
  ['Customer contact', 'Contact person: First name', NO_CONTACT],
  [
    'Phone of the contact',
    'Contact person: Phone',
    refusal('CONTACT_INCOMPLETE', { missing: ['phone'] }, NO_PHONE),
  ],
  [
    'Phone of Ek',
    'Member 2: Phone',
    refusal('TEAM_MEMBER_INCOMPLETE', { index: 1, missing: ['phone'] }, TEAM),
  ],
  [
    'Phone and E-mail of Ek',
    'Member 2: E-mail',
    refusal(
      'TEAM_MEMBER_INCOMPLETE',
      { index: 1, missing: ['phone', 'email'] },
      { step: 'team', field: 'team.1.email' },
    ),
  ],
  ['Customer', 'Company name', NO_CUSTOMER],
  [
    'At least one solution',
    'Search solutions',
    refusal('SOLUTION_REQUIRED', {}, { step: 'solutions', field: 'solutions' }),
  ],
])('“%s” leads to %s, from the list and from a refused creation', async (line, label, reason) => {
  client.answer('deals.check', { allowed: false, reasons: [reason] }).refuse('deals.execute', reason)
  await open(reason === NO_CUSTOMER ? '/new' : `/new?from=${id(1)}`)
  await toStep('Team')
  await write(field(`Member ${reason === NO_CUSTOMER ? 1 : 2}: Last name`), 'Ek')
  await click(button(line))
  expect(document.activeElement).toBe(field(label))
  await toStep('Details')
  await click(button('Create deal'))
  await flushPromises()
  expect(document.activeElement).toBe(field(label))
})

test('of a new customer that lacks its country alone, the country is missing', async () => {
  client
    .answer('customers.search', { rows: [] })
    .answer('deals.check', { allowed: false, reasons: [NO_CUSTOMER] })
    .refuse('deals.execute', NO_CUSTOMER)
  await open()
  await write(field('Company name'), 'Contoso')
  await click(button('Add “Contoso” as a new customer'))
  await click(button('Country of the customer'))
  expect(document.activeElement).toBe(field('Country'))
  await toStep('Details')
  expect(pageWords()).toContain('Country of the customer is missing')
  await click(button('Create deal'))
  await flushPromises()
  expect(document.activeElement).toBe(field('Country'))
})

test('what is said of a contact follows whether Microsoft is asked', async () => {
  await open()
  expect(pageWords()).toContain('Optional. Whoever you name needs all four fields.')
  await toStep('Help')
  await click(role('radio', 'Proof of concept / demo'))
  await toStep('Customer')
  expect(pageWords()).toContain('Required, because you ask Microsoft for help: all four fields.')
})
