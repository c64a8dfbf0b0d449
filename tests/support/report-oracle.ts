import type { Report } from '#shared/domain/report.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { type ToldDeal, microsoftOf, percentOf, typeOf } from './told-history.ts'

export type Filters = NonNullable<Input<'reports.get'>['filters']>

/** What a report must say: for every line, the deals behind each figure, and the measures. */
export interface Expected {
  readonly lines: Readonly<Record<string, ExpectedLine>>
  readonly totals: ExpectedLine | null
}
export interface ExpectedLine {
  readonly sets: Readonly<Record<string, readonly ToldDeal[]>>
  readonly measures?: Readonly<Record<string, number | null>>
}

/** The days of a report, in UTC: `from` and `to` included. */
export interface Days {
  readonly from: string
  readonly to: string
  readonly today: string
}

/** Filters a report is held against, one plain line each. */
export const fits = (deal: ToldDeal, filters: Filters): boolean =>
  (filters.types?.includes(typeOf(deal) as never) ?? true) &&
  (filters.statuses?.includes(deal.status as never) ?? true) &&
  (filters.stages?.includes(deal.stage as never) ?? true) &&
  (filters.countries?.includes(deal.customer.country) ?? true) &&
  (filters.currency === undefined || deal.value.currency === filters.currency) &&
  (filters.minAmount === undefined || deal.value.amount >= filters.minAmount) &&
  (filters.closeFrom === undefined || deal.closeDate >= filters.closeFrom) &&
  (filters.closeTo === undefined || deal.closeDate <= filters.closeTo) &&
  (filters.microsoft === undefined || (microsoftOf(deal) ?? 'none') === filters.microsoft) &&
  (filters.campaignId === undefined || deal.campaignId === filters.campaignId) &&
  (filters.solutionIds === undefined || deal.solutions.some(({ id }) => filters.solutionIds!.includes(id)))

const isOpen = ({ status }: ToldDeal) => status === 'received' || status === 'accepted'
const day = (instant: string) => instant.slice(0, 10)
const inDays = (at: string | null, { from, to }: Pick<Days, 'from' | 'to'>) =>
  at !== null && day(at) >= from && day(at) <= to
const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
const average = (list: readonly number[]) =>
  list.length === 0 ? null : list.reduce((sum, value) => sum + value, 0) / list.length
const ms = (from: string, to: string) => Math.max(0, Date.parse(to) - Date.parse(from))
/** Out of a file, closed already. */
const history = (deal: ToldDeal) => deal.origin === 'imported' && deal.closedAt === deal.createdAt

const isOverdue = (deal: ToldDeal, today: string) => deal.status === 'accepted' && deal.closeDate < today
function open(deals: readonly ToldDeal[], { today }: Days): ExpectedLine {
  const overdue = deals.filter((deal) => isOverdue(deal, today))
  const running = deals.filter(({ status }) => status === 'accepted').length
  return {
    sets: { deals, weighted: deals, overdue },
    measures: { completeRate: share(running - overdue.length, running) },
  }
}

const COLUMNS = {
  standard: ['received', 'created', 'qualified', 'developed', 'proposed', 'negotiated'],
  assessment: [
    'received',
    'created',
    'secure-customer-loe',
    'collect-data',
    'prepare-report',
    'present-to-customer',
  ],
}
const columnOf = (deal: ToldDeal) =>
  deal.status === 'received' ? 'received' : deal.stage === 'accepted' ? 'created' : deal.stage

function pipeline(all: readonly ToldDeal[], days: Days): Expected {
  const deals = all.filter(isOpen)
  const lines = Object.entries(COLUMNS).flatMap(([family, columns]) =>
    columns.map((column) => {
      const here = deals.filter((deal) => (deal.assessment !== null) === (family === 'assessment'))
      return [
        `${family}:${column}`,
        open(
          here.filter((deal) => columnOf(deal) === column),
          days,
        ),
      ] as const
    }),
  )
  return { lines: Object.fromEntries(lines), totals: open(deals, days) }
}

