import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Component } from 'vue'
import type { Locale } from '#shared/domain/settings.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Refusal } from '#shared/errors.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { dealView, eligibility, money, party, receivedView, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, pageWords, press, role, wordsOf, write } from '../../../testing/page.ts'
import AcceptDialog from './AcceptDialog.vue'
import DeclineDialog from './DeclineDialog.vue'
import LoseDialog from './LoseDialog.vue'
import WinDialog from './WinDialog.vue'

async function open(dialog: Component, deal: DealView, locale: Locale = 'en') {
  const client = new FakeClient()
    .answer('deals.execute', { deal: { ...deal, version: 4 }, events: [] })
    .answer('people.recent', { rows: [] })
  const stage = mountScreen(dialog, { client, locale, props: { deal }, attach: true })
  await flushPromises()
  return { ...stage, sent: () => client.inputsOf('deals.execute') }
}
const at = { dealId: dealView().id, expectedVersion: 3 }
const RUNNING = dealView({ stage: 'proposed', percent: 60 })

test('accepting begins with what was sent and sends what stands there', async () => {
  const { wrapper, sent } = await open(AcceptDialog, receivedView())
  expect(pageWords()).toContain('Northwind Foods, EUR 125,000, sent by Microsoft.')
  await write(field('Deal name'), 'Ours now')
  await write(field('Estimated value'), '90,000')
  await write(field('CRM IDoptional'), 'C-7')
  await click(button('Accept deal'))
  expect(sent()).toEqual([
    {
      ...at,
      command: {
        kind: 'accept',
        name: 'Ours now',
        value: { amount: 9_000_000, currency: 'EUR' },
        closeDate: '2026-06-30',
        notes: null,
        crmId: 'C-7',
        campaignId: null,
      },
    },
  ])
  expect(wrapper.emitted<[DealView]>('done')?.map(([deal]) => deal.version)).toEqual([4])
})

test('our people can be named at once, and go along', async () => {
  const { sent } = await open(AcceptDialog, receivedView())
  for (const [label, text] of [
    ['First name', 'Ida'],
    ['Last name', 'Lund'],
    ['Phone', '+45 1234'],
    ['E-mail', 'ida@fabrikam.example'],
  ] as const) {
    await write(field(`Member 1: ${label}`), text)
  }
  await click(button('Accept deal'))
  expect(sent()[0]!.command).toMatchObject({ team: [{ firstName: 'Ida', email: 'ida@fabrikam.example' }] })
})

test('an amount that cannot be read is said so, not called missing', async () => {
  const { client } = await open(AcceptDialog, receivedView())
  client.refuse('deals.execute', refusal('VALUE_REQUIRED', {}, { field: 'value' }))
  await write(field('Estimated value'), 'a lot')
  await click(button('Accept deal'))
  expect(wordsOf('.note.bad')).toEqual(['“a lot” cannot be read as an amount'])
})

test('what is wrong is said at its field, and nothing is done', async () => {
  const { wrapper, client } = await open(AcceptDialog, receivedView())
  client.refuse(
    'deals.execute',
    refusal('NAME_REQUIRED', {}, { field: 'name' }),
    refusal('INVITATION_EXPIRED'),
  )
  await write(field('Deal name'), '')
  await click(button('Accept deal'))
  const note = document.getElementById(field('Deal name').getAttribute('aria-describedby')!)
  expect(note?.textContent).toBe('Deal name is missing')
  expect(wordsOf('[role="alert"]')).toEqual([
    'The invitation expired. Ask the sender for a new one, or copy it as a new deal.',
  ])
  expect(wrapper.emitted('done')).toBeUndefined()
})

test('an amount that cannot be read is sent as nothing, for the rules to refuse', async () => {
  const { sent } = await open(AcceptDialog, receivedView())
  await write(field('Estimated value'), 'much')
  await click(button('Accept deal'))
  expect(sent()[0]?.command).toMatchObject({ value: { amount: 0, currency: 'EUR' } })
})

test.each<[string, Component, DealView, 'decline' | 'lose']>([
  ['Decline deal', DeclineDialog, receivedView(), 'decline'],
  ['Close as lost', LoseDialog, RUNNING, 'lose'],
])('%s: a number key chooses the reason, and it is sent with the notes', async (name, dialog, deal, kind) => {
  const { sent } = await open(dialog, deal)
  await press(role('radiogroup', 'Reason'), '3')
  await write(field('Notesoptional'), 'They wrote.')
  await click(button(name))
  expect(sent()).toEqual([{ ...at, command: { kind, reason: 'other-vendor', notes: 'They wrote.' } }])
})

