import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import type { Output } from '#shared/ipc/contract.ts'
import { useSpoken } from '../../../app/announcer.ts'
import { useApplication } from '../../../app/application.store.ts'
import { useToday } from '../../../app/today.store.ts'
import { useTrail } from '../../../app/trail.store.ts'
import { useUndo } from '../../../app/undo.store.ts'
import { dealView, id, party, receivedView, refusal, registration, wonView } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, hasRole, pageWords, press, wordsOf } from '../../../testing/page.ts'
import { info } from '../../../testing/profile.ts'
import {
  ASKED,
  LATE,
  RETURNED,
  STILL,
  WAITING,
  WAITING_TOO,
  busyDay,
  quietDay,
} from '../../../testing/today.ts'
import TodayView from './TodayView.vue'

type Day = Output<'today.get'>
afterEach(() => vi.restoreAllMocks())

async function open(day: Day = busyDay(), options: { locale?: 'en' | 'zh-CN'; deals?: number } = {}) {
  const client = new FakeClient().answer('today.get', day)
  const stage = mountScreen(TodayView, {
    client,
    attach: true,
    path: '/',
    ...(options.locale ? { locale: options.locale } : {}),
  })
  useApplication().info = info({ deals: options.deals ?? 12 })
  await flushPromises()
  return { ...stage, client }
}
const row = (name: string, nth = 0): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(
    (element) => element.querySelector('a')?.textContent?.trim() === name,
  )[nth]!
const names = () => wordsOf('[data-row] a')
const focused = () => document.activeElement?.textContent?.trim()
const without = (name: 'answers' | 'overdue' | 'still', day = busyDay()): Day => ({
  ...day,
  needs: day.needs - 1,
  [name]: { ...day[name], count: day[name].count - 1, rows: day[name].rows.slice(1) },
})

test('every section says what it holds, each row how pressing it is, whose, what it is worth and what to do', async () => {
  await open()
  expect(pageWords(document.querySelector('.pagebar')!)).toContain('Monday, March 2')
  expect(pageWords()).toContain('2 answers due, 1 of them within three days.')
  expect(wordsOf('section > header')).toEqual([
    'Waiting for your answer2least time first',
    'Invitations about to expire1sent by you, no answer recorded',
    'Registration needs action1returned by the review',
    'Close date has passed1longest first',
    'No movement1more than 30 days in one stage',
  ])
  expect(wordsOf('[data-row]')).toEqual([
    '12 d 0 h leftOrder portalVennholt, from MicrosoftEUR 125,000Accept…Decline…',
    '13 d 0 h leftFleet pilotNorthwind Foods, from MicrosoftEUR 125,000Accept…Decline…',
    '4 d 6 h leftWarehouseSouthgate Systems has not answeredEUR 125,000Record answer…',
    'Action requiredTanneryThe number differs, 1 moreEUR 125,000Correct and send again…',
    '3 d overdueInvoice captureNorthwind Foods, createdEUR 125,000New date…Won…Lost…',
    '41 d in QualifiedShift planningNorthwind FoodsEUR 125,000Mark as Developed',
  ])
})

test('in Chinese as well', async () => {
  await open(busyDay(), { locale: 'zh-CN' })
  expect(wordsOf('h2')).toEqual([
    '等待你答复',
    '即将过期的邀请',
    '注册需要处理',
    '结束日期已过',
    '没有进展',
    '你离开期间',
    '未来七天',
  ])
  expect(pageWords(row('Shift planning'))).toBe(
    '“已确认资格”41 天Shift planningNorthwind FoodsEUR 125,000标记为“已开发”',
  )
})

test.each([
  [{ answers: { count: 2, soon: 0, rows: [] }, needs: 5 }, '2 answers due.'],
  [{ answers: { count: 0, soon: 0, rows: [] }, needs: 1 }, '1 thing needs you.'],
  [{ answers: { count: 0, soon: 0, rows: [] }, needs: 4 }, '4 things need you.'],
])('the day in a sentence: %j', async (over, words) => {
  await open(busyDay(over))
  expect(pageWords(document.querySelector('.pagebar')!)).toContain(words)
})

test('a deal that can go no further by a mark is opened instead', async () => {
  const still = { ...STILL, stage: 'negotiated' as const, percent: 80 }
  const { router } = await open(quietDay({ needs: 1, still: { count: 1, rows: [still] } }))
  await click(button('Open'))
  await flushPromises()
  expect(router.currentRoute.value.path).toBe(`/deal/${id(6)}`)
})

