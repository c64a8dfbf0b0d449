import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { AwayRow } from '#shared/ipc/contract/today.ts'
import { at, day, id } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, pageWords, wordsOf } from '../../../testing/page.ts'
import { quietDay } from '../../../testing/today.ts'
import { useLists } from '../list/lists.store.ts'
import AwayList from './AwayList.vue'
import SevenDays from './SevenDays.vue'

const EXPIRED: AwayRow = {
  what: 'notification',
  told: {
    id: id(80),
    kind: 'deal-expired',
    at: at('2026-03-01T12:14:00.000Z'),
    readAt: null,
    dealId: id(1),
    dealName: 'Ticket kiosk rollout',
    partyId: null,
    organization: 'Microsoft',
    params: { expiresAt: '2026-03-01T12:14:00.000Z' },
  },
}
const SUMMARY: AwayRow = {
  what: 'notification',
  told: {
    ...EXPIRED.told,
    id: id(81),
    kind: 'summary',
    dealId: null,
    dealName: null,
    params: { total: 3, counts: { 'deal-expired': 2, 'invitation-expired': 1 }, since: null },
  },
}
const IMPORTED: AwayRow = {
  what: 'import',
  batchId: id(82),
  name: 'partner-center-nov.csv',
  at: at('2026-02-28T12:40:00.000Z'),
  created: 1212,
  updated: 31,
  unchanged: 5,
  refused: 4,
  errorsFileId: null,
  undoneAt: null,
}
const since = at('2026-02-27T12:05:00.000Z')
const away = (rows: AwayRow[], more = 0) => ({ away: { since, rows, more } })

test('what happened is told with its deal, its moment, and since when', async () => {
  mountScreen(AwayList, { props: away([EXPIRED, IMPORTED]), attach: true })
  expect(pageWords()).toMatch(/since Friday, February 27, \d\d:05/)
  expect(wordsOf('li p:first-child')).toEqual([
    expect.stringMatching(
      /^Ticket kiosk rollout: Nobody answered Microsoft by Mar 1, 2026, \d\d:14\. The deal is closed\.$/,
    ),
    'Import of partner-center-nov.csv finished: 1,212 created, 31 updated, 4 refused.',
  ])
  expect(wordsOf('li .ink3')[0]).toMatch(/^Sun, Mar 1, \d\d:14$/)
  expect(document.querySelector('li a')?.getAttribute('href')).toBe(`/deal/${id(1)}`)
})

test('a summary counts by kind; what is not shown is counted', async () => {
  const { setLocale } = mountScreen(AwayList, { props: away([SUMMARY], 7), attach: true })
  expect(wordsOf('li p').slice(0, 3)).toEqual([
    'New notifications: 3',
    'Inbound deals expired: 2',
    'Invitations expired: 1',
  ])
  expect(pageWords()).toContain('and 7 more')
  await setLocale('zh-CN')
  expect(pageWords()).toContain('另有 7 条')
})

test.each([
  [{ away: { since: null, rows: [], more: 0 } }, 'This is your first visit.'],
  [away([]), 'Nothing happened by itself.'],
])('without anything to tell that is said: %#', (props, words) => {
  mountScreen(AwayList, { props, attach: true })
  expect(pageWords()).toContain(words)
})

function sevenDays() {
  const days = quietDay().days.map((one, index) =>
    index === 2 ? { ...one, closing: 2 } : index === 4 ? { ...one, answers: 1 } : one,
  )
  const client = new FakeClient()
    .answer('views.left', { rows: [] })
    .answer('views.list', { rows: [] })
    .answer('views.leave', {})
  return mountScreen(SevenDays, { client, props: { days }, attach: true })
}

test('each of the seven days has its numbers, and zero is no link', () => {
  sevenDays()
  expect(wordsOf('tbody tr')).toEqual([
    'Tue, Mar 300',
    'Wed, Mar 400',
    'Thu, Mar 520',
    'Fri, Mar 600',
    'Sat, Mar 701',
    'Sun, Mar 800',
    'Mon, Mar 900',
  ])
  const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('aria-label'))
  expect(links).toEqual(['2 deals close on Thu, Mar 5', '1 answer due on Sat, Mar 7'])
})

test('a number leads to the list of what it counts', async () => {
  const { router } = sevenDays()
  await router.isReady()
  const [closing, answers] = document.querySelectorAll('a')
  closing!.click()
  await flushPromises()
  expect(router.currentRoute.value.path).toBe('/deals/all')
  expect(useLists().tabs.all).toMatchObject({
    viewId: null,
    filters: { statuses: ['accepted'], closeFrom: day('2026-03-05'), closeTo: day('2026-03-05') },
    sort: { by: 'attention', direction: 'asc' },
  })
  answers!.click()
  await flushPromises()
  expect(router.currentRoute.value.path).toBe('/deals/inbound')
  expect(useLists().tabs.inbound.filters).toEqual({ statuses: ['received'] })
})

test('an import offers what was refused and its undo, and says when it was undone', async () => {
  const refused: AwayRow = { ...IMPORTED, errorsFileId: id(83) }
  const { client, overlays, setProps } = mountScreen(AwayList, { props: away([refused]), attach: true })
  await click(button('See what was refused'))
  expect(client.downloads).toEqual([{ fileId: id(83), name: 'errors-partner-center-nov.csv' }])
  await click(button('Undo import'))
  expect(overlays.current.value).toEqual({
    kind: 'undo-import',
    batchId: id(82),
    name: 'partner-center-nov.csv',
  })
  await setProps(away([{ ...IMPORTED, undoneAt: since }]))
  expect([hasButton('Undo import'), hasButton('See what was refused')]).toEqual([false, false])
  expect(pageWords()).toContain('This import was undone.')
})
