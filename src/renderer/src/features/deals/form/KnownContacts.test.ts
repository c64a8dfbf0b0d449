import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { CustomerId } from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/person.ts'
import { ANNA } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, pageWords } from '../../../testing/page.ts'
import KnownContacts from './KnownContacts.vue'

const NOBODY: Person = { firstName: '', lastName: '', phone: '', email: '' }
const [harbor, other] = ['c1', 'c2'] as unknown as [CustomerId, CustomerId]

async function open(current: Person, rows: (Person & { dealName: string | null })[]) {
  const client = new FakeClient().answer('customers.contacts', { rows })
  const stage = mountScreen(KnownContacts, { client, props: { customerId: harbor, current }, attach: true })
  await flushPromises()
  return stage
}
const KNOWN = { ...ANNA, dealName: 'Cold-chain telemetry' }

test('the contact of an earlier deal is taken over with four fields and nothing else', async () => {
  const { wrapper, client } = await open(NOBODY, [KNOWN])
  expect(client.inputsOf('customers.contacts')).toEqual([{ customerId: harbor, limit: 5 }])
  await click(button('Anna Berg'))
  expect(wrapper.emitted('pick')).toEqual([[ANNA]])
})

test('whoever stands in the fields, in whatever letters, is no offer; nobody known leaves no trace', async () => {
  await open({ ...ANNA, email: 'ANNA@fabrikam.example ' }, [KNOWN])
  expect(hasButton('Anna Berg')).toBe(false)
  expect(pageWords()).toBe('')
})

test('another customer has other contacts', async () => {
  const { setProps, client } = await open(NOBODY, [KNOWN])
  client.answer('customers.contacts', { rows: [{ ...KNOWN, firstName: 'Bo' }] })
  await setProps({ customerId: other })
  await flushPromises()
  expect([hasButton('Anna Berg'), hasButton('Bo Berg')]).toEqual([false, true])
})
