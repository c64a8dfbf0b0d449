import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { ANNA, at, day, dealView, id, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import {
  button,
  click,
  field,
  hasButton,
  pageWords,
  press,
  role,
  wordsOf,
  write,
} from '../../../testing/page.ts'
import DealDetails from './DealDetails.vue'

function open(deal: DealView = dealView()) {
  const client = new FakeClient().answer('deals.execute', { deal: { ...deal, version: 4 }, events: [] })
  const stage = mountScreen(DealDetails, { client, props: { deal }, attach: true })
  return { ...stage, client, sent: () => client.inputsOf('deals.execute').map(({ command }) => command) }
}
const line = (label: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('.line')].find(
    (element) => element.querySelector('dt')?.textContent === label,
  )!
const value = (label: string) => wordsOf('.value', line(label))[0]
const save = async () => {
  await click(button('Save'))
  await flushPromises()
}

test('says what the deal is about', () => {
  open(
    dealView({
      contact: ANNA,
      consent: { at: at('2026-02-12T09:00:00.000Z'), by: 'Ida Lund' },
      help: { type: 'poc-demo', notes: 'In May' },
      closedReason: 'budget',
      closedNotes: 'Next year',
      crmId: 'C-7',
      location: { id: id(80), name: 'Hamburg office', country: 'DE' },
      external: { engagementId: null, referralId: 'R-1', extra: {} },
    }),
  )
  expect([
    value('Deal name'),
    value('Estimated value'),
    value('Estimated close date'),
    value('Customer'),
    value('Contact'),
    value('Team'),
    value('Solutions'),
    value('Location'),
    value('Help asked for'),
    value('CRM ID'),
    value('Campaign'),
    value('Reason'),
    value('Referral ID'),
    value('Notes'),
  ]).toEqual([
    'Cold-chain telemetry',
    'EUR 125,000',
    'Jun 30, 2026',
    'Northwind FoodsHafenstraße 12, 20457 Hamburg, Germany',
    'Anna Berg+49 30 1234 · anna@fabrikam.example · consent recorded Feb 12 by Ida Lund',
    'Anna Berg',
    'Fabrikam Sense',
    'Hamburg office',
    'Proof of concept / demoIn May',
    'C-7',
    'none',
    'Project budget not adequateNext year',
    'R-1',
    'none',
  ])
})

test('a value is changed where it stands; only it is sent', async () => {
  const { sent, wrapper } = open()
  await click(button('Edit Deal name'))
  expect(document.activeElement).toBe(field('Deal name'))
  expect(field('Deal name').value).toBe('Cold-chain telemetry')
  await write(field('Deal name'), 'Cold chain')
  await save()
  expect(sent()).toEqual([{ kind: 'edit', changes: { name: 'Cold chain' } }])
  expect(wrapper.emitted<[DealView]>('changed')?.map(([deal]) => deal.version)).toEqual([4])
  expect(document.activeElement).toBe(button('Edit Deal name'))
})

test.each([
  ['CRM ID', 'C-7', { crmId: 'C-7' }],
  ['Campaign', 'SPRING', { campaignId: 'SPRING' }],
  ['Notes', 'Call in May', { notes: 'Call in May' }],
  ['Estimated value', '99,000', { value: { amount: 9_900_000, currency: 'EUR' } }],
  ['Estimated value', 'much', { value: { amount: 0, currency: 'EUR' } }],
])('%s, typed as %s, is sent as %j', async (label, text, changes) => {
  const { sent } = open()
  await click(button(`Edit ${label}`))
  await write(field(label), text)
  await save()
  expect(sent()).toEqual([{ kind: 'edit', changes }])
})

test('the close date is typed part by part', async () => {
  const { sent } = open()
  await click(button('Edit Estimated close date'))
  await press(role('spinbutton', 'day'), 'ArrowDown')
  await save()
  expect(sent()).toEqual([{ kind: 'edit', changes: { closeDate: '2026-06-29' } }])
})

test('a day that has passed may be saved, but is warned about', async () => {
  const { sent } = open(dealView({ closeDate: day('2026-03-02') }))
  await click(button('Edit Estimated close date'))
  expect(pageWords()).not.toContain('This day has passed.')
  await press(role('spinbutton', 'day'), 'ArrowDown')
  expect(pageWords()).toContain('This day has passed. The deal will show as overdue.')
  await save()
  expect(sent()).toEqual([{ kind: 'edit', changes: { closeDate: '2026-03-01' } }])
})

test('without a day nothing is sent, and it says so', async () => {
  const { sent } = open()
  await click(button('Edit Estimated close date'))
  await press(role('spinbutton', 'day'), 'Backspace')
  await press(role('spinbutton', 'day'), 'Backspace')
  await save()
  expect(sent()).toEqual([])
  expect(wordsOf('[role="alert"]')).toEqual(['Enter the day you expect it to close.'])
})

test('a refusal is said in place, and what was typed stays', async () => {
  const { client, wrapper } = open()
  client.refuse('deals.execute', refusal('NAME_REQUIRED', {}, { field: 'name' }))
  await click(button('Edit Deal name'))
  await write(field('Deal name'), ' ')
  await save()
  expect(wordsOf('[role="alert"]')).toEqual(['Deal name is missing. Give the deal a name.'])
  expect(field('Deal name').value).toBe(' ')
  expect(wrapper.emitted('changed')).toBeUndefined()
})

test.each(['Escape', 'Cancel'])('%s ends editing and changes nothing', async (way) => {
  const { sent } = open()
  await click(button('Edit Deal name'))
  await write(field('Deal name'), 'Other')
  if (way === 'Escape') await press(field('Deal name'), 'Escape')
  else await click(button('Cancel'))
  expect(value('Deal name')).toBe('Cold-chain telemetry')
  expect(sent()).toEqual([])
  expect(document.activeElement).toBe(button('Edit Deal name'))
})

test.each([
  ['Contact', 'contact'],
  ['Team', 'team'],
  ['Solutions', 'solutions'],
])('%s is changed in a dialog', async (label, kind) => {
  const { wrapper } = open()
  await click(button(`Edit ${label}`))
  expect(wrapper.emitted('dialog')).toEqual([[kind]])
  expect(hasButton('Save')).toBe(false)
})

test('a lock says since when and what to do instead, and a click changes nothing', async () => {
  const { wrapper } = open(
    dealView({
      locks: [
        {
          field: 'contact',
          code: 'FIELD_LOCKED',
          params: { why: 'shared-with-microsoft', since: '2026-02-12T09:00:00.000Z' },
        },
        { field: 'name', code: 'DEAL_TERMINAL', params: {} },
      ],
    }),
  )
  expect(hasButton('Edit Deal name')).toBe(false)
  await click(button('Contact is locked: Locked since Feb 12, when it was shared with Microsoft.'))
  expect(pageWords()).toContain('Contact is lockedLocked since Feb 12, when it was shared with Microsoft.')
  await click(line('Deal name').querySelector<HTMLElement>('.value')!)
  expect(hasButton('Save')).toBe(false)
  expect(wrapper.emitted('dialog')).toBeUndefined()
})

test('is saved once, however often it is pressed', async () => {
  const { client, sent } = open()
  client.answer('deals.execute', () => new Promise(() => undefined))
  await click(button('Edit Deal name'))
  await click(button('Save'))
  await click(button('Save'))
  expect(sent()).toHaveLength(1)
})

const leave = async (router: ReturnType<typeof open>['router']) => {
  await router.isReady()
  await router.push('/settings')
  await flushPromises()
}

test('who leaves while typing has it saved', async () => {
  const { router, sent } = open()
  await click(button('Edit Deal name'))
  await write(field('Deal name'), 'Renamed')
  await leave(router)
  expect([sent(), router.currentRoute.value.path]).toEqual([
    [{ kind: 'edit', changes: { name: 'Renamed' } }],
    '/settings',
  ])
})

test('who leaves with something that is refused stays and reads why', async () => {
  const { router, client } = open()
  client.refuse('deals.execute', refusal('NAME_REQUIRED'))
  await click(button('Edit Deal name'))
  await write(field('Deal name'), ' ')
  await leave(router)
  expect(router.currentRoute.value.path).toBe('/pipeline')
  expect(wordsOf('[role="alert"]')).toEqual(['Deal name is missing. Give the deal a name.'])
})

test('who leaves without having typed saves nothing', async () => {
  const { router, sent } = open()
  await click(button('Edit Deal name'))
  await leave(router)
  expect([sent(), router.currentRoute.value.path]).toEqual([[], '/settings'])
})
