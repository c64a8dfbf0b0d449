import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '#shared/domain/ids.ts'
import { NOTIFICATION_KINDS } from '#shared/domain/notification.ts'
import { LOCALES } from '#shared/domain/settings.ts'
import { DAY_MS, type Instant, addMs } from '#shared/domain/time.ts'
import type { NotificationView, Untold } from '#shared/ipc/contract/notifications.ts'
import { type Toast, toastOf } from './toasts.ts'

const NOW = '2026-11-23T09:00:00.000Z' as Instant
const idOf = <K extends string>(n: number) =>
  `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<K>

const line = (kind: Untold['kind'], over: Partial<Untold> = {}): Untold => ({
  id: idOf(1),
  kind,
  dealId: idOf(2),
  expiresAt: null,
  counts: {},
  isAway: false,
  ...over,
})
const summary = (counts: Record<string, number>, isAway = false) =>
  line('summary', { dealId: null, counts, isAway })
const shown = (lines: Untold[], waiting = 0, locale: 'en' | 'zh-CN' = 'en'): Toast | null =>
  toastOf(lines, { now: NOW, waiting, locale })
const said = (toast: Toast | null) => toast && `${toast.title} | ${toast.body}`

test('a warning says how long there is, and leads to its deal', () => {
  const warning = line('invitation-expiring', { expiresAt: addMs(NOW, 3 * DAY_MS) })
  expect(shown([warning])).toEqual({
    title: 'An invitation is about to expire',
    body: '3 days left.',
    leads: { ask: 'deal', dealId: idOf(2) },
    reads: idOf(1),
  })
  expect(said(shown([warning], 0, 'zh-CN'))).toBe('邀请即将过期 | 还剩 3 天。')
})

test('an answer of others has no time left', () => {
  expect(said(shown([line('invitation-accepted')]))).toBe('Invitation accepted | ')
})

test('several are one, which counts what needs an answer and leads to Today', () => {
  const several = [line('deal-received'), line('party-won'), line('deal-expiring')]
  expect(shown(several, 4)).toEqual({
    title: 'Several things at once',
    body: '4 deals need an answer. 3 new notifications.',
    leads: { ask: 'go', to: '/today' },
    reads: null,
  })
  expect(said(shown(several, 0))).toBe('Several things at once | 3 new notifications.')
  expect(said(shown(several, 1, 'zh-CN'))).toBe('多条新通知 | 1 笔交易需要答复。3 条新通知。')
})

test('after weeks away there is one, even of what is over', () => {
  expect(said(shown([summary({ 'deal-expired': 23, 'invitation-expired': 4 }, true)]))).toBe(
    'Several things at once | 27 new notifications.',
  )
})

test.for<[string, Untold[]]>([
  ['nothing new', []],
  ['what one knows oneself or cannot change', [line('invitation-sent'), line('deal-expired')]],
  ['many of these', [summary({ 'registration-picked': 12 })]],
])('%s interrupts nobody', ([, lines]) => {
  expect(shown(lines, 7)).toBeNull()
})

test('a time that is over, or none, is not said', () => {
  expect(shown([line('deal-expiring', { expiresAt: addMs(NOW, -1) })])?.body).toBe('')
})

// Everything a person could have written, as the inbox carries it: none of it may come out on the other side.
const canary = fc.constantFrom('Contoso', 'mara@contoso.example', '+49 40 1234', 'budget cut', 'Order portal')
const carried = fc.record({
  kind: fc.constantFrom(...NOTIFICATION_KINDS),
  dealName: canary,
  organization: canary,
  left: fc.integer({ min: -DAY_MS, max: 60 * DAY_MS }),
  params: fc.dictionary(fc.constantFrom('reason', 'note', 'name', 'total', 'days'), canary),
})

test('no name, address or note of a deal ever stands in a toast, in any language', () => {
  fc.assert(
    fc.property(
      fc.array(carried, { maxLength: 6 }),
      fc.constantFrom(...LOCALES),
      fc.nat(200),
      (all, locale, waiting) => {
        const lines = all.map(({ kind, left, ...written }, n) => ({
          ...line(kind, { id: idOf(n), expiresAt: addMs(NOW, left) }),
          ...(written as Partial<NotificationView>),
          ...(kind === 'summary' ? { counts: { 'deal-received': n + 1 } } : {}),
        }))
        const toast = toastOf(lines, { now: NOW, waiting, locale })
        if (!toast) return
        const text = toast.title + toast.body
        expect(text).not.toMatch(/Contoso|mara|@|\+49|1234|budget|portal/i)
        // Counts are all a toast can carry beside its own fixed words.
        for (const number of text.match(/\d+/g) ?? []) expect(Number(number)).toBeLessThanOrEqual(200)
        expect(JSON.stringify(toast.leads)).not.toMatch(/Contoso|mara|portal/i)
      },
    ),
    { numRuns: 1000 },
  )
})
