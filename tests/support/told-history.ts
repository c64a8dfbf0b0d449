import type BetterSqlite3 from 'better-sqlite3'

/**
 * Deals at an instant, retold from the rows of the event log alone: a second, plainer reading of the log than the
 * application's, to hold its reports and its time travel against.
 */
export interface ToldDeal {
  readonly id: string
  origin: string
  direction: 'inbound' | 'outbound'
  status: string
  stage: string | null
  value: { amount: number; currency: string }
  closeDate: string
  customer: { id: string; name: string; country: string }
  campaignId: string | null
  assessment: unknown
  parties: { id: string; kind: string; status: string }[]
  solutions: { id: string }[]
  createdAt: string
  acceptedAt: string | null
  closedAt: string | null
  closedReason: string | null
}

/** The parts of bodies that are read here; which of them are there depends on the kind. */
interface Body extends Pick<ToldDeal, 'stage' | 'solutions'> {
  readonly partyId?: string
  readonly reason?: string | null
  readonly changes: object
  readonly restored: object
  readonly party: ToldDeal['parties'][number]
  readonly answer: string
}

interface LogRow {
  readonly deal_id: string
  readonly kind: string
  readonly at: string
  readonly body: string
}

const CLOSING: Readonly<Record<string, string>> = {
  declined: 'declined',
  expired: 'expired',
  won: 'won',
  lost: 'lost',
}

/** What one row of the log does to a deal. */
function happen(deal: ToldDeal, { kind, at }: LogRow, body: Body): void {
  const party = deal.parties.find(({ id }) => id === body.partyId)
  if (kind in CLOSING) {
    deal.status = CLOSING[kind]!
    deal.closedAt = at
    if (kind === 'won') deal.stage = 'won'
    if (body.reason !== undefined) deal.closedReason = body.reason
  } else if (kind === 'accepted') {
    Object.assign(deal, body, { status: 'accepted', stage: 'accepted', acceptedAt: at })
  } else if (kind === 'edited') Object.assign(deal, body.changes)
  else if (kind === 'undone') Object.assign(deal, structuredClone(body.restored))
  else if (kind.startsWith('stage-')) deal.stage = body.stage
  else if (kind.endsWith('-invited')) deal.parties = [...deal.parties, structuredClone(body.party)]
  else if (kind === 'party-answered') party!.status = body.answer
  else if (kind === 'party-expired') party!.status = 'expired'
  else if (kind === 'solutions-set') deal.solutions = body.solutions
}

/** Every deal there was at an instant. */
export function dealsAt(raw: BetterSqlite3.Database, asOf: string): ToldDeal[] {
  const rows = raw.prepare('SELECT * FROM deal_events ORDER BY deal_id, deal_version').all() as LogRow[]
  const deals = new Map<string, ToldDeal>()
  const over = new Set<string>()
  for (const row of rows) {
    if (row.at > asOf) over.add(row.deal_id)
    if (over.has(row.deal_id)) continue
    const body = JSON.parse(row.body) as Body
    if (['created', 'received', 'imported'].includes(row.kind)) {
      deals.set(row.deal_id, { ...(body as unknown as ToldDeal), id: row.deal_id })
    } else if (row.kind === 'removed') deals.delete(row.deal_id)
    else happen(deals.get(row.deal_id)!, row, body)
  }
  return [...deals.values()]
}

const PERCENTS: Readonly<Record<string, number>> = {
  created: 10,
  accepted: 10,
  qualified: 20,
  'secure-customer-loe': 20,
  developed: 40,
  'collect-data': 40,
  proposed: 60,
  'prepare-report': 60,
  negotiated: 80,
  'present-to-customer': 80,
  won: 100,
}

export const percentOf = ({ stage }: ToldDeal): number => (stage === null ? 0 : PERCENTS[stage]!)

export const microsoftOf = ({ parties }: ToldDeal): string | null =>
  parties.find(({ kind }) => kind === 'microsoft')?.status ?? null

export function typeOf(deal: ToldDeal): string {
  if (deal.assessment) return 'solution-assessment'
  if (microsoftOf(deal) !== null) return 'co-sell'
  return deal.parties.length > 0 ? 'partner-to-partner' : 'private'
}