test('an assessment with stages ahead cannot be won, says why, and is led on', async () => {
  const late = { ...LATE, type: 'solution-assessment' as const, stage: 'prepare-report' as const }
  const { client } = await open(quietDay({ needs: 1, overdue: { count: 1, rows: [late] } }))
  client.answer('deals.execute', { deal: dealView(), events: [] })
  const won = button('Won…')
  expect(won.getAttribute('aria-disabled')).toBe('true')
  await click(won)
  expect(hasRole('dialog')).toBe(true)
  expect(pageWords()).toContain('Present to customer')
  await click(button('Mark as Present to customer'))
  expect(client.inputsOf('deals.execute').map(({ command }) => command)).toEqual([
    { kind: 'mark-stage', stage: 'present-to-customer' },
  ])
})

test('j, k and the arrows walk the rows over sections, and stop at the ends', async () => {
  await open()
  await press(document.body, 'j')
  expect(focused()).toBe('Order portal')
  for (const key of ['ArrowDown', 'j', 'j', 'ArrowDown', 'j', 'j', 'j'])
    await press(document.activeElement as HTMLElement, key)
  expect(focused()).toBe('Shift planning')
  await press(document.activeElement as HTMLElement, 'k')
  expect(focused()).toBe('Invoice capture')
  await press(document.activeElement as HTMLElement, 'Home')
  expect(focused()).toBe('Order portal')
  await press(document.activeElement as HTMLElement, 'End')
  expect(focused()).toBe('Shift planning')
})

test('Tab comes to one row at a time, and to its actions', async () => {
  await open()
  const reachable = () =>
    [...document.querySelectorAll<HTMLElement>('[data-row] :is(a, button)')]
      .filter((element) => element.tabIndex === 0)
      .map((element) => element.textContent?.trim())
  expect(reachable()).toEqual(['Order portal', 'Accept…', 'Decline…'])
  row('Invoice capture').querySelector('a')!.focus()
  await flushPromises()
  expect(reachable()).toEqual(['Invoice capture', 'New date…', 'Won…', 'Lost…'])
})

test('letters that are typed, keys with Ctrl, and keys under a dialog walk nowhere', async () => {
  const { client } = await open()
  await press(document.body, 'j', { ctrlKey: true })
  expect(document.activeElement).toBe(document.body)
  client.answer('deals.get', receivedView(WAITING))
  await click(button('Decline…', row('Order portal')))
  await flushPromises()
  await press(document.body, 'j')
  expect(document.activeElement?.closest('[data-row]')).toBeNull()
})

test('a mark is carried out at once; the row leaves, the next one has the focus, and it can be undone', async () => {
  const { client } = await open()
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
  expect(names()).not.toContain('Shift planning')
  expect(focused()).toBe('Invoice capture')
  expect(useUndo().shown).toMatchObject({
    text: 'Shift planning moved to Developed, 40 %.',
    order: { eventId: event },
  })
})

test('a mark that is refused is said, and the row stays', async () => {
  const { client } = await open()
  client.refuse('deals.execute', refusal('STAGE_NOT_AHEAD', { stage: 'developed' }))
  await click(button('Mark as Developed'))
  await flushPromises()
  expect(names()).toContain('Shift planning')
  expect(useUndo().shown).toMatchObject({ text: useSpoken().value.trim(), order: null })
  expect(useSpoken().value).toContain('stage')
})

test.each([
  ['Accept…', receivedView(WAITING), 'Accept deal', 'accept', null],
  ['Decline…', receivedView(WAITING), 'Decline deal', 'decline', 'Order portal declined.'],
] as const)('%s asks, and moves on to the next row', async (action, deal, submit, kind, said) => {
  const { client } = await open()
  client.answer('deals.get', deal).answer('deals.execute', ({ command }) => {
    expect(command.kind).toBe(kind)
    client.answer('today.get', without('answers'))
    return { deal, events: [] }
  })
  await click(button(action, row('Order portal')))
  await flushPromises()
  await click(button(submit))
  await flushPromises()
  expect(hasRole('dialog')).toBe(false)
  expect([names()[0], focused()]).toEqual(['Fleet pilot', 'Fleet pilot'])
  expect(useUndo().shown?.text ?? null).toBe(said)
})

test.each([
  ['Won…', 'Close as won', 'Invoice capture closed as won.'],
  ['Lost…', 'Close as lost', 'Invoice capture closed as lost.'],
])('%s says what was done, for it cannot be undone', async (action, submit, said) => {
  const deal = dealView({ ...LATE })
  const { client } = await open()
  client.answer('deals.get', deal).answer('deals.execute', () => {
    client.answer('today.get', without('overdue'))
    return { deal, events: [] }
  })
  await click(button(action))
  await flushPromises()
  await click(button(submit))
  await flushPromises()
  expect(useUndo().shown).toMatchObject({ text: said, order: null })
  expect(focused()).toBe('Shift planning')
})

