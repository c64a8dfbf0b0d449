import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { DealView, PartyView } from '#shared/ipc/contract/deal-views.ts'
import { ANNA, at, dealView, party, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, pageWords, press, role, wordsOf, write } from '../../../testing/page.ts'
import RecordAnswerDialog from './RecordAnswerDialog.vue'

const PENDING = party()
const ON_IT = party({ status: 'accepted', expiresAt: null, answeredAt: at('2026-02-27T09:00:00.000Z') })

async function open(of: PartyView = PENDING) {
  const deal = dealView({ parties: [of] })
  const client = new FakeClient().answer('deals.execute', { deal: { ...deal, version: 4 }, events: [] })
  const stage = mountScreen(RecordAnswerDialog, { client, props: { deal, party: of }, attach: true })
  await flushPromises()
  const sent = () => client.inputsOf('deals.execute').map(({ command }) => command)
  return { ...stage, sent }
}
const record = () => click(button('Record answer'))
const part = (name: string) => role('spinbutton', name)
const base = { kind: 'record-answer', partyId: PENDING.id, notes: null }

test('an acceptance is sent with the people it names', async () => {
  const { sent, wrapper } = await open()
  expect(wordsOf('[role="radio"] .label')).toEqual(['Accepted', 'Declined'])
  await click(role('radio', 'Accepted 1'))
  for (const [name, text] of [
    ['First name', ANNA.firstName],
    ['Last name', ANNA.lastName],
    ['Phone', ANNA.phone],
    ['E-mail', ANNA.email],
  ] as const) {
    await write(field(`Member 1: ${name}`), text)
  }
  await record()
  expect(sent()).toEqual([{ ...base, answer: 'accepted', sellers: [ANNA] }])
  expect(wrapper.emitted<[DealView]>('done')?.map(([deal]) => deal.version)).toEqual([4])
})

test('a refusal of theirs is sent with reason and notes, and with nobody', async () => {
  const { sent } = await open()
  await click(role('radio', 'Accepted 1'))
  await write(field('Member 1: Last name'), 'Ek')
  await press(role('radiogroup', 'Answer'), '2')
  expect(pageWords()).not.toContain('Their people')
  await write(field('Reasonoptional'), 'budget')
  await write(field('Notesoptional'), 'Next year')
  await record()
  expect(sent()).toEqual([{ ...base, answer: 'declined', reason: 'budget', notes: 'Next year' }])
})

test('their reason may stay unknown', async () => {
  const { sent } = await open()
  await click(role('radio', 'Declined 2'))
  await record()
  expect(sent()).toEqual([{ ...base, answer: 'declined', reason: null }])
})

test('who is on the deal wins or loses its part', async () => {
  const { sent } = await open(ON_IT)
  expect(wordsOf('[role="radio"] .label')).toEqual(['Won', 'Lost'])
  await click(role('radio', 'Won 1'))
  expect(pageWords()).not.toContain('Reason')
  await click(button('Record outcome'))
  expect(sent()).toEqual([{ ...base, answer: 'won' }])
})

test('an answer of an earlier day is sent with its day', async () => {
  const { sent } = await open()
  await click(role('radio', 'Accepted 1'))
  for (const [name, keys] of [
    ['month', '02'],
    ['day', '27'],
  ] as const) {
    for (const key of keys) await press(part(name), key)
  }
  await record()
  expect(sent()).toEqual([
    { ...base, answer: 'accepted', sellers: [], answeredAt: new Date(2026, 1, 27, 12).toISOString() },
  ])
})

test('a day before the invitation is refused at the day', async () => {
  const { sent } = await open()
  await click(role('radio', 'Accepted 1'))
  for (const key of '02') await press(part('month'), key)
  await press(part('day'), '3')
  for (const key of '2025') await press(part('year'), key)
  await record()
  expect(sent()).toEqual([])
  expect(wordsOf('.note.bad')).toEqual(['Choose a day from Feb 25, 2026 to today'])
  expect(document.activeElement).toBe(part('month'))
})

test('without an answer nothing is sent, and the answers are where to go', async () => {
  const { sent } = await open()
  expect(pageWords()).not.toContain('Choose the answer')
  await press(button('Cancel'), 'Enter', { ctrlKey: true })
  expect(pageWords()).toContain('Choose the answer')
  expect(document.activeElement?.getAttribute('role')).toBe('radio')
  expect(sent()).toEqual([])
})

test('an incomplete person is said at the person; what belongs to no field above the buttons', async () => {
  const { client } = await open()
  client.refuse(
    'deals.execute',
    refusal('TEAM_MEMBER_INCOMPLETE', { index: 0, missing: ['phone'] }, { field: 'sellers.0.phone' }),
    refusal('PARTY_NOT_PENDING', { status: 'expired' }),
  )
  await click(role('radio', 'Accepted 1'))
  await write(field('Member 1: Last name'), 'Ek')
  await record()
  expect(wordsOf('.fault')).toEqual(['Fill in Phone. Or remove the person.'])
  expect(wordsOf('[role="alert"]')).toHaveLength(1)
  expect(document.activeElement).toBe(field('Member 1: Phone'))
})

test('says that it is final and that Tandem sends nothing, in both languages', async () => {
  const { setLocale } = await open()
  expect(pageWords()).toContain('On “Cold-chain telemetry”. Declined is final.')
  expect(wordsOf('.say')).toEqual(['Keep Partner Center up to date too: Tandem sends nothing'])
  await setLocale('zh-CN')
  expect(wordsOf('.say')).toEqual(['请同时在合作伙伴中心更新：Tandem 不发送任何内容'])
})

test('cancelling sends nothing', async () => {
  const { sent, wrapper } = await open()
  await click(button('Cancel'))
  expect(sent()).toEqual([])
  expect(wrapper.emitted('close')).toHaveLength(1)
})