function forecast(all: readonly ToldDeal[], days: Days): Expected {
  const deals = all.filter(isOpen)
  const [year, month] = days.today.split('-').map(Number)
  const ahead = [0, 1, 2, 3, 4, 5].map((more) => {
    return new Date(Date.UTC(year!, month! - 1 + more, 1)).toISOString().slice(0, 7)
  })
  const past = new Set(deals.map(({ closeDate }) => closeDate.slice(0, 7)).filter((one) => one < ahead[0]!))
  const months = [...past, ...ahead].map((key) => [
    key,
    {
      sets: open(
        deals.filter(({ closeDate }) => closeDate.startsWith(key)),
        days,
      ).sets,
    },
  ])
  const later = deals.filter(({ closeDate }) => closeDate.slice(0, 7) > ahead[5]!)
  return {
    lines: { ...Object.fromEntries(months), later: { sets: open(later, days).sets } },
    totals: { sets: open(deals, days).sets },
  }
}

/** When a deal became ours to work on. */
function entry(deal: ToldDeal): string | null {
  if (deal.direction === 'outbound') return deal.createdAt
  return ['received', 'declined', 'expired'].includes(deal.status)
    ? null
    : (deal.acceptedAt ?? deal.createdAt)
}

function closings(deals: readonly ToldDeal[], days: Pick<Days, 'from' | 'to'>) {
  const ended = (status: string) =>
    deals.filter((deal) => deal.status === status && inDays(deal.closedAt, days))
  const entered = deals.filter((deal) => inDays(entry(deal), days))
  const won = ended('won')
  const times = won.filter((deal) => !history(deal)).map((deal) => ms(deal.createdAt, deal.closedAt!))
  const measures = { winRate: share(won.length, entered.length), wonMeanMs: average(times) }
  return {
    entered,
    won,
    lost: ended('lost'),
    declined: ended('declined'),
    expired: ended('expired'),
    measures,
  }
}

function outcomeLine(deals: readonly ToldDeal[], days: Pick<Days, 'from' | 'to'>): ExpectedLine {
  const { measures, ...sets } = closings(deals, days)
  const asked = sets.entered.filter((deal) => deal.direction === 'outbound' && microsoftOf(deal) !== null)
  const yes = asked.filter((deal) => /^(accepted|won|lost)$/.test(microsoftOf(deal)!))
  return { sets: { ...sets, microsoftAsked: asked, microsoftAccepted: yes }, measures }
}

function outcomes(all: readonly ToldDeal[], days: Days): Expected {
  const lines: Record<string, ExpectedLine> = {}
  for (let at = new Date(`${days.from}T00:00Z`); day(at.toISOString()) <= days.to;) {
    const month = at.toISOString().slice(0, 7)
    const within = all.filter(() => true)
    const from = `${month}-01` < days.from ? days.from : `${month}-01`
    const to = `${month}-31` > days.to ? days.to : `${month}-31`
    lines[month] = outcomeLine(within, { from, to })
    at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))
  }
  return { lines, totals: outcomeLine(all, days) }
}

function funnel(all: readonly ToldDeal[], days: Days): Expected {
  const came = all.filter((deal) => inDays(deal.createdAt, days))
  const steps: [string, number][] = [
    ['received', 0],
    ['accepted', 10],
    ['qualified', 20],
    ['developed', 40],
    ['proposed', 60],
    ['negotiated', 80],
    ['won', 100],
  ]
  const sizes = steps.map(([, percent]) => came.filter((deal) => percentOf(deal) >= percent))
  const lines = steps.map(([stage], index) => [
    stage,
    {
      sets: { deals: sizes[index]! },
      measures: { passedRate: index === 0 ? null : share(sizes[index]!.length, sizes[index - 1]!.length) },
    },
  ])
  const of = (status: string) => came.filter((deal) => deal.status === status)
  const sets = { deals: came, open: came.filter(isOpen), won: of('won'), lost: of('lost') }
  return {
    lines: Object.fromEntries(lines),
    totals: { sets: { ...sets, declined: of('declined'), expired: of('expired') } },
  }
}

const BUCKETS = ['0-1', '2-3', '4-5', '6-7', '8-9', '10-11', '12-14', '14+']

