import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Output } from '#shared/ipc/contract.ts'
import type { NotificationView } from '#shared/ipc/contract/notifications.ts'
import { NOTIFICATION_KINDS } from '#shared/domain/notification.ts'
import { at, id } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { mountScreen, speak } from '../../testing/mount.ts'
import { button, click, hasButton, hasRole, pageWords, press, wordsOf } from '../../testing/page.ts'
import InboxBell from './InboxBell.vue'
import { notificationText } from '../../app/notification-words.ts'

const told = (over: Partial<NotificationView> = {}): NotificationView => ({
  id: id(80),
  kind: 'deal-expiring',
  at: at('2026-03-02T09:00:00.000Z'),
  readAt: null,
  dealId: id(1),
  dealName: 'Cold-chain telemetry',
  partyId: null,
  organization: 'Microsoft',
  params: { expiresAt: '2026-03-05T09:00:00.000Z', days: 3 },
  ...over,
})
const READ = told({
  id: id(81),
  kind: 'invitation-accepted',
  readAt: at('2026-03-01T10:00:00.000Z'),
  organization: 'Southgate Systems',
})
type Page = Output<'notifications.list'>
const page = (rows: NotificationView[], over: Partial<Page> = {}): Page => ({
  rows,
  nextCursor: null,
  unread: rows.filter(({ readAt }) => readAt === null).length,
  ...over,
})

async function open(answer: Page | ((input: object) => Page), locale: 'en' | 'zh-CN' = 'en') {
  const client = new FakeClient()
    .answer('notifications.list', answer as Page)
    .answer('notifications.mark-read', { unread: 0 })
  const stage = mountScreen(InboxBell, { client, attach: true, path: '/pipeline', locale })
  await flushPromises()
  return {
    ...stage,
    client,
    ring: async (name: string) => {
      await click(button(name))
      await flushPromises()
    },
  }
}

test('the bell says how much is unread; the list is newest first, the unread marked', async () => {
  const { ring } = await open(page([told(), READ]))
  expect(wordsOf('.badge')).toEqual(['1'])
  await ring('Notifications: 1 unread')
  const rows = wordsOf('.inbox li')
  expect(rows[0]).toMatch(
    /^A deal is waiting for your answerCold-chain telemetryIt expires on .*Unread, Mar 2, 2026/,
  )
  expect(rows[1]).toContain('Southgate Systems accepted your invitation.')
  expect(rows[1]).not.toContain('Unread')
})

test('with nothing in it, it says what would come', async () => {
  const { ring } = await open(page([]))
  expect(wordsOf('.badge')).toEqual([])
  await ring('Notifications')
  expect(pageWords()).toContain('Nothing yet. Deadlines, answers and registrations are told here.')
  expect(hasButton('Mark all read')).toBe(false)
})

test('opening one leads to its deal and marks it as read', async () => {
  const { ring, router, client } = await open(page([told()]))
  await ring('Notifications: 1 unread')
  await click(document.querySelector<HTMLElement>('.inbox li a')!)
  await flushPromises()
  expect(router.currentRoute.value.path).toBe(`/deal/${id(1)}`)
  expect(client.inputsOf('notifications.mark-read')).toEqual([{ ids: [id(80)] }])
  expect(hasRole('dialog')).toBe(false)
})

test('one that is read is not marked again, and one without a deal leads nowhere', async () => {
  const { ring, router, client } = await open(page([READ, told({ id: id(82), dealName: null })]))
  await ring('Notifications: 1 unread')
  expect(document.querySelectorAll('.inbox li a')).toHaveLength(1)
  await click(document.querySelector<HTMLElement>('.inbox li button')!)
  await flushPromises()
  expect(router.currentRoute.value.path).toBe('/pipeline')
  expect(client.inputsOf('notifications.mark-read')).toEqual([{ ids: [id(82)] }])
})

test('all can be marked as read', async () => {
  const { ring, client } = await open(page([told()]))
  await ring('Notifications: 1 unread')
  client.answer('notifications.list', page([READ]))
  await ring('Mark all read')
  expect(client.inputsOf('notifications.mark-read')).toEqual([{ all: true }])
  expect(wordsOf('.badge')).toEqual([])
})

test('it hears of news at once', async () => {
  const { client } = await open(page([]))
  client.answer('notifications.list', page([told()], { unread: 120 }))
  client.tell('notifications.changed', {})
  await flushPromises()
  expect(wordsOf('.badge')).toEqual(['99+'])
  expect(hasButton('Notifications: 120 unread')).toBe(true)
})

test('earlier ones come on asking', async () => {
  const { ring, client } = await open(page([told()], { nextCursor: 'next' }))
  await ring('Notifications: 1 unread')
  client.answer('notifications.list', page([READ]))
  await ring('Earlier ones')
  expect(client.inputsOf('notifications.list').at(-1)).toMatchObject({ cursor: 'next' })
  expect(wordsOf('.inbox li')).toHaveLength(2)
  expect(hasButton('Earlier ones')).toBe(false)
})

test('a summary counts, unfolds one by one, and is read by that', async () => {
  const summary = told({
    id: id(83),
    kind: 'summary',
    dealId: null,
    dealName: null,
    organization: null,
    params: { total: 3, counts: { 'deal-expired': 2, 'party-won': 1 }, since: '2026-02-01T09:00:00.000Z' },
  })
  const { ring, client } = await open((input) => page('summaryId' in input ? [READ] : [summary]))
  await ring('Notifications: 1 unread')
  expect(pageWords()).toContain('While you were away since Feb 1, 2026')
  expect(wordsOf('.under p')).toEqual(['Inbound deals expired: 2', 'Won on the other side: 1'])
  await ring('Show each')
  expect(wordsOf('.each li')).toHaveLength(1)
  expect(client.inputsOf('notifications.mark-read')).toEqual([{ ids: [id(83)] }])
  await ring('Show less')
  expect(wordsOf('.each li')).toEqual([])
})

test('what cannot be fetched or kept is said', async () => {
  const { ring, client } = await open(page([told()]))
  await ring('Notifications: 1 unread')
  client.fail('notifications.mark-read', { code: 'BUSY', details: { what: 'database' } })
  await ring('Mark all read')
  expect(wordsOf('.inbox [role="alert"]')).toEqual([
    'Another program holds the data. Wait a moment and try again.',
  ])
})

test('Escape closes it and gives the focus back to the bell', async () => {
  const { ring } = await open(page([told()]))
  button('Notifications: 1 unread').focus()
  await ring('Notifications: 1 unread')
  await press(document.activeElement as HTMLElement, 'Escape')
  await flushPromises()
  expect(hasRole('dialog')).toBe(false)
  expect(document.activeElement).toBe(button('Notifications: 1 unread'))
})

test.each(NOTIFICATION_KINDS)('%s is a whole sentence in both languages', (kind) => {
  for (const locale of ['en', 'zh-CN'] as const) {
    const { t, format } = speak(locale)
    const words = notificationText(
      t,
      format,
      told({ kind, organization: null, params: { ...told().params, total: 3 } }),
    )
    expect(words).not.toMatch(/[{}]|undefined|NaN|notifications\./)
  }
})
