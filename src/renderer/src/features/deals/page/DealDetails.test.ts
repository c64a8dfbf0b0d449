import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { ANNA, at, dealView, id, party, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, hasButton, pageWords, press, wordsOf, write } from '../../../testing/page.ts'
import DealDetails from './DealDetails.vue'

const calls: string[] = []
const mends = {
  copy: () => calls.push('copy'),
  accept: () => calls.push('accept'),
  markNext: null,
  nextStage: null,
}
function open(deal: DealView = dealView()) {
  const client = new FakeClient().answer('deals.execute', { deal: { ...deal, version: 4 }, events: [] })
  const stage = mountScreen(DealDetails, { client, props: { deal, mends }, attach: true })
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
    value('Customer'),
    value('Contact'),
    value('Team'),
    value('Solutions'),
    value('CRM ID'),
    value('Campaign'),
    value('Location'),
    value('Help asked for'),
    value('Reason'),
    value('Referral ID'),
    value('Notes'),
  ]).toEqual([
    'Northwind FoodsHafenstraße 12, 20457 Hamburg, Germany',
    'Anna Berg+49 30 1234 · anna@fabrikam.example · consent recorded Feb 12 by Ida Lund',
    'Anna Berg',
    'Fabrikam Sense',
    'C-7',
    'none',
    'Hamburg office',
    'Proof of concept / demoIn May',
    'Project budget not adequateNext year',
    'R-1',
    'none',
  ])
})

test('a value is changed where it stands; only it is sent', async () => {
  const { sent, wrapper } = open(dealView({ crmId: 'C-7' }))
  await click(button('Edit CRM ID'))
  expect(document.activeElement).toBe(field('CRM ID'))
  expect(field('CRM ID').value).toBe('C-7')
  await write(field('CRM ID'), 'C-8')
  await save()
  expect(sent()).toEqual([{ kind: 'edit', changes: { crmId: 'C-8' } }])
  expect(wrapper.emitted<[DealView]>('changed')?.map(([deal]) => deal.version)).toEqual([4])
  expect(document.activeElement).toBe(button('Edit CRM ID'))
})

test.each([
  ['CRM ID', 'C-7', { crmId: 'C-7' }],
  ['Campaign', 'SPRING', { campaignId: 'SPRING' }],
  ['Notes', 'Call in May', { notes: 'Call in May' }],
])('%s, typed as %s, is sent as %j', async (label, text, changes) => {
  const { sent } = open()
  await click(button(`Edit ${label}`))
  await write(field(label), text)
  await save()
  expect(sent()).toEqual([{ kind: 'edit', changes }])
})

test('a refusal is said in place, and what was typed stays', async () => {
  const { client, wrapper } = open()
  client.refuse('deals.execute', refusal('TOO_MANY', { limit: 1 }, { field: 'crmId' }))
  await click(button('Edit CRM ID'))
  await write(field('CRM ID'), ' ')
  await save()
  expect(wordsOf('[role="alert"]')).toEqual(['Too many. At most 1. Remove some.'])
  expect(field('CRM ID').value).toBe(' ')
  expect(wrapper.emitted('changed')).toBeUndefined()
})

test.each(['Escape', 'Cancel'])('%s ends editing and changes nothing', async (way) => {
  const { sent } = open()
  await click(button('Edit CRM ID'))
  await write(field('CRM ID'), 'Other')
  if (way === 'Escape') await press(field('CRM ID'), 'Escape')
  else await click(button('Cancel'))
  expect(value('CRM ID')).toBe('none')
  expect(sent()).toEqual([])
  expect(document.activeElement).toBe(button('Edit CRM ID'))
})

test.each([
  ['Contact', 'contact'],
  ['Team', 'set-team'],
  ['Solutions', 'set-solutions'],
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
        { field: 'crmId', code: 'DEAL_TERMINAL', params: {} },
      ],
    }),
  )
  expect(hasButton('Edit CRM ID')).toBe(false)
  await click(button('Contact is locked: Locked since Feb 12, when it was shared with Microsoft.'))
  expect(pageWords()).toContain('Contact is lockedLocked since Feb 12, when it was shared with Microsoft.')
  await click(line('CRM ID').querySelector<HTMLElement>('.value')!)
  expect(hasButton('Save')).toBe(false)
  expect(wrapper.emitted('dialog')).toBeUndefined()
})

test('is saved once, however often it is pressed', async () => {
  const { client, sent } = open()
  client.answer('deals.execute', () => new Promise(() => undefined))
  await click(button('Edit CRM ID'))
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
  await click(button('Edit CRM ID'))
  await write(field('CRM ID'), 'Renamed')
  await leave(router)
  expect([sent(), router.currentRoute.value.path]).toEqual([
    [{ kind: 'edit', changes: { crmId: 'Renamed' } }],
    '/settings',
  ])
})

test('who leaves with something that is refused stays and reads why', async () => {
  const { router, client } = open()
  client.refuse('deals.execute', refusal('TOO_MANY', { limit: 1 }))
  await click(button('Edit CRM ID'))
  await write(field('CRM ID'), ' ')
  await leave(router)
  expect(router.currentRoute.value.path).toBe('/today')
  expect(wordsOf('[role="alert"]')).toEqual(['Too many. At most 1. Remove some.'])
})

test('who leaves without having typed saves nothing', async () => {
  const { router, sent } = open()
  await click(button('Edit CRM ID'))
  await leave(router)
  expect([sent(), router.currentRoute.value.path]).toEqual([[], '/settings'])
})

test.each([
  ['DEAL_TERMINAL', {}, 'Copy as new deal', 'copy'],
  ['FIELD_LOCKED', { why: 'since-creation', since: '2026-02-12T09:00:00.000Z' }, 'Copy as new deal', 'copy'],
  ['NOT_ACTIVE', {}, 'Accept…', 'accept'],
])('a lock of %s %j leads to what can be done instead', async (code, params, way, call) => {
  open(dealView({ locks: [{ field: 'notes', code, params }] }))
  await click(line('Notes').querySelector<HTMLElement>('button')!)
  calls.length = 0
  await click(button(way))
  expect(calls).toEqual([call])
})

test('what was asked of Microsoft is on its card, not here as well', () => {
  const microsoft = party({ kind: 'microsoft', organization: 'Microsoft', partnerId: null })
  open(dealView({ help: { type: 'poc-demo', notes: 'In May' }, parties: [microsoft] }))
  expect(pageWords()).not.toContain('Help asked for')
})

test('of a moment of the past nothing can be changed, and nothing says so twice', async () => {
  const { setProps } = open(dealView({ locks: [{ field: 'notes', code: 'DEAL_TERMINAL', params: {} }] }))
  expect(document.querySelectorAll('.line button')).not.toHaveLength(0)
  await setProps({ past: true })
  expect(document.querySelectorAll('.line button')).toHaveLength(0)
  expect(value('Customer')).toContain('Northwind Foods')
})