function response(all: readonly ToldDeal[], days: Days): Expected {
  const inbound = all.filter((deal) => deal.direction === 'inbound' && !history(deal))
  const end = (deal: ToldDeal) =>
    deal.status === 'received'
      ? null
      : ['declined', 'expired'].includes(deal.status)
        ? deal.closedAt
        : deal.acceptedAt
  const done = inbound.filter((deal) => inDays(end(deal), days))
  const waited = (deal: ToldDeal) => ms(deal.createdAt, end(deal)!)
  const setsOf = (deals: readonly ToldDeal[]) => ({
    answered: deals.filter(({ status }) => status !== 'expired'),
    accepted: deals.filter(({ status }) => status !== 'expired' && status !== 'declined'),
    declined: deals.filter(({ status }) => status === 'declined'),
    expired: deals.filter(({ status }) => status === 'expired'),
  })
  const lines = BUCKETS.map((key, index) => {
    const here = done.filter((deal) => Math.min(7, Math.floor(waited(deal) / 172_800_000)) === index)
    return [key, { sets: setsOf(here), measures: { shareRate: share(here.length, done.length) } }]
  })
  const sets = setsOf(done)
  const times = sets.answered.map(waited).sort((a, b) => a - b)
  const middle = times.slice(Math.ceil(times.length / 2) - 1, Math.floor(times.length / 2) + 1)
  const measures = {
    acceptanceRate: share(sets.accepted.length, done.length),
    expiredRate: share(sets.expired.length, sets.expired.length + sets.declined.length),
    medianMs: times.length === 0 ? null : average(middle),
    meanMs: average(times),
  }
  const waiting = all.filter(({ status }) => status === 'received')
  return { lines: Object.fromEntries(lines), totals: { sets: { ...sets, waiting }, measures } }
}

function reasons(all: readonly ToldDeal[], days: Days): Expected {
  const { lost, declined } = closings(all, days)
  const lines: Record<string, ExpectedLine> = {}
  for (const [outcome, deals] of Object.entries({ declined, lost })) {
    for (const reason of new Set(deals.map(({ closedReason }) => closedReason))) {
      const here = deals.filter(({ closedReason }) => closedReason === reason)
      const measures = { shareRate: share(here.length, deals.length) }
      lines[`${outcome}:${reason ?? 'none'}`] = { sets: { deals: here }, measures }
    }
  }
  return { lines, totals: { sets: { declined, lost } } }
}

function groups(
  all: readonly ToldDeal[],
  days: Days,
  keysOf: (deal: ToldDeal) => readonly string[],
  sum: boolean,
): Expected {
  const line = (deals: readonly ToldDeal[]): ExpectedLine => {
    const { entered, won, lost, measures } = closings(deals, days)
    return { sets: { entered, won, lost, open: deals.filter(isOpen) }, measures }
  }
  const told = all.filter((deal) => isOpen(deal) || inDays(deal.closedAt, days) || inDays(entry(deal), days))
  const keys = new Set(told.flatMap(keysOf))
  const lines = [...keys].map((key) => [key, line(told.filter((deal) => keysOf(deal).includes(key)))])
  return { lines: Object.fromEntries(lines), totals: sum ? line(all) : null }
}

/** What a report of deals at one moment must say. */
export function expectedReport(
  report: Exclude<Report, 'changes'>,
  deals: readonly ToldDeal[],
  days: Days,
): Expected {
  switch (report) {
    case 'pipeline':
      return pipeline(deals, days)
    case 'funnel':
      return funnel(deals, days)
    case 'forecast':
      return forecast(deals, days)
    case 'outcomes':
      return outcomes(deals, days)
    case 'response':
      return response(deals, days)
    case 'reasons':
      return reasons(deals, days)
    case 'campaigns': {
      const keys = ({ campaignId }: ToldDeal) => [campaignId === null ? 'none' : `campaign:${campaignId}`]
      return groups(deals, days, keys, true)
    }
    case 'solutions': {
      const keys = ({ solutions }: ToldDeal) =>
        solutions.length === 0 ? ['none'] : solutions.map(({ id }) => id)
      return groups(deals, days, keys, false)
    }
  }
}
