import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { useSpoken } from '../../../app/announcer.ts'
import { useUndo } from '../../../app/undo.store.ts'
import { dealView, id, party, receivedView, refusal, registration, wonView } from '../../../testing/deals.ts'
import { button, click, hasRole, pageWords } from '../../../testing/page.ts'
import {
  ASKED,
  LATE,
  RETURNED,
  WAITING,
  focusedWords,
  openToday,
  todayNames,
  todayRow,
  without,
} from '../../../testing/today.ts'
import TodayView from './TodayView.vue'

test('a mark is carried out at once; the row leaves, the next one has the focus, and it can be undone', async () => {
  const { client } = await openToday(TodayView)
  const event = id<'event'>(90)
  client.answer('deals.execute', () => {
    client.answer('today.get', without('still'))
    return { deal: dealView({ name: 'Shift planning' }), events: [event] }
  })
  await click(button('Mark as Developed'))
  await flushPromises()
  expect(client.inputsOf('deals.execute')).toEqual([
    { dealId: id(6), expectedVersion: 3, command: { kind: 'mark-stage', stage: 'developed' } },
  ])
  expect(todayNames()).not.toContain('Shift planning')
  expect(focusedWords()).toBe('Invoice capture')
  expect(useUndo().shown).toMatchObject({
    text: 'Shift planning moved to Developed, 40 %.',
    way: 'undo',
  })
})

test('a mark that is refused is said, and the row stays', async () => {
  const { client } = await openToday(TodayView)
  client.refuse('deals.execute', refusal('STAGE_NOT_AHEAD', { stage: 'developed' }))
  await click(button('Mark as Developed'))
  await flushPromises()
  expect(todayNames()).toContain('Shift planning')
  expect(useUndo().shown).toMatchObject({ text: useSpoken().value.trim(), way: null })
  expect(useSpoken().value).toContain('stage')
})

test.each([
  ['Accept…', receivedView(WAITING), 'Accept deal', 'accept', 'Order portal accepted.'],
  [
    'Decline…',
    receivedView(WAITING),
    'Decline deal',
    'decline',
    'Order portal declined. A closed deal never changes.',
  ],
] as const)('%s asks, and moves on to the next row', async (action, deal, submit, kind, said) => {
  const { client } = await openToday(TodayView)
  client.answer('deals.get', deal).answer('deals.execute', ({ command }) => {
    expect(command.kind).toBe(kind)
    client.answer('today.get', without('answers'))
    return { deal, events: [id(92)] }
  })
  await click(button(action, todayRow('Order portal')))
  await flushPromises()
  await click(button(submit))
  await flushPromises()
  expect(hasRole('dialog')).toBe(false)
  expect([todayNames()[0], focusedWords()]).toEqual(['Fleet pilot', 'Fleet pilot'])
  expect(useUndo().shown?.text ?? null).toBe(said)
})

test.each([
  [
    'Won…',
    'Close as won',
    'Invoice capture closed as won. Its value, date, team and solutions stay as they are now.',
  ],
  ['Lost…', 'Close as lost', 'Invoice capture closed as lost. A closed deal never changes.'],
])('%s says what was done, for it cannot be undone', async (action, submit, said) => {
  const deal = dealView({ ...LATE })
  const { client } = await openToday(TodayView)
  client.answer('deals.get', deal).answer('deals.execute', () => {
    client.answer('today.get', without('overdue'))
    return { deal, events: [id(92)] }
  })
  await click(button(action))
  await flushPromises()
  await click(button(submit))
  await flushPromises()
  expect(useUndo().shown).toMatchObject({ text: said, way: null })
  expect(focusedWords()).toBe('Shift planning')
})

test('the party of the row is the one asked about', async () => {
  const asked = party({ id: id(60), organization: 'Southgate Systems' })
  const deal = dealView({ ...ASKED, parties: [party({ id: id(59), organization: 'Another' }), asked] })
  const { client } = await openToday(TodayView)
  client.answer('deals.get', deal).answer('deals.execute', {
    deal: { ...deal, parties: [{ ...asked, status: 'declined' }] },
    events: [id(92)],
  })
  await click(button('Record answer…'))
  await flushPromises()
  expect(pageWords(document.querySelector('[role="dialog"]')!)).toContain(
    'What did Southgate Systems answer?',
  )
  await click(document.querySelectorAll<HTMLElement>('[role="dialog"] [role="radio"]')[1]!)
  await click(button('Record answer'))
  await flushPromises()
  expect(client.inputsOf('deals.execute')[0]!.command).toMatchObject({ partyId: id(60), answer: 'declined' })
  expect(useUndo().shown?.text).toBe('Southgate Systems declined Warehouse: recorded for good.')
})

test('a registration is corrected and sent again', async () => {
  const record = registration({ state: 'action-required', errors: ['The number differs.'] })
  const deal = wonView({ ...RETURNED, registrationRecord: record })
  const { client } = await openToday(TodayView)
  client.answer('deals.get', deal).answer('deals.execute', { deal, events: [id(92)] })
  await click(button('Correct…'))
  await flushPromises()
  await click(button('Record the correction'))
  await flushPromises()
  expect(client.inputsOf('deals.execute')[0]!.command.kind).toBe('resubmit')
  expect(useUndo().shown?.text).toBe(
    'Corrected registration of Tannery recorded. Now submit it in Partner Center again.',
  )
})

test('a new date has to be today or later; the usual ones are a click away', async () => {
  const deal = dealView({ ...LATE })
  const { client } = await openToday(TodayView)
  client.answer('deals.get', deal).answer('deals.execute', { deal, events: [id(91)] })
  await click(button('New date…'))
  await flushPromises()
  await click(button('Save the date'))
  expect(pageWords()).toContain('Choose today or a later day')
  expect(client.inputsOf('deals.execute')).toEqual([])
  const days: unknown[] = []
  for (const usual of ['In a week', 'In two weeks', 'In a month', 'End of the quarter']) {
    await click(button(usual))
    days.push(button(usual).title)
  }
  expect(days).toEqual(['Mar 9, 2026', 'Mar 16, 2026', 'Apr 2, 2026', 'Mar 31, 2026'])
  await click(button('Save the date'))
  await flushPromises()
  expect(client.inputsOf('deals.execute')[0]!.command).toEqual({
    kind: 'edit',
    changes: { closeDate: '2026-03-31' },
  })
  expect(useUndo().shown?.text).toBe('Invoice capture changed.')
})

test('a deal that is gone when its question is asked is said so', async () => {
  const { client } = await openToday(TodayView)
  client.fail('deals.get', { code: 'NOT_FOUND', details: { what: 'deal', id: id(5) } })
  await click(button('New date…'))
  await flushPromises()
  expect([hasRole('dialog'), useSpoken().value.trim()]).toEqual([
    false,
    'It is no longer there. Go back and look again.',
  ])
})
