import { type Selectable, sql } from 'kysely'
import type { Deal } from '#shared/domain/deal.ts'
import type { DealEvent } from '#shared/domain/event.ts'
import type { DealId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { evolve } from '#shared/rules/evolve.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { DealsTable } from '../../db/schema.ts'
import { searchQuery } from '../../db/search-text.ts'
import { columnsOf } from './deal-row.ts'

type Columns = Omit<Selectable<DealsTable>, 'rowid' | 'state'>

/** A deal as it was: the columns it had, and the number its row has now or, taken out since, one of its own. */
export interface PastDeal {
  readonly columns: Columns
  readonly rowid: number
  readonly deal: Deal
}

/**
 * How the pipeline differed at an instant from what it is now. Deals to which nothing happened since are as their rows
 * say: only the others are folded, from their events up to then.
 */
export interface Past {
  /** Every deal something happened to since, those that began since among them. */
  readonly changed: ReadonlySet<string>
  /** Those of them that were there, as they were. */
  readonly deals: readonly PastDeal[]
}

/**
 * What happened after an instant. Left to itself, SQLite groups by the index on deals and versions, and reads the whole
 * log for it.
 */
export const since = (asOf: Instant) => sql`deal_events INDEXED BY deal_events_by_time WHERE at > ${asOf}`

/** Parts of a beginning that no column, filter or report looks at: most of its length. */
const UNSEEN = sql.raw(
  [
    'team',
    'contact',
    'location',
    'help',
    'notes',
    'external.extra',
    'customer.addressLine1',
    'customer.addressLine2',
    'customer.city',
    'customer.state',
    'customer.postalCode',
    'customer.duns',
  ]
    .map((path) => `'$.${path}'`)
    .join(', '),
)

interface EventRow {
  readonly deal_id: string
  readonly deal_version: number
  readonly kind: string
  readonly at: string
  readonly rulebook: string
  readonly body: string
  readonly seq: number
  readonly row: number | null
}

/** How the pipeline differed at an instant. Everything of one answer must be read in one transaction. */
export async function pastAt(db: ReadExecutor, asOf: Instant): Promise<Past> {
  const changed = await sql<{ deal_id: string; version: number }>`
    SELECT deal_id, min(deal_version) AS version FROM ${since(asOf)} GROUP BY deal_id`.execute(db as never)
  const there = changed.rows.filter(({ version }) => version > 1)
  return {
    changed: new Set(changed.rows.map(({ deal_id }) => deal_id)),
    deals: there.length === 0 ? [] : foldAll(await eventsBefore(db, there)),
  }
}

/** The events of some deals up to the version from which they moved on, deal by deal in their order. */
async function eventsBefore(
  db: ReadExecutor,
  deals: readonly { readonly deal_id: string; readonly version: number }[],
): Promise<EventRow[]> {
  const later = JSON.stringify(deals.map(({ deal_id, version }) => [deal_id, version]))
  // The order of the joins is fixed: the planner knows nothing of how little has happened since.
  const { rows } = await sql<EventRow>`
    SELECT e.deal_id, e.deal_version, e.kind, e.at, e.rulebook, e.seq, d.rowid AS row,
           CASE WHEN e.kind IN ('created', 'received', 'imported') THEN json_remove(e.body, ${UNSEEN})
                ELSE e.body END AS body
      FROM json_each(${later}) AS later
      CROSS JOIN deal_events AS e ON e.deal_id = later.value ->> 0 AND e.deal_version < later.value ->> 1
      LEFT JOIN deals AS d ON d.id = e.deal_id
     ORDER BY later.key, e.deal_version`.execute(db as never)
  return rows
}

function foldAll(rows: readonly EventRow[]): PastDeal[] {
  const deals: PastDeal[] = []
  let deal: Deal | null = null
  for (const [index, row] of rows.entries()) {
    const event = {
      kind: row.kind,
      dealId: row.deal_id as DealId,
      version: row.deal_version,
      at: row.at,
      actor: null,
      rulebook: row.rulebook,
      body: JSON.parse(row.body) as unknown,
    } as unknown as DealEvent
    deal = evolve(deal, event)
    if (rows[index + 1]?.deal_id === row.deal_id) continue
    // A number no row has: rows count upwards from 1, and one that was taken out may have left its number to another.
    if (deal)
      deals.push({ deal, columns: columnsOf(deal) as PastDeal['columns'], rowid: row.row ?? -row.seq })
    deal = null
  }
  return deals
}

/** Deals that hold all words of a text now; null where no text narrows anything. */
export async function dealsHolding(db: ReadExecutor, text: string | undefined): Promise<Set<string> | null> {
  if (text === undefined || text.trim() === '') return null
  const words = searchQuery(text)
  if (words === null) return new Set()
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM deals WHERE rowid IN (SELECT rowid FROM deal_search WHERE deal_search MATCH ${words})`.execute(
    db as never,
  )
  return new Set(rows.map(({ id }) => id))
}