test.each<[string, Component, DealView]>([
  ['Decline deal', DeclineDialog, receivedView()],
  ['Close as lost', LoseDialog, RUNNING],
])('%s without a reason is refused at the reasons', async (name, dialog, deal) => {
  const { client, sent } = await open(dialog, deal)
  client.refuse('deals.execute', refusal('REASON_REQUIRED', {}, { field: 'reason' }))
  await click(button(name))
  expect(sent()[0]?.command).toMatchObject({ reason: null, notes: null })
  expect(pageWords()).toContain('Reason is missing')
  expect(role('radiogroup', 'Reason').getAttribute('aria-invalid')).toBe('true')
})

test('with “Other” the notes are no longer optional', async () => {
  await open(LoseDialog, RUNNING)
  await press(role('radiogroup', 'Reason'), '8')
  expect(field('Notes').tagName).toBe('TEXTAREA')
})

test.each<[string, (radio: HTMLElement) => Promise<unknown>]>([
  ['its number', () => press(role('radiogroup', 'Reason'), '8')],
  ['a click', (radio) => click(radio)],
])('“Other” by %s leads to the words it needs', async (_how, choose) => {
  await open(LoseDialog, RUNNING)
  await choose(role('radio', 'Other 8'))
  expect(document.activeElement).toBe(field('Notes'))
})

test.each<[string, Component, DealView, Refusal, () => HTMLElement]>([
  [
    'Decline deal',
    DeclineDialog,
    receivedView(),
    refusal('REASON_REQUIRED', {}, { field: 'reason' }),
    () => document.querySelector<HTMLElement>('[role="radio"]')!,
  ],
  [
    'Close as lost',
    LoseDialog,
    RUNNING,
    refusal('NOTES_REQUIRED', {}, { field: 'notes' }),
    () => field('Notesoptional'),
  ],
])('%s, refused, leads to what is wrong, every time', async (name, dialog, deal, reason, wrong) => {
  const { client } = await open(dialog, deal)
  client.refuse('deals.execute', reason)
  for (let times = 2; times > 0; times -= 1) {
    button('Cancel').focus()
    await click(button(name))
    expect(document.activeElement).toBe(wrong())
  }
})

test.each([{ ctrlKey: true }, { metaKey: true }])('Enter with %j sends from anywhere, once', async (held) => {
  const { client, sent } = await open(LoseDialog, RUNNING)
  client.answer('deals.execute', () => new Promise(() => undefined))
  await press(button('Cancel'), 'Enter')
  expect(sent()).toEqual([])
  await press(field('Notesoptional'), 'Enter', held)
  await press(button('Cancel'), 'Enter', held)
  expect(sent()).toHaveLength(1)
})

test('says before declining that it is final, and who sees why', async () => {
  await open(DeclineDialog, receivedView())
  expect(pageWords()).toContain(
    'Declining is final. The deal closes. Give Microsoft the reason in Partner Center too.',
  )
})

test('winning says what freezes before it does', async () => {
  const { sent, wrapper } = await open(WinDialog, { ...RUNNING, value: money(52678250, 'USD') })
  const words = pageWords()
  expect(words).toContain(
    'Close “Cold-chain telemetry” as won?Northwind Foods, USD 526,782.50, Proposed, 60 %.',
  )
  expect(words).toContain('This cannot be undone.')
  expect(wordsOf('.facts dd')).toEqual([
    'USD 526,782.50',
    'not invited',
    'A private deal can never be registered.',
  ])
  expect(sent()).toEqual([])
  await click(button('Close as won'))
  expect(sent()).toEqual([{ ...at, command: { kind: 'win' } }])
  expect(wrapper.emitted('done')).toHaveLength(1)
})

const ELIGIBLE = dealView({
  ...RUNNING,
  type: 'co-sell',
  microsoft: 'accepted',
  parties: [
    party({
      kind: 'microsoft',
      organization: 'Microsoft',
      status: 'accepted',
      answeredAt: '2026-02-28T09:00:00.000Z' as Instant,
    }),
  ],
  eligibility: eligibility({ E0: refusal('NOT_WON') }),
})
async function openOnItsPage(deal: DealView) {
  const client = new FakeClient().answer('deals.execute', { deal: { ...deal, version: 4 }, events: [] })
  const stage = mountScreen(WinDialog, { client, props: { deal, registers: true }, attach: true })
  await flushPromises()
  return stage
}

