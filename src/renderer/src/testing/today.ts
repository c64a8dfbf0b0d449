import type { Output } from '#shared/ipc/contract.ts'
import { TODAY, at, day, dealRow, id, receivedRow } from './deals.ts'

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
