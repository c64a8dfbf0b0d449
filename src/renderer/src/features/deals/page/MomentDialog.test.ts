import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { at, dealView } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, press, role, wordsOf } from '../../../testing/page.ts'
import MomentDialog from './MomentDialog.vue'

async function open(createdAt = '2026-02-20T09:00:00.000Z') {
  const deal = dealView({ createdAt: at(createdAt) })
  const stage = mountScreen(MomentDialog, { props: { deal }, attach: true })
  await flushPromises()
  return stage
}
const show = () => click(button('Show the deal then'))

test('begins with yesterday, and means the end of it', async () => {
  const { wrapper } = await open()
  await show()
  const [moment] = wrapper.emitted<[string]>('choose')!.at(0)!
  expect(new Date(moment).getTime()).toBe(new Date('2026-03-02T00:00:00').getTime() - 1)
})

test('a time of the day can be said', async () => {
  const { wrapper } = await open()
  await press(role('spinbutton', 'day'), 'ArrowUp')
  for (const [part, keys] of [
    ['hour', '09'],
    ['minute', '30'],
  ] as const) {
    for (const key of keys) await press(role('spinbutton', part), key)
  }
  await show()
  const told = wrapper.emitted('choose')
  // Everything that is told with this time has happened by then.
  expect(told).toEqual([[new Date('2026-03-02T09:30:59.999').toISOString()]])
})

test('today without a time is now', async () => {
  const { wrapper } = await open()
  await press(role('spinbutton', 'day'), 'ArrowUp')
  await show()
  const [moment] = wrapper.emitted<[string]>('choose')!.at(0)!
  expect(moment.slice(0, 16)).toBe('2026-03-02T12:00')
})

test.each(['ArrowDown', 'Backspace'])('%s: a day before the deal began, or none, is refused', async (key) => {
  const { wrapper } = await open('2026-03-01T09:00:00.000Z')
  await press(role('spinbutton', 'day'), key)
  await press(role('spinbutton', 'day'), key)
  await show()
  expect(wrapper.emitted('choose')).toBeUndefined()
  expect(wordsOf('.note.bad')).toEqual(['Choose a day from Mar 1, 2026 to today'])
})

test('a time before the deal began is refused', async () => {
  const { wrapper } = await open('2026-03-01T09:00:00.000Z')
  for (const part of ['hour', 'minute']) {
    await press(role('spinbutton', part), '0')
    await press(role('spinbutton', part), '0')
  }
  await show()
  expect(wrapper.emitted('choose')).toBeUndefined()
  expect(wordsOf('.note.bad')[0]).toContain('The deal began on Mar 1, 2026')
})