test('a deal that can be registered says so, and leads on to the form unless one does not want it', async () => {
  const { wrapper } = await openOnItsPage(ELIGIBLE)
  expect(wordsOf('.facts dd')).toEqual([
    'EUR 125,000',
    'Accepted on Feb 28',
    'Opens at once. All 6 conditions hold.',
  ])
  await click(button('Close as won'))
  expect([wrapper.emitted('register')?.length, wrapper.emitted('done')]).toEqual([1, undefined])
})

test('who does not want the form next does not get it', async () => {
  const { wrapper } = await openOnItsPage(ELIGIBLE)
  await click(document.querySelector<HTMLElement>('input[type="checkbox"]')!)
  await click(button('Close as won'))
  expect([wrapper.emitted('register'), wrapper.emitted('done')?.length]).toEqual([undefined, 1])
})

test('a deal that cannot be registered once won says what is missing', async () => {
  const fails = eligibility({ E0: refusal('NOT_WON'), E2: refusal('MICROSOFT_NOT_ACCEPTED') })
  await openOnItsPage({ ...ELIGIBLE, eligibility: fails })
  expect(wordsOf('.facts summary')).toEqual(['Why it cannot be registered5 of 6 conditions hold'])
  expect(document.querySelector('input[type="checkbox"]')).toBeNull()
})

test.each<[Component, DealView]>([
  [WinDialog, RUNNING],
  [LoseDialog, RUNNING],
  [DeclineDialog, receivedView()],
])('%# what is final gives the focus to the safe button', async (dialog, deal) => {
  await open(dialog, deal)
  expect(document.activeElement).toBe(button('Cancel'))
})

test('a number chooses the reason from wherever the focus is, but not where one types', async () => {
  await open(LoseDialog, RUNNING)
  await press(button('Cancel'), '3')
  expect(role('radio', 'Customer chose another vendor 3').getAttribute('aria-checked')).toBe('true')
  await press(field('Notesoptional'), '5')
  expect(role('radio', 'Customer chose another vendor 3').getAttribute('aria-checked')).toBe('true')
})

test.each<[Component, DealView]>([
  [WinDialog, RUNNING],
  [LoseDialog, RUNNING],
])('%# speaks Chinese, commas included', async (dialog, deal) => {
  await open(dialog, deal, 'zh-CN')
  expect(pageWords()).toContain('Northwind Foods，EUR 125,000，已提案，60 %。')
})

test.each<[string, Component, DealView]>([
  ['Accept deal', AcceptDialog, receivedView()],
  ['Decline deal', DeclineDialog, receivedView()],
  ['Close as won', WinDialog, RUNNING],
  ['Close as lost', LoseDialog, RUNNING],
])('%s is sent once, however often it is pressed', async (name, dialog, deal) => {
  const { client, sent, wrapper } = await open(dialog, deal)
  const answers: ((value: Output<'deals.execute'>) => void)[] = []
  client.answer('deals.execute', () => new Promise((resolve) => answers.push(resolve)))
  await click(button(name))
  await click(button(name))
  expect(sent()).toHaveLength(1)
  expect([button('Cancel').disabled, button('Close').disabled]).toEqual([true, true])
  answers[0]!({ deal, events: [] })
  await flushPromises()
  expect(wrapper.emitted('done')).toHaveLength(1)
})

test.each<[string, Component, DealView]>([
  ['accepting', AcceptDialog, receivedView()],
  ['declining', DeclineDialog, receivedView()],
  ['winning', WinDialog, RUNNING],
  ['losing', LoseDialog, RUNNING],
])('%s can be cancelled; nothing is sent', async (_what, dialog, deal) => {
  const { sent, wrapper } = await open(dialog, deal)
  await click(button('Cancel'))
  expect(sent()).toEqual([])
  expect(wrapper.emitted('close')).toHaveLength(1)
})

test('a deal that was changed meanwhile is said, and one may try again', async () => {
  const { client, wrapper } = await open(WinDialog, RUNNING)
  client.fail('deals.execute', { code: 'CONFLICT', details: { deal: null } } as never)
  await click(button('Close as won'))
  expect(wordsOf('[role="alert"]')).toEqual([
    'The deal was changed meanwhile. It has been loaded anew; try once more.',
  ])
  expect(button('Close as won').disabled).toBe(false)
  expect(wrapper.emitted('done')).toBeUndefined()
})
