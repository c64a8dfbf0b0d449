import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Locale } from '#shared/domain/settings.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { ANNA, at, dealView, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, pageWords, press, role, wordsOf, write } from '../../../testing/page.ts'
import InviteMicrosoftDialog from './InviteMicrosoftDialog.vue'

type Known = Output<'customers.contacts'>['rows'][number]
const ASKED = dealView({ contact: ANNA, consent: { at: at('2026-02-20T09:00:00.000Z'), by: null } })
const LABEL = 'The customer agrees that their contact data and ours are shared with Microsoft.'

async function open(deal: DealView = dealView(), locale: Locale = 'en', known: readonly Known[] = []) {
  const client = new FakeClient()
    .answer('deals.execute', { deal: { ...deal, version: 4 }, events: [] })
    .answer('deals.check', { allowed: true, reasons: [] })
    .answer('customers.contacts', ({ text = '' }) => ({
      rows: known.filter(({ firstName }) => firstName.toLowerCase().startsWith(text)),
    }))
  const stage = mountScreen(InviteMicrosoftDialog, { client, locale, props: { deal }, attach: true })
  await flushPromises()
  const sent = () => client.inputsOf('deals.execute').map(({ command }) => command)
  return { ...stage, sent }
}
const contact = (name: string) => field(`Customer contact: ${name}`)
const consent = () => document.querySelector<HTMLInputElement>('[type="checkbox"]')!
const invite = () => click(button('Invite Microsoft'))

test('help, notes, contact and consent are sent together', async () => {
  const { sent, wrapper } = await open()
  await click(role('radio', 'Quotes / licensing'))
  await write(field('Notes to Microsoftoptional'), 'A quote by May')
  for (const [name, text] of [
    ['First name', ANNA.firstName],
    ['Last name', ANNA.lastName],
    ['Phone', ANNA.phone],
    ['E-mail', ANNA.email],
  ] as const) {
    await write(contact(name), text)
  }
  await click(consent())
  await invite()
  expect(sent()).toEqual([
    {
      kind: 'invite-microsoft',
      help: 'quotes-licensing',
      notes: 'A quote by May',
      contact: ANNA,
      consent: true,
    },
  ])
  expect(wrapper.emitted<[DealView]>('done')?.map(([deal]) => deal.version)).toEqual([4])
})

test('what the deal has already is not asked for again', async () => {
  const { sent } = await open(ASKED)
  expect(pageWords()).not.toContain('Customer contact')
  expect(pageWords()).not.toContain(LABEL)
  await click(role('radio', 'General or other'))
  await invite()
  expect(sent()).toEqual([{ kind: 'invite-microsoft', help: 'general', notes: null }])
})

test('without a kind of help nothing is sent, and the list is where to go', async () => {
  const { sent } = await open(ASKED)
  expect(pageWords()).not.toContain('Choose what help you need')
  button('Cancel').focus()
  await press(button('Cancel'), 'Enter', { ctrlKey: true })
  expect(sent()).toEqual([])
  expect(pageWords()).toContain('Choose what help you need')
  expect(document.activeElement?.getAttribute('role')).toBe('radio')
  await click(role('radio', 'General or other'))
  expect(pageWords()).not.toContain('Choose what help you need')
})

test('help, contact and consent that are missing are all said at once', async () => {
  const { client, sent } = await open()
  client.answer('deals.check', {
    allowed: false,
    reasons: [
      refusal('CONTACT_REQUIRED', {}, { field: 'contact' }),
      refusal('CONSENT_REQUIRED', {}, { field: 'consent' }),
    ],
  })
  await invite()
  expect(sent()).toEqual([])
  expect(pageWords()).toContain('Choose what help you need')
  expect(wordsOf('.bad')).toEqual(['Customer contact is missing', 'Customer consent is missing'])
})

