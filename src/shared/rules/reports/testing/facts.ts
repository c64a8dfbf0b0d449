import type { CustomerId, DealId } from '#shared/domain/ids.ts'
import type { Currency } from '#shared/domain/money.ts'
import { stretchOf } from '#shared/domain/report-period.ts'
import { type CivilDate, type Instant, utcDateOf } from '#shared/domain/time.ts'
import type { Fact } from '../fact.ts'
import type { Seen, Table } from '../lines.ts'

export const euros = (amount: number) => ({ amount, currency: 'EUR' as Currency })
export const at = (day: string, time = '09:00:00.000') => `${day}T${time}Z` as Instant

let made = 0

/** A deal of our own that runs, created on 1 November 2026. */
export const fact = (parts: Partial<Fact> = {}): Fact => ({
  id: `deal-${(made += 1)}` as DealId,
  origin: 'created',
  type: 'private',
  direction: 'outbound',
  status: 'accepted',
  family: 'standard',
  column: 'created',
  percent: 10,
  value: euros(1000),
  closeDate: '2026-12-18' as CivilDate,
  customerId: 'customer' as CustomerId,
  customerName: 'Harborline',
  country: 'NL',
  campaignId: null,
  microsoft: null,
  createdAt: at('2026-11-01'),
  acceptedAt: at('2026-11-01'),
  closedAt: null,
  reason: null,
  solutions: [],
  ...parts,
})

/** An inbound deal received on 1 November 2026 that waits for our answer. */
export const received = (parts: Partial<Fact> = {}): Fact =>
  fact({
    origin: 'received',
    type: 'co-sell',
    direction: 'inbound',
    status: 'received',
    column: 'received',
    percent: 0,
    acceptedAt: null,
    microsoft: 'accepted',
    ...parts,
  })

/** November 2026, seen from its 22nd. */
export const november: Seen = {
  today: '2026-11-22' as CivilDate,
  period: stretchOf('2026-11-01' as CivilDate, '2026-11-30' as CivilDate, utcDateOf),
  months: [],
}

/** How many deals stand behind a figure of each line that has any. */
export const countsOf = ({ lines }: Table, figure: string): Record<string, number> =>
  Object.fromEntries(
    lines
      .map(({ key, figures }) => [key, figures[figure]!.deals.length] as const)
      .filter(([, count]) => count > 0),
  )