test('the party of the row is the one asked about', async () => {
  const asked = party({ id: id(60), organization: 'Southgate Systems' })
  const deal = dealView({ ...ASKED, parties: [party({ id: id(59), organization: 'Another' }), asked] })
  const { client } = await open()
  client.answer('deals.get', deal).answer('deals.execute', {
    deal: { ...deal, parties: [{ ...asked, status: 'declined' }] },
    events: [],
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
  expect(useUndo().shown?.text).toBe('Answer of Southgate Systems recorded on Warehouse.')
})

test('a registration is corrected and sent again', async () => {
  const record = registration({ state: 'action-required', errors: ['The number differs.'] })
  const deal = wonView({ ...RETURNED, registrationRecord: record })
  const { client } = await open()
  client.answer('deals.get', deal).answer('deals.execute', { deal, events: [] })
  await click(button('Correct and send again…'))
  await flushPromises()
  await click(button('Send again'))
  await flushPromises()
  expect(client.inputsOf('deals.execute')[0]!.command.kind).toBe('resubmit')
  expect(useUndo().shown?.text).toBe('Registration of Tannery sent again.')
})

test('a new date has to be today or later; the usual ones are a click away', async () => {
  const deal = dealView({ ...LATE })
  const { client } = await open()
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
  const { client } = await open()
  client.fail('deals.get', { code: 'NOT_FOUND', details: { what: 'deal', id: id(5) } })
  await click(button('New date…'))
  await flushPromises()
  expect([hasRole('dialog'), useSpoken().value.trim()]).toEqual([
    false,
    'It is no longer there. Go back and look again.',
  ])
})

test('the row one is at expires under one’s eyes: the focus goes on, elsewhere it is left alone', async () => {
  const { client } = await open()
  row('Order portal').querySelector('a')!.focus()
  client.answer('today.get', without('answers'))
  await useToday().load()
  await flushPromises()
  expect(focused()).toBe('Fleet pilot')
  button('Print my day').focus()
  client.answer('today.get', without('answers', without('answers')))
  await useToday().load()
  await flushPromises()
  expect(focused()).toBe('Print my day')
})

test('after the last row the list itself has the focus', async () => {
  const { client } = await open(quietDay({ needs: 1, answers: { count: 1, soon: 0, rows: [WAITING] } }))
  row('Order portal').querySelector('a')!.focus()
  client.answer('today.get', quietDay())
  await useToday().load()
  await flushPromises()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('What needs you now')
})

test('more of a section is shown on asking', async () => {
  const { client } = await open(busyDay({ answers: { count: 31, soon: 1, rows: [WAITING, WAITING_TOO] } }))
  await click(button('Show 29 more'))
  await flushPromises()
  expect(client.inputsOf('today.get').at(-1)).toEqual({ limits: { answers: 22 } })
  expect(hasButton('Show 29 more')).toBe(true)
})

test('nothing to do: what is next is one click away', async () => {
  const next = { kind: 'closes', dealId: id<'deal'>(5), name: 'Invoice capture', organization: null } as const
  const { router } = await open(quietDay({ next: { ...next, day: '2026-03-20' as never } }))
  expect(pageWords()).toContain('Next: “Invoice capture” closes on Fri, Mar 20.')
  await click(button('Open deal'))
  await flushPromises()
  expect(router.currentRoute.value.path).toBe(`/deal/${id(5)}`)
})

test('nothing to do, and whose answer is missing', async () => {
  const next = {
    kind: 'expires',
    dealId: id<'deal'>(3),
    name: 'Warehouse',
    organization: 'Microsoft',
  } as const
  await open(quietDay({ next: { ...next, day: '2026-03-12' as never } }))
  expect(pageWords()).toContain('Next: Microsoft has until Thu, Mar 12 to answer on “Warehouse”.')
  expect(hasButton('Open the pipeline')).toBe(true)
})

test('nothing at all: a deal of one’s own, or a file', async () => {
  const { overlays } = await open(quietDay(), { deals: 0 })
  expect(pageWords()).toContain('Nothing needs you')
  await click(button('Import from Partner Center'))
  expect(overlays.current.value).toEqual({ kind: 'import' })
})

test('loading and failing say so, and trying again helps', async () => {
  const client = new FakeClient().fail('today.get', { code: 'BUSY', details: { what: 'database' } })
  mountScreen(TodayView, { client, attach: true })
  expect(pageWords()).toContain('Loading…')
  await flushPromises()
  expect(pageWords()).toContain('Another program holds the data.')
  client.answer('today.get', busyDay())
  await click(button('Try again'))
  await flushPromises()
  expect(names()).toHaveLength(6)
})

test('the deals of the day are laid out to be walked through, each once', async () => {
  await open(busyDay({ still: { count: 2, rows: [STILL, LATE] } }))
  expect(useTrail().standing(id(5))).toEqual({ place: 'today', number: 5, count: 6 })
})

test('printing is the browser’s own', async () => {
  await open()
  const print = vi.fn()
  vi.stubGlobal('print', print)
  await click(button('Print my day'))
  expect(print).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})
