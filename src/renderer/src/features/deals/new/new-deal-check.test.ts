import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Output } from '#shared/ipc/contract.ts'
import { refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { useNewDealFaults } from './new-deal-faults.ts'
import { useNewDeal } from './new-deal.ts'
import { useSteps } from './steps.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Checked = Output<'deals.check'>
const missing = (...codes: Parameters<typeof refusal>[0][]): Checked => ({
  allowed: codes.length === 0,
  reasons: codes.map((code) => refusal(code)),
})

function newDeal(client = new FakeClient().answer('deals.check', missing('NAME_REQUIRED'))) {
  return { client, ...setUp(() => useNewDeal(), { client }).result }
}
const settle = async () => {
  await flushPromises()
  await vi.runOnlyPendingTimersAsync()
}

test('the rules are asked once typing pauses, with everything typed so far', async () => {
  const { client, draft, missing: faults } = newDeal()
  draft.name = 'C'
  await flushPromises()
  draft.name = 'Co'
  await settle()
  expect(client.inputsOf('deals.check').map(({ command }) => 'name' in command && command.name)).toEqual([
    'Co',
  ])
  expect(faults.value.map(({ code }) => code)).toEqual(['NAME_REQUIRED'])
})

test('an answer about an older draft is dropped', async () => {
  const answers = [Promise.withResolvers<Checked>(), Promise.withResolvers<Checked>()]
  let asked = 0
  const client = new FakeClient().answer('deals.check', () => answers[asked++]!.promise)
  const { check, missing: faults } = newDeal(client)
  const checks = [check(), check()]
  answers[1]!.resolve(missing('TEAM_REQUIRED'))
  answers[0]!.resolve(missing('NAME_REQUIRED'))
  await Promise.all(checks)
  expect(faults.value.map(({ code }) => code)).toEqual(['TEAM_REQUIRED'])
})

test('a check that fails while typing keeps what was known', async () => {
  const { client, draft, check, missing: faults } = newDeal()
  await check()
  client.fail('deals.check', { code: 'BUSY', details: { what: 'database' } })
  draft.name = 'C'
  await settle()
  expect(client.inputsOf('deals.check')).toHaveLength(2)
  expect(faults.value.map(({ code }) => code)).toEqual(['NAME_REQUIRED'])
})

async function written(...reasons: Checked['reasons']) {
  const client = new FakeClient().answer('deals.check', { allowed: false, reasons })
  const { result } = setUp(
    () => {
      const deal = useNewDeal()
      const steps = useSteps(deal)
      return { deal, steps, faults: useNewDealFaults(deal, steps) }
    },
    { client },
  )
  await result.deal.check()
  return result
}
const faultsOf = async (...reasons: Checked['reasons']) => (await written(...reasons)).faults

test('nothing is said before creating was tried; then every part says its own', async () => {
  const faults = await faultsOf(
    refusal('NAME_REQUIRED', {}, { step: 'details', field: 'name' }),
    refusal('CLOSE_DATE_PAST', {}, { step: 'details', field: 'closeDate' }),
    refusal('TEAM_REQUIRED', {}, { step: 'team', field: 'team' }),
  )
  expect([faults.ofField('name'), faults.ofStep('details')]).toEqual([null, []])
  faults.tried.value = true
  expect(faults.ofField('name')).toBe('Give the deal a name.')
  expect(faults.ofField('value')).toBeNull()
  expect(faults.ofStep('details').map(({ code }) => code)).toEqual(['NAME_REQUIRED', 'CLOSE_DATE_PAST'])
})

test('a step that was left says what it misses, and no other', async () => {
  const { faults, steps } = await written(
    refusal('CUSTOMER_REQUIRED', {}, { step: 'customer', field: 'customer' }),
    refusal('NAME_REQUIRED', {}, { step: 'details', field: 'name' }),
  )
  steps.go('details')
  expect([faults.ofField('customer'), faults.ofField('name')]).toEqual([
    'Choose a customer or add a new one.',
    null,
  ])
})

test('people are missed by their name, or by their number', async () => {
  const fault = (index: number, field: string) =>
    refusal(
      'TEAM_MEMBER_INCOMPLETE',
      { index, missing: [field] },
      { step: 'team', field: `team.${index}.${field}` },
    )
  const { deal, faults } = await written(fault(0, 'phone'), fault(1, 'email'))
  deal.draft.team = [
    { firstName: 'Bo', lastName: 'Ek', phone: '', email: 'bo@x.se' },
    { firstName: '', lastName: '', phone: '1', email: '' },
  ]
  expect(faults.lines.value.map(({ words }) => words)).toEqual(['Phone of Bo Ek', 'E-mail of Member 2'])
})

test('an incomplete contact names the fields that lack', async () => {
  const faults = await faultsOf(refusal('CONTACT_INCOMPLETE', { missing: ['phone', 'email'] }))
  expect([faults.contactText.value, faults.contactFields.value]).toEqual([null, []])
  faults.tried.value = true
  expect(faults.contactText.value).toBe('Fill in Phone and E-mail. Or leave the contact out altogether.')
  expect(faults.contactFields.value).toEqual(['phone', 'email'])
})

test('a contact that is missing altogether lacks all its fields', async () => {
  const faults = await faultsOf(refusal('CONTACT_REQUIRED'))
  faults.tried.value = true
  expect(faults.contactText.value).toBe('Microsoft needs name, phone and e-mail of a contact.')
  expect(faults.contactFields.value).toEqual(['firstName', 'lastName', 'phone', 'email'])
})

test('where Microsoft is asked, leaving the contact out is no advice', async () => {
  const { deal, faults } = await written(refusal('CONTACT_INCOMPLETE', { missing: ['email'] }))
  Object.assign(deal.draft.contact, { email: 'jb@castanho' })
  deal.draft.help = 'general'
  faults.tried.value = true
  expect(faults.contactText.value).toBe('Check the e-mail address: “jb@castanho” is not complete.')
})

test('an amount that cannot be read is not called missing, and is quoted', async () => {
  const { deal, faults } = await written(refusal('VALUE_REQUIRED', {}, { field: 'value' }))
  const said = () => faults.lines.value.map(({ words, title }) => [words, title])
  expect(said()).toEqual([['Estimated value', 'Estimated value is missing']])
  deal.draft.value = { text: 'about 5', currency: 'EUR' }
  expect(said()).toEqual([['Estimated value cannot be read', 'Estimated value cannot be read']])
  faults.tried.value = true
  expect(faults.ofField('value')).toMatch(/^This is not an amount: about 5\./)
})

test('an amount of nothing is not called missing', async () => {
  const { deal, faults } = await written(refusal('VALUE_REQUIRED', {}, { field: 'value' }))
  deal.draft.value = { text: '0', currency: 'EUR' }
  const words = 'Estimated value is not above zero'
  expect(faults.lines.value).toMatchObject([{ key: 'VALUE_REQUIRED-value', words, title: words }])
})

test('of a person being written nothing is said before they are left, unless it was said already', async () => {
  const fix = { step: 'customer', field: 'contact.phone' }
  const faults = await faultsOf(refusal('CONTACT_INCOMPLETE', { missing: ['phone', 'email'] }, fix))
  faults.enter('contact.firstName')
  faults.tried.value = true
  expect([faults.contactText.value, faults.contactFields.value]).toEqual([null, []])
  faults.enter('contact.lastName')
  expect(faults.contactText.value).toBeNull()
  faults.enter('name')
  expect(faults.contactFields.value).toEqual(['phone', 'email'])
  faults.enter('contact.phone')
  expect(faults.contactFields.value).toEqual(['phone', 'email'])
})

test('creating says everything, also of a person being written', async () => {
  const fix = { step: 'team', field: 'team.0.email' }
  const faults = await faultsOf(refusal('TEAM_MEMBER_INCOMPLETE', { index: 0, missing: ['email'] }, fix))
  faults.enter('team.0.firstName')
  faults.tried.value = true
  expect(faults.ofStep('team')).toEqual([])
  faults.leave()
  expect(faults.ofStep('team')).toHaveLength(1)
})
