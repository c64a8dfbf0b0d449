import { flushPromises } from '@vue/test-utils'
import type { Component } from 'vue'
import type { Locale } from '#shared/domain/settings.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { useApplication } from '../app/application.store.ts'
import { TODAY, at, day, dealRow, id, receivedRow } from './deals.ts'
import { FakeClient } from './fake-client.ts'
import { mountScreen } from './mount.ts'
import { wordsOf } from './page.ts'
import { info } from './profile.ts'

type Day = Output<'today.get'>

/** A day on which nothing needs anybody. */
export const quietDay = (over: Partial<Day> = {}): Day => ({
  today: TODAY,
  needs: 0,
  answers: { count: 0, soon: 0, rows: [] },
  invitations: { count: 0, rows: [] },
  registrations: { count: 0, rows: [] },
  overdue: { count: 0, rows: [] },
  still: { count: 0, rows: [] },
  days: ['03', '04', '05', '06', '07', '08', '09'].map((date) => ({
    day: day(`2026-03-${date}`),
    closing: 0,
    answers: 0,
  })),
  next: null,
  away: { since: null, rows: [], more: 0 },
  ...over,
})

export const WAITING = receivedRow({ id: id(1), name: 'Order portal', customerName: 'Vennholt' })
export const WAITING_TOO = receivedRow({
  id: id(2),
  name: 'Fleet pilot',
  expiresAt: at('2026-03-15T12:00:00.000Z'),
})
export const ASKED = dealRow({ id: id(3), name: 'Warehouse', pendingPartners: 1 })
export const RETURNED = dealRow({ id: id(4), name: 'Tannery', status: 'won', stage: 'won', percent: 100 })
export const LATE = dealRow({ id: id(5), name: 'Invoice capture', closeDate: day('2026-02-27') })
export const STILL = dealRow({
  id: id(6),
  name: 'Shift planning',
  stage: 'qualified',
  percent: 20,
  stageSince: at('2026-01-20T09:00:00.000Z'),
})

/** A day with something of everything. */
export const busyDay = (over: Partial<Day> = {}): Day =>
  quietDay({
    needs: 6,
    answers: { count: 2, soon: 1, rows: [WAITING, WAITING_TOO] },
    invitations: {
      count: 1,
      rows: [
        {
          deal: ASKED,
          party: {
            id: id(60),
            kind: 'partner',
            organization: 'Southgate Systems',
            expiresAt: at('2026-03-06T18:00:00.000Z'),
          },
        },
      ],
    },
    registrations: { count: 1, rows: [{ deal: RETURNED, error: 'The number differs.', more: 1 }] },
    overdue: { count: 1, rows: [LATE] },
    still: { count: 1, rows: [STILL] },
    ...over,
  })

/** The screen of a day, open. */
export async function openToday(
  screen: Component,
  day: Day = busyDay(),
  { locale = 'en', deals = 12 }: { readonly locale?: Locale; readonly deals?: number } = {},
) {
  const client = new FakeClient().answer('today.get', day)
  const stage = mountScreen(screen, { client, attach: true, path: '/today', locale })
  useApplication().info = info({ deals })
  await flushPromises()
  return { ...stage, client }
}

/** The first row about a deal of this name. */
export const todayRow = (name: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('[data-row]')].find(
    (element) => element.querySelector('a')?.textContent?.trim() === name,
  )!

/** The deals of all rows, in their order. */
export const todayNames = (): readonly string[] => wordsOf('[data-row] a')

/** The words of what has the focus. */
export const focusedWords = (): string | undefined => document.activeElement?.textContent?.trim()

/** The same day, the first row of a section gone. */
export const without = (section: 'answers' | 'overdue' | 'still', day = busyDay()): Day => ({
  ...day,
  needs: day.needs - 1,
  [section]: { ...day[section], count: day[section].count - 1, rows: day[section].rows.slice(1) },
})
