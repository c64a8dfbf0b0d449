import { closeRange } from '#shared/domain/close-period.ts'
import { addDays } from '#shared/domain/time.ts'
import type { Filters } from '#shared/ipc/contract/deals.ts'
import type { Asked } from './filters.ts'

/** The columns of a deal that filters look at. */
export interface Filterable {
  readonly id: string
  readonly type: string
  readonly status: string
  readonly stage: string | null
  readonly country: string
  readonly customer_id: string
  readonly campaign_id: string | null
  readonly value_currency: string
  readonly value_amount: number
  readonly close_date: string
  readonly registration: string | null
  readonly microsoft: string | null
  readonly next_expiry: string | null
}

/** What filters need beyond columns. */
export interface Looked {
  /** Solutions of the deal. */
  readonly solutions: readonly string[]
  /** Deals that hold the words of `text`. */
  readonly holding: ReadonlySet<string> | null
}

type Test = (deal: Filterable, looked: Looked) => boolean
type Part = 'close-date' | 'status' | 'other'

const oneOf = (value: string | null, allowed: readonly string[]): boolean =>
  value !== null && allowed.includes(value)

/** Each filter as what it asks of a deal in hand, with the part of it that it is about. */
function testsOf(filters: Filters, { now, today, least }: Asked): (readonly [Part, Test])[] {
  const tests: (readonly [Part, Test])[] = []
  const add = <T>(wanted: T | undefined, part: Part, test: (wanted: T) => Test) => {
    if (wanted !== undefined) tests.push([part, test(wanted)])
  }
  add(filters.types, 'other', (types) => (deal) => oneOf(deal.type, types))
  add(filters.statuses, 'status', (statuses) => (deal) => oneOf(deal.status, statuses))
  add(filters.stages, 'other', (stages) => (deal) => oneOf(deal.stage, stages))
  add(filters.countries, 'other', (countries) => (deal) => oneOf(deal.country, countries))
  add(filters.customerIds, 'other', (ids) => (deal) => oneOf(deal.customer_id, ids))
  add(filters.solutionIds, 'other', (ids) => (_deal, { solutions }) => {
    return solutions.some((solution) => oneOf(solution, ids))
  })
  add(filters.campaignId, 'other', (campaign) => (deal) => deal.campaign_id === campaign)
  add(filters.currency, 'other', (currency) => (deal) => deal.value_currency === currency)
  add(filters.minAmount, 'other', (amount) => (deal) => deal.value_amount >= amount)
  if (least) {
    const amounts = new Map<string, number>(least.map(({ currency, amount }) => [currency, amount]))
    tests.push(['other', (deal) => deal.value_amount >= (amounts.get(deal.value_currency) ?? Infinity)])
  }
  add(filters.closeFrom, 'close-date', (from) => (deal) => deal.close_date >= from)
  add(filters.closeTo, 'close-date', (to) => (deal) => deal.close_date <= to)
  add(filters.closing, 'close-date', (period) => {
    const { from, to } = closeRange(period, today)
    return ({ close_date }) => (from === null || close_date >= from) && (to === null || close_date <= to)
  })
  add(filters.closing, 'status', (period) => (deal) => period !== 'overdue' || deal.status === 'accepted')
  add(filters.registration, 'other', (state) => (deal) => deal.registration === state)
  add(filters.microsoft, 'other', (status) => (deal) => (deal.microsoft ?? 'none') === status)
  add(filters.expiringWithinDays, 'other', (days) => {
    const until = addDays(now, days)
    return ({ next_expiry }) => next_expiry !== null && next_expiry <= until
  })
  if (filters.text !== undefined && filters.text.trim() !== '') {
    tests.push(['other', (deal, { holding }) => holding?.has(deal.id) ?? false])
  }
  return tests
}

/** Whether a deal fits all filters; `apart` leaves those about one part out of account. */
export type Matcher = (deal: Filterable, looked: Looked, apart?: 'close-date' | 'status') => boolean

/** The filters of lists (filters.ts) for deals that are not rows: those of the past. */
export function matcherOf(asked: Asked): Matcher {
  const tests = asked.filters ? testsOf(asked.filters, asked) : []
  return (deal, looked, apart) => tests.every(([part, test]) => part === apart || test(deal, looked))
}
