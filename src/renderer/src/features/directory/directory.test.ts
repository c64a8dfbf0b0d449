import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test } from 'vitest'
import type { PartnerView } from '#shared/ipc/contract/directory.ts'
import { dealView, id, solution } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, field, hasRole, pageWords, role, wordsOf, write } from '../../testing/page.ts'
import DirectoryView from './DirectoryView.vue'

const AZURE = solution({
  id: id(51),
  name: 'Azure IoT',
  kind: 'microsoft',
  incentive: 'ip-co-sell',
  externalId: 'MS-1',
})
const HARBOR: PartnerView = {
  id: id(62),
  name: 'Harbor Data',
  partnerId: '4712',
  country: 'SE',
  contact: null,
}
const NORTHWIND = { ...dealView().customer, duns: '012345678' }
let client: FakeClient

beforeEach(() => {
  client = new FakeClient()
    .answer('solutions.search', { rows: [solution(), AZURE] })
    .answer('partners.search', { rows: [HARBOR] })
    .answer('customers.search', { rows: [NORTHWIND] })
    .answer('solutions.save', solution())
    .answer('partners.save', HARBOR)
    .answer('customers.save', NORTHWIND)
})
async function open() {
  const stage = mountScreen(DirectoryView, { client, attach: true })
  await flushPromises()
  return stage
}
const lines = () => wordsOf('tbody tr')
async function save() {
  await click(button('Save', role('dialog')))
  await flushPromises()
}

test('solutions come first, with kind and incentive, and are found by typing', async () => {
  await open()
  expect(lines()).toEqual(['Fabrikam SenseMy company’s', 'Azure IoTMicrosoftAzure IP co-sellMS-1'])
  await write(field('Search by name, publisher or ID'), ' azure ')
  expect(client.inputsOf('solutions.search').at(-1)).toEqual({ text: 'azure', limit: 200 })
})

test('a solution gets its incentive', async () => {
  await open()
  await click(button('Edit Fabrikam Sense'))
  await write(field('Incentive'), 'business-apps')
  await write(field('Solution IDoptional'), ' SOL-9 ')
  await save()
  expect(client.inputsOf('solutions.save')).toEqual([
    {
      id: id(50),
      name: 'Fabrikam Sense',
      kind: 'own',
      incentive: 'business-apps',
      publisher: null,
      externalId: 'SOL-9',
    },
  ])
  expect(hasRole('dialog')).toBe(false)
})

test('an incentive is taken away again', async () => {
  await open()
  await click(button('Edit Azure IoT'))
  await write(field('Incentive'), '')
  await save()
  expect(client.inputsOf('solutions.save')[0]).toMatchObject({ id: id(51), incentive: null })
})

test('an id that another solution has is said at its field, and nothing closes', async () => {
  const issues = [{ path: 'externalId', message: 'belongs to another solution' }]
  client.fail('solutions.save', { code: 'INVALID_INPUT', details: { issues } })
  await open()
  await click(button('Edit Azure IoT'))
  await save()
  expect(wordsOf('.note.bad')).toEqual(['Another solution has this ID.'])
  expect(document.activeElement).toBe(field('Solution IDoptional'))
})

test('a partner is put right and keeps its contact; without name and country there is none', async () => {
  await open()
  await click(button('Partners'))
  await flushPromises()
  expect(lines()).toEqual(['Harbor DataSweden4712'])
  await click(button('Edit Harbor Data'))
  await write(field('Partner IDoptional'), '4713')
  await save()
  expect(client.inputsOf('partners.save')).toEqual([{ ...HARBOR, partnerId: '4713' }])
  await click(button('Add a partner'))
  await save()
  expect(wordsOf('.note.bad')).toEqual(['Enter a name.', 'Choose the country.'])
  expect(client.inputsOf('partners.save')).toHaveLength(1)
})

test('customers are told apart by address and number, and put right', async () => {
  await open()
  await click(button('Customers'))
  await flushPromises()
  expect(lines()).toEqual(['Northwind FoodsHafenstraße 1220457 HamburgGermany012345678'])
  await click(button('Edit Northwind Foods'))
  await write(field('Cityoptional'), 'Kiel')
  await save()
  expect(client.inputsOf('customers.save')).toEqual([{ ...NORTHWIND, city: 'Kiel' }])
})

test('a number that is none is said at its field', async () => {
  client.fail('customers.save', {
    code: 'INVALID_INPUT',
    details: { issues: [{ path: 'duns', message: 'x' }] },
  })
  await open()
  await click(button('Customers'))
  await flushPromises()
  await click(button('Edit Northwind Foods'))
  await write(field('D-U-N-S numberoptional'), '12')
  await save()
  expect(wordsOf('.note.bad')).toEqual(['A D-U-N-S number has nine digits.'])
})

test('any other failure is said in the dialog', async () => {
  client.fail('solutions.save', { code: 'BUSY', details: { what: 'database' } })
  await open()
  await click(button('Edit Azure IoT'))
  await save()
  expect(wordsOf('[role="alert"]')).toEqual(['Another program holds the data. Wait a moment and try again.'])
})

test('an empty part says what belongs there; what is added elsewhere comes up; both languages', async () => {
  client.answer('solutions.search', { rows: [] })
  const { setLocale } = await open()
  expect(pageWords()).toContain('No solutions yet')
  client.answer('solutions.search', { rows: [AZURE] })
  client.tell('directory.changed', {})
  await flushPromises()
  expect(lines()).toHaveLength(1)
  await setLocale('zh-CN')
  expect(lines()).toEqual(['Azure IoTMicrosoftAzure IP 联合销售MS-1'])
})
