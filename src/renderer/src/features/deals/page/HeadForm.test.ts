import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { day, dealView, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, pageWords, press, role, wordsOf, write } from '../../../testing/page.ts'
import HeadForm from './HeadForm.vue'
import type { HeadField } from './head-field.ts'

async function open(deal: DealView = dealView(), first: HeadField = 'name') {
  const client = new FakeClient().answer('deals.execute', { deal: { ...deal, version: 4 }, events: [] })
  const stage = mountScreen(HeadForm, { client, props: { deal, first }, attach: true })
  await stage.router.isReady()
  return { ...stage, client, sent: () => client.inputsOf('deals.execute').map(({ command }) => command) }
}
const save = async () => {
  await click(button('Save'))
  await flushPromises()
}
const closeDay = () => role('spinbutton', 'day')

test('begins with what the deal says, in the field one came for', async () => {
  await open(dealView(), 'value')
  expect([field('Deal name').value, field('Estimated value').value]).toEqual([
    'Cold-chain telemetry',
    '125,000',
  ])
  expect(document.activeElement).toBe(field('Estimated value'))
})

test('only what is other than before is sent, in one command', async () => {
  const { sent, wrapper } = await open()
  await write(field('Deal name'), 'Cold chain')
  await press(closeDay(), 'ArrowDown')
  await save()
  expect(sent()).toEqual([{ kind: 'edit', changes: { name: 'Cold chain', closeDate: '2026-06-29' } }])
  expect(wrapper.emitted<[DealView]>('done')?.map(([deal]) => deal.version)).toEqual([4])
})

test('where nothing is other than before, nothing is sent', async () => {
  const { sent, wrapper } = await open()
  await save()
  expect([sent(), wrapper.emitted('close')]).toEqual([[], [[]]])
})

test.each([
  ['99,000', 'VALUE_REQUIRED', { amount: 9_900_000, currency: 'EUR' }, 'Estimated value is missing'],
  ['much', 'VALUE_REQUIRED', { amount: 0, currency: 'EUR' }, '“much” cannot be read as an amount'],
] as const)('a value typed as %s and refused is said at its field', async (text, code, value, told) => {
  const { client, sent, wrapper } = await open()
  client.refuse('deals.execute', refusal(code, {}, { field: 'value' }))
  await write(field('Estimated value'), text)
  await save()
  expect(sent()).toEqual([{ kind: 'edit', changes: { value } }])
  expect(wordsOf('.note.bad')).toEqual([told])
  expect(document.activeElement).toBe(field('Estimated value'))
  expect(wrapper.emitted('done')).toBeUndefined()
})

test('a day that has passed may be saved, but is warned about', async () => {
  const { sent } = await open(dealView({ closeDate: day('2026-03-02') }), 'closeDate')
  expect(pageWords()).not.toContain('This day has passed.')
  await press(closeDay(), 'ArrowDown')
  expect(pageWords()).toContain('This day has passed. The deal will show as overdue.')
  await save()
  expect(sent()).toEqual([{ kind: 'edit', changes: { closeDate: '2026-03-01' } }])
})

test('without a day nothing is sent, and it says so', async () => {
  const { sent } = await open()
  await press(closeDay(), 'Backspace')
  await press(closeDay(), 'Backspace')
  await save()
  expect([sent(), wordsOf('.note.bad')]).toEqual([[], ['Close date is missing']])
})

test('Escape ends it and changes nothing', async () => {
  const { sent, wrapper } = await open()
  await write(field('Deal name'), 'Other')
  await press(field('Deal name'), 'Escape')
  expect([sent(), wrapper.emitted('close')]).toEqual([[], [[]]])
})

const leave = async (router: Awaited<ReturnType<typeof open>>['router']) => {
  await router.push('/settings')
  await flushPromises()
}

test('who leaves while typing has it saved', async () => {
  const { router, sent } = await open()
  await write(field('Deal name'), 'Renamed')
  await leave(router)
  expect([sent(), router.currentRoute.value.path]).toEqual([
    [{ kind: 'edit', changes: { name: 'Renamed' } }],
    '/settings',
  ])
})

test('who leaves with something that is refused stays and reads why', async () => {
  const { router, client } = await open()
  client.refuse('deals.execute', refusal('NAME_REQUIRED', {}, { field: 'name' }))
  await write(field('Deal name'), ' ')
  await leave(router)
  expect(router.currentRoute.value.path).toBe('/today')
  expect(wordsOf('.note.bad')).toEqual(['Deal name is missing'])
})