test('what is filled in is not called missing any more; the rest is until the next try', async () => {
  const { client } = await open()
  client.refuse(
    'deals.execute',
    refusal('CONTACT_REQUIRED', {}, { field: 'contact' }),
    refusal('CONSENT_REQUIRED', {}, { field: 'consent' }),
  )
  await click(role('radio', 'General or other'))
  await invite()
  await write(contact('First name'), 'Anna')
  expect(wordsOf('.bad')).toEqual(['Customer consent is missing'])
  await click(consent())
  expect(wordsOf('.bad')).toEqual([])
})

test('a missing contact and a missing consent are said at their fields', async () => {
  const { client, wrapper } = await open()
  client.refuse(
    'deals.execute',
    refusal('CONTACT_REQUIRED', {}, { field: 'contact' }),
    refusal('CONSENT_REQUIRED', {}, { field: 'consent' }),
  )
  await click(role('radio', 'General or other'))
  await invite()
  expect(wordsOf('.bad')).toEqual(['Customer contact is missing', 'Customer consent is missing'])
  expect(document.activeElement).toBe(contact('First name'))
  expect(contact('E-mail').getAttribute('aria-invalid')).toBe('true')
  expect(consent().getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(consent().getAttribute('aria-describedby')!)?.textContent.trim()).toBe(
    'Customer consent is missing',
  )
  expect(wrapper.emitted('done')).toBeUndefined()
})

test('a contact the deal has but not whole is asked for after all', async () => {
  const { client, sent } = await open({ ...ASKED, contact: { ...ANNA, phone: '' } })
  const fix = { field: 'contact.phone' }
  client.refuse('deals.execute', refusal('CONTACT_INCOMPLETE', { missing: ['phone'] }, fix))
  await click(role('radio', 'General or other'))
  await invite()
  expect(wordsOf('.bad')).toEqual(['Fill in Phone.'])
  expect(document.activeElement).toBe(contact('Phone'))
  await write(contact('Phone'), '+49 1')
  expect(wordsOf('.bad')).toEqual([])
  await invite()
  expect(sent()[1]).toMatchObject({ contact: { ...ANNA, phone: '+49 1' } })
})

test('what belongs to no field is said above the buttons', async () => {
  const { client } = await open(ASKED)
  client.refuse('deals.execute', refusal('MICROSOFT_ALREADY_INVITED', {}, { action: 'copy' }))
  await click(role('radio', 'General or other'))
  await invite()
  expect(wordsOf('[role="alert"]')).toEqual([
    'A deal asks Microsoft once; after that the answer stands. Copy it as a new deal to ask again.',
  ])
})

test('says that Tandem sends nothing, in both languages', async () => {
  const { setLocale } = await open()
  expect(wordsOf('.say')).toEqual(['Invite Microsoft in Partner Center too: Tandem sends nothing'])
  await setLocale('zh-CN')
  expect(wordsOf('.say')).toEqual(['请同时在合作伙伴中心邀请 Microsoft：Tandem 不发送任何内容'])
})

test('cancelling sends nothing', async () => {
  const { sent, wrapper } = await open()
  await click(button('Cancel'))
  expect(sent()).toEqual([])
  expect(wrapper.emitted('close')).toHaveLength(1)
})

const KNOWN: Known = { ...ANNA, dealName: 'Cold-chain telemetry' }

test('whom earlier deals with the customer name is offered while one types the name', async () => {
  const { sent, client } = await open(dealView(), 'en', [KNOWN])
  await write(contact('First name'), 'ann')
  await flushPromises()
  const customerId = dealView().customer.id
  expect(client.inputsOf('customers.contacts').at(-1)).toEqual({ customerId, text: 'ann', limit: 6 })
  await click(role('option', `Anna BergCold-chain telemetry · ${ANNA.email}`))
  expect(document.activeElement).toBe(contact('First name'))
  await click(role('radio', 'General or other'))
  await click(consent())
  await invite()
  expect(sent()).toMatchObject([{ contact: ANNA, consent: true }])
})

test('an earlier contact fills in all four fields by its button', async () => {
  await open(dealView(), 'en', [KNOWN])
  await click(button('Anna Berg'))
  expect(contact('E-mail').value).toBe(ANNA.email)
  expect(document.activeElement).toBe(contact('First name'))
})
