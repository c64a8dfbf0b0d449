import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { useToday } from '../../../app/today.store.ts'
import { useTrail } from '../../../app/trail.store.ts'
import { at, dealView, id, receivedView } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, hasRole, pageWords, press, wordsOf } from '../../../testing/page.ts'
import {
  ASKED,
  LATE,
  STILL,
  WAITING,
  WAITING_TOO,
  busyDay,
  focusedWords,
  openToday,
  quietDay,
  todayNames,
  todayRow,
  without,
} from '../../../testing/today.ts'
import TodayView from './TodayView.vue'

test('every section says what it holds, each row how pressing it is, whose, what it is worth and what to do', async () => {
  await openToday(TodayView)
  expect(pageWords(document.querySelector('.pagebar')!)).toContain('Monday, March 2')
  expect(pageWords()).toContain('Most urgent: Warehouse, 4 d 6 h left for Southgate Systems to answer')
  expect(wordsOf('section > header')).toEqual([
    'Waiting for your answer2least time first',
    'Invitations about to expire1invited by you, no answer recorded',
    'Registration needs action1returned by the review',
    'Close date has passed1longest first',
    'No movement1more than 30 days in one stage',
  ])
  expect(wordsOf('[data-row]')).toEqual([
    '12 d 0 h leftOrder portalVennholt, from MicrosoftEUR 125,000Accept…Decline…',
    '13 d 0 h leftFleet pilotNorthwind Foods, from MicrosoftEUR 125,000Accept…Decline…',
    '4 d 6 h leftWarehouseSouthgate Systems has not answeredEUR 125,000Record answer…',
    'Action requiredTanneryThe number differs, 1 moreEUR 125,000Correct…',
    '3 d overdueInvoice captureNorthwind Foods, createdEUR 125,000New date…Won…Lost…',
    '41 d in QualifiedShift planningNorthwind FoodsEUR 125,000Mark as Developed',
  ])
})

test('in Chinese as well', async () => {
  await openToday(TodayView, busyDay(), { locale: 'zh-CN' })
  expect(wordsOf('h2')).toEqual([
    '等待你答复',
    '即将过期的邀请',
    '注册需要处理',
    '结束日期已过',
    '没有进展',
    '你离开期间',
    '未来七天',
  ])
  expect(pageWords(todayRow('Shift planning'))).toBe(
    '“已确认资格”41 天Shift planningNorthwind FoodsEUR 125,000标记为“已开发”',
  )
})

test.each([
  [1, '1 deal needs you.'],
  [4, '4 deals need you.'],
])('%i in a sentence', async (needs, words) => {
  await openToday(TodayView, quietDay({ needs }))
  expect(pageWords(document.querySelector('.pagebar')!)).toContain(words)
})

const until = (number: number, expiresAt: string) => ({
  ...WAITING,
  id: id<'deal'>(number),
  name: `Deal ${number}`,
  expiresAt: at(expiresAt),
})
const asking = (number: number, expiresAt: string) => ({
  deal: { ...ASKED, id: id<'deal'>(number), name: `Deal ${number}` },
  party: {
    id: id<'party'>(number + 100),
    kind: 'microsoft' as const,
    organization: 'Microsoft',
    expiresAt: at(expiresAt),
  },
})
test.each([
  ['2026-03-04T12:00:00.000Z', '2026-03-03T12:00:00.000Z', 'Deal 22', 'for Microsoft to answer'],
  ['2026-03-03T12:00:00.000Z', '2026-03-04T12:00:00.000Z', 'Deal 21', 'for you to answer'],
  ['2026-02-03T12:00:00.000Z', '2026-03-04T12:00:00.000Z', 'Deal 22', 'for Microsoft to answer'],
])('what runs out first leads to its deal: %s and %s', async (ours, theirs, name, words) => {
  const day = quietDay({
    needs: 2,
    answers: { count: 1, soon: 1, rows: [until(21, ours)] },
    invitations: { count: 1, rows: [asking(22, theirs)] },
  })
  const { router } = await openToday(TodayView, day)
  const link = document.querySelector<HTMLElement>('.urgent a')!
  expect(pageWords(link)).toMatch(new RegExp(`^${name}, .* left ${words}$`))
  await click(link)
  await flushPromises()
  expect(router.currentRoute.value.path).toBe(`/deal/${id(name === 'Deal 21' ? 21 : 22)}`)
})

test('where no clock runs nothing is called urgent', async () => {
  await openToday(TodayView, quietDay({ needs: 1, overdue: { count: 1, rows: [LATE] } }))
  expect(document.querySelector('.urgent')).toBeNull()
})

test('a deal that can go no further by a mark is opened instead', async () => {
  const still = { ...STILL, stage: 'negotiated' as const, percent: 80 }
  const { router } = await openToday(TodayView, quietDay({ needs: 1, still: { count: 1, rows: [still] } }))
  await click(button('Open'))
  await flushPromises()
  expect(router.currentRoute.value.path).toBe(`/deal/${id(6)}`)
})

