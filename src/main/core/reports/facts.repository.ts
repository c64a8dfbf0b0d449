import { sql } from 'kysely'
import type { Reason } from '#shared/domain/deal.ts'
import type { SolutionId } from '#shared/domain/ids.ts'
import type { Currency } from '#shared/domain/money.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Fact } from '#shared/rules/reports/fact.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { Filterable } from '../deals/filter-match.ts'
import { type PastDeal, pastAt } from '../deals/past.repository.ts'

/** A deal at one moment, with the columns that filters look at. */
export interface HeldFact extends Fact {
  readonly row: Filterable
  /** What it was where that is not what its row says now; null where it is. */
  readonly past: PastDeal | null
}

/** What a report needs beyond the columns of a deal. */
export interface Wanted {
  readonly reasons: boolean
  readonly solutions: boolean
}

const FACT_COLUMNS = [
  'id',
  'origin',
  'type',
  'direction',
  'status',
  'stage',
  'family',
  'board_column',
  'percent',
  'value_amount',
  'value_currency',
  'close_date',
  'customer_id',
  'customer_name',
  'country',
  'campaign_id',
  'microsoft',
  'registration',
  'next_expiry',
  'created_at',
  'accepted_at',
  'closed_at',
] as const

type FactColumns = Pick<PastDeal['columns'], (typeof FACT_COLUMNS)[number]>

interface Beyond {
  readonly reason: Reason | null
  readonly solutions: readonly SolutionId[]
}

const factOf = (row: FactColumns, { reason, solutions }: Beyond, past: PastDeal | null): HeldFact =>
  ({
    id: row.id,
    origin: row.origin,
    type: row.type,
    direction: row.direction,
    status: row.status,
    family: row.family,
    column: row.board_column,
    percent: row.percent,
    value: { amount: row.value_amount, currency: row.value_currency as Currency },
    closeDate: row.close_date,
    customerId: row.customer_id,
    customerName: row.customer_name,
    country: row.country,
    campaignId: row.campaign_id,
    microsoft: row.microsoft,
    createdAt: row.created_at,
    acceptedAt: row.accepted_at,
    closedAt: row.closed_at,
    reason,
    solutions,
    row,
    past,
  }) as unknown as HeldFact

/** Why deals were declined or lost, by deal: only the state of a row knows. */
async function closedReasons(db: ReadExecutor): Promise<ReadonlyMap<string, Reason>> {
  const rows = await db
    .selectFrom('deals')
    .select(['id', sql<Reason | null>`state ->> '$.closedReason'`.as('reason')])
    .where('status', 'in', ['declined', 'lost'])
    .execute()
  return new Map(rows.flatMap(({ id, reason }) => (reason === null ? [] : [[id, reason]])))
}

async function solutionsByDeal(db: ReadExecutor): Promise<ReadonlyMap<string, SolutionId[]>> {
  const rows = await db.selectFrom('deal_solutions').select(['deal_id', 'solution_id']).execute()
  const deals = new Map<string, SolutionId[]>()
  for (const { deal_id, solution_id } of rows) {
    const solutions = deals.get(deal_id)
    if (solutions) solutions.push(solution_id as SolutionId)
    else deals.set(deal_id, [solution_id as SolutionId])
  }
  return deals
}

const NONE: readonly SolutionId[] = []

/** Every deal as it was at an instant, or as it is now. Everything of one answer must be read in one transaction. */
export async function factsAt(db: ReadExecutor, asOf: Instant | null, wanted: Wanted): Promise<HeldFact[]> {
  const past = asOf === null ? null : await pastAt(db, asOf)
  const reasons = wanted.reasons ? await closedReasons(db) : null
  const solutions = wanted.solutions ? await solutionsByDeal(db) : null
  const rows = await db.selectFrom('deals').select(FACT_COLUMNS).execute()
  const facts: HeldFact[] = []
  for (const row of rows) {
    if (past?.changed.has(row.id)) continue
    const beyond = { reason: reasons?.get(row.id) ?? null, solutions: solutions?.get(row.id) ?? NONE }
    facts.push(factOf(row, beyond, null))
  }
  for (const one of past?.deals ?? []) {
    const beyond = {
      reason: one.deal.closedReason,
      solutions: [...new Set(one.deal.solutions.map(({ id }) => id))],
    }
    facts.push(factOf(one.columns, beyond, one))
  }
  return facts
}

/** Names of all solutions of the directory. */
export async function solutionNames(db: ReadExecutor): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('solutions').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
