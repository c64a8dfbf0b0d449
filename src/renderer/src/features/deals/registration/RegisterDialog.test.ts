import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { ANNA, day, id, refusal, registration, solution, wonView } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, pageWords, press, role, wordsOf, write } from '../../../testing/page.ts'
import RegisterDialog from './RegisterDialog.vue'

const IDA = { firstName: 'Ida', lastName: 'Lund', phone: '+45 1', email: 'ida@fabrikam.example' }

async function open(deal: DealView = wonView(), locale: 'en' | 'zh-CN' = 'en') {
  const client = new FakeClient()
    .answer('deals.execute', { deal, events: [] })
    .answer('people.recent', { rows: [{ ...IDA, lastUsedAt: deal.createdAt, dealName: 'Ward' }] as never })
  const stage = mountScreen(RegisterDialog, { client, props: { deal }, attach: true, locale })
  await flushPromises()
  return { ...stage, sent: () => client.inputsOf('deals.execute').map(({ command }) => command) }
}
const at = (name: string) => ({ step: 'register', field: `form.${name}` })

test('begins with what the deal says, and sends the whole form', async () => {
  const { sent, wrapper } = await open()
  expect(pageWords()).toContain('Northwind Foods, Hamburg, Germany')
  await click(field('The contract with the customer names both our company and this solution.'))
  await click(field('Perpetual: it has no end'))
  await click(role('radio', 'Renewal'))
  await click(button('Record registration'))
  expect(sent()).toEqual([
    {
      kind: 'register',
      form: {
        solutionId: id(50),
        contractType: 'renewal',
        totalValue: { amount: 12_500_000, currency: 'EUR' },
        solutionValue: { amount: 12_500_000, currency: 'EUR' },
        deployedOn: 'azure',
        tenant: 'customer',
        signedDate: null,
        startDate: null,
        endDate: 'perpetual',
        contact: ANNA,
        attested: true,
      },
    },
  ])
  expect(wrapper.emitted('done')).toHaveLength(1)
})

test('only solutions that earn an incentive are offered, the reviewed ones first', async () => {
  const solutions = [
    solution({ id: id(51), name: 'Ledger', incentive: 'business-apps' }),
    solution({ id: id(52), name: 'Move' }),
    solution({ id: id(53), name: 'Fleet', incentive: 'ip-co-sell' }),
  ].map((one) => ({ ...one, price: null, quantity: null, currency: null }))
  await open(wonView({ solutions }))
  expect(wordsOf('option', field('Solution')).filter((words) => words.includes(':'))).toEqual([
    'Fleet: IP co-sell, reviewed and validated',
    'Ledger: business application, complete once submitted',
  ])
})

test('every fault stands at its field, and the first has the focus', async () => {
  const { client } = await open()
  await write(field('Total contract value'), 'a lot')
  client.refuse(
    'deals.execute',
    refusal('VALUE_REQUIRED', { field: 'totalValue' }, at('totalValue')),
    refusal('VALUE_REQUIRED', { field: 'solutionValue' }, at('solutionValue')),
    refusal('CONTRACT_DATES', { why: 'signed-in-the-future', field: 'signedDate' }, at('signedDate')),
    refusal('CONTRACT_DATES', { why: 'starts-before-signed', field: 'startDate' }, at('startDate')),
    refusal('CONTRACT_DATES', { why: 'missing', field: 'endDate' }, at('endDate')),
    refusal('CONTACT_INCOMPLETE', { missing: ['phone'] }, at('contact.phone')),
    refusal('ATTESTATION_REQUIRED', {}, at('attested')),
  )
  await click(button('Record registration'))
  expect(wordsOf('.note.bad, p.bad')).toEqual([
    '“a lot” cannot be read as an amount',
    'Enter an amount greater than zero',
    'Signed today or earlier',
    'On the day it was signed, or later',
    'Choose a day',
    'Fill in Phone.',
    'Confirm it, or ask for a contract that says so',
  ])
  expect(wordsOf('[role="alert"]')).toEqual([])
  expect(document.activeElement).toBe(field('Total contract value'))
})

test('a solution worth more than the contract is said at the solution', async () => {
  const { client } = await open()
  client.refuse('deals.execute', refusal('CONTRACT_VALUE', {}, at('solutionValue')))
  await click(button('Record registration'))
  expect(wordsOf('.note.bad')).toEqual(['More than the total contract value'])
})

test('the contact can be chosen among the people one works with', async () => {
  const { sent } = await open()
  await press(button('Choose a person'), 'Enter')
  await flushPromises()
  expect(wordsOf('[role="menuitem"]')).toEqual(['Anna Berg', 'Ida Lund'])
  await press(role('menuitem', 'Ida Lund'), 'Enter')
  await click(button('Record registration'))
  expect(sent()).toMatchObject([{ form: { contact: IDA } }])
})

test('a correction begins with what was sent, says what is wrong, and is confirmed anew', async () => {
  const record = registration({ state: 'action-required', errors: ['Number differs', 'No stamp'] })
  const { sent } = await open(wonView({ registrationRecord: record }))
  expect(pageWords()).toContain('The review asks for 2 corrections.Number differsNo stamp')
  await click(button('Record the correction'))
  expect(sent()).toEqual([{ kind: 'resubmit', form: { ...record.form, attested: false } }])
})

test('an end that was perpetual can become a day', async () => {
  const record = registration({ state: 'action-required', errors: ['x'] })
  const { sent } = await open(
    wonView({ registrationRecord: { ...record, form: { ...record.form, endDate: day('2027-03-01') } } }),
  )
  await click(button('Record the correction'))
  expect(sent()).toMatchObject([{ form: { endDate: '2027-03-01' } }])
})

test('speaks Chinese', async () => {
  await open(wonView(), 'zh-CN')
  expect(pageWords()).toContain('六项条件全部满足')
  expect(button('记录注册')).toBeTruthy()
})