test('an assessment with stages ahead cannot be won, says why, and is led on', async () => {
  const late = { ...LATE, type: 'solution-assessment' as const, stage: 'prepare-report' as const }
  const { client } = await openToday(TodayView, quietDay({ needs: 1, overdue: { count: 1, rows: [late] } }))
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
  await openToday(TodayView)
  await press(document.body, 'j')
  expect(focusedWords()).toBe('Order portal')
  for (const key of ['ArrowDown', 'j', 'j', 'ArrowDown', 'j', 'j', 'j'])
    await press(document.activeElement as HTMLElement, key)
  expect(focusedWords()).toBe('Shift planning')
  await press(document.activeElement as HTMLElement, 'k')
  expect(focusedWords()).toBe('Invoice capture')
  await press(document.activeElement as HTMLElement, 'Home')
  expect(focusedWords()).toBe('Order portal')
  await press(document.activeElement as HTMLElement, 'End')
  expect(focusedWords()).toBe('Shift planning')
})

test('Tab comes to one row at a time, and to its actions', async () => {
  await openToday(TodayView)
  const reachable = () =>
    [...document.querySelectorAll<HTMLElement>('[data-row] :is(a, button)')]
      .filter((element) => element.tabIndex === 0)
      .map((element) => element.textContent?.trim())
  expect(reachable()).toEqual(['Order portal', 'Accept…', 'Decline…'])
  todayRow('Invoice capture').querySelector('a')!.focus()
  await flushPromises()
  expect(reachable()).toEqual(['Invoice capture', 'New date…', 'Won…', 'Lost…'])
})

test('letters that are typed, keys with Ctrl, and keys under a dialog walk nowhere', async () => {
  const { client } = await openToday(TodayView)
  await press(document.body, 'j', { ctrlKey: true })
  expect(document.activeElement).toBe(document.body)
  client.answer('deals.get', receivedView(WAITING))
  await click(button('Decline…', todayRow('Order portal')))
  await flushPromises()
  await press(document.body, 'j')
  expect(document.activeElement?.closest('[data-row]')).toBeNull()
})

test('the row one is at expires under one’s eyes: the focus goes on, elsewhere it is left alone', async () => {
  const { client } = await openToday(TodayView)
  todayRow('Order portal').querySelector('a')!.focus()
  client.answer('today.get', without('answers'))
  await useToday().load()
  await flushPromises()
  expect(focusedWords()).toBe('Fleet pilot')
  button('Print my day').focus()
  client.answer('today.get', without('answers', without('answers')))
  await useToday().load()
  await flushPromises()
  expect(focusedWords()).toBe('Print my day')
})

test('after the last row the list itself has the focus', async () => {
  const { client } = await openToday(
    TodayView,
    quietDay({ needs: 1, answers: { count: 1, soon: 0, rows: [WAITING] } }),
  )
  todayRow('Order portal').querySelector('a')!.focus()
  client.answer('today.get', quietDay())
  await useToday().load()
  await flushPromises()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('What needs you now')
})

test('more of a section is shown on asking', async () => {
  const { client } = await openToday(
    TodayView,
    busyDay({ answers: { count: 31, soon: 1, rows: [WAITING, WAITING_TOO] } }),
  )
  await click(button('Show 29 more'))
  await flushPromises()
  expect(client.inputsOf('today.get').at(-1)).toEqual({ limits: { answers: 22 } })
  expect(hasButton('Show 29 more')).toBe(true)
})

test('nothing to do: what is next is one click away', async () => {
  const next = { kind: 'closes', dealId: id<'deal'>(5), name: 'Invoice capture', organization: null } as const
  const { router } = await openToday(TodayView, quietDay({ next: { ...next, day: '2026-03-20' as never } }))
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
  await openToday(TodayView, quietDay({ next: { ...next, day: '2026-03-12' as never } }))
  expect(pageWords()).toContain('Next: Microsoft has until Thu, Mar 12 to answer on “Warehouse”.')
  expect(hasButton('Open the pipeline')).toBe(true)
})

test('nothing at all: a deal of one’s own, or a file', async () => {
  const { overlays } = await openToday(TodayView, quietDay(), { deals: 0 })
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
  expect(todayNames()).toHaveLength(6)
})

test('the deals of the day are laid out to be walked through, each once', async () => {
  await openToday(TodayView, busyDay({ still: { count: 2, rows: [STILL, LATE] } }))
  expect(useTrail().standing(id(5))).toEqual({ place: 'today', number: 5, count: 6 })
})

test('printing is the browser’s own', async () => {
  await openToday(TodayView)
  const print = vi.fn()
  vi.stubGlobal('print', print)
  await click(button('Print my day'))
  expect(print).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})
