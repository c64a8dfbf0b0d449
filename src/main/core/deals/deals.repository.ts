import type { CompiledQuery, Insertable, Updateable } from 'kysely'
import type { Deal } from '#shared/domain/deal.ts'
import type { DealId } from '#shared/domain/ids.ts'
import { type Executor, type ReadExecutor, reading } from '../../db/executor.ts'
import type { PersonalData } from '../../db/personal-data.ts'
import type { DealsTable } from '../../db/schema.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { indexText } from '../../db/search-text.ts'
import { columnsOf } from './deal-row.ts'

const MOST_IDS = 500
const ROWS_PER_INSERT = 200
/** Rows of the tables with triggers and foreign keys in one statement. */
const ROWS_PER_STATEMENT = 50

/** A deal before and after a change: null before it began, null after it was removed. */
export interface DealChange {
  readonly before: Deal | null
  readonly after: Deal | null
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

/** Deals by id, as the rules see them. Unknown ids are simply absent. */
export async function loadDeals(
  db: ReadExecutor,
  personal: PersonalData,
  ids: readonly DealId[],
): Promise<Map<DealId, Deal>> {
  const deals = new Map<DealId, Deal>()
  for (const chunk of chunks(ids, MOST_IDS)) {
    const rows = await db.selectFrom('deals').select(['id', 'state']).where('id', 'in', chunk).execute()
    const states = await personal.open<Deal>(
      db,
      rows.map((row) => row.state),
    )
    for (const deal of states) deals.set(deal.id, deal)
  }
  return deals
}

/** Which deals a file's referral ids belong to. */
export async function dealIdsByReferral(
  db: ReadExecutor,
  referralIds: readonly string[],
): Promise<Map<string, DealId>> {
  const found = new Map<string, DealId>()
  for (const chunk of chunks(referralIds, MOST_IDS)) {
    const rows = await db
      .selectFrom('deals')
      .select(['id', 'referral_id'])
      .where('referral_id', 'in', chunk)
      .execute()
    for (const row of rows) found.set(row.referral_id!, row.id as DealId)
  }
  return found
}

/** The words of a deal that search looks through. */
const searchable = (deal: Deal) => ({
  name: indexText(deal.name),
  customer: indexText(deal.customer.name),
  notes: indexText(deal.notes ?? ''),
  codes: indexText(
    [
      deal.crmId,
      deal.campaignId,
      deal.external?.referralId,
      ...deal.parties.map((party) => party.organization),
    ]
      .filter(Boolean)
      .join(' '),
  ),
})

const sameSearchable = (a: Deal, b: Deal): boolean =>
  a.name === b.name &&
  a.notes === b.notes &&
  a.crmId === b.crmId &&
  a.campaignId === b.campaignId &&
  a.external?.referralId === b.external?.referralId &&
  a.parties.length === b.parties.length

/**
 * Writes what changed: row, parties, solutions and search words. Their events must be in the log already; triggers
 * refuse a row without them.
 */
export async function saveChanges(
  trx: Executor,
  personal: PersonalData,
  changes: readonly DealChange[],
): Promise<void> {
  const kept = changes.filter((change): change is DealChange & { after: Deal } => change.after !== null)
  const states = await personal.seal(
    trx,
    kept.map(({ after }) => after),
  )
  const rows = kept.map(({ before, after }, index) => ({
    before,
    after,
    row: { ...columnsOf(after), state: states[index]! },
  }))
  await keepFrozenParts(
    trx,
    rows.filter(({ before }) => before !== null && before.closedAt !== null).map(({ row }) => row),
  )
  await insertDeals(
    trx,
    rows.filter(({ before }) => before === null),
  )
  await updateDeals(
    trx,
    rows.filter((change): change is ChangedDeal => change.before !== null),
  )
  await removeDeals(
    trx,
    changes.flatMap(({ before, after }) => (before && !after ? [before.id] : [])),
  )
}

/** What may change in the state of a closed deal (B7); triggers hold everything else to the letter. */
const FREE_WHEN_CLOSED = ['version', 'favorite', 'parties', 'registration'] as const

/**
 * The state of a closed deal keeps its frozen parts as they are stored, references to texts included: equal texts of
 * other deals in the same unit of work may have got another id.
 */
async function keepFrozenParts(trx: Executor, rows: { readonly id: string; state: string }[]): Promise<void> {
  for (const chunk of chunks(rows, ROWS_PER_INSERT)) {
    const stored = await trx
      .selectFrom('deals')
      .select(['id', 'state'])
      .where(
        'id',
        'in',
        chunk.map(({ id }) => id),
      )
      .execute()
    const states = new Map(stored.map(({ id, state }) => [id, JSON.parse(state) as Record<string, unknown>]))
    for (const row of chunk) {
      const changed = JSON.parse(row.state) as Record<string, unknown>
      const free = Object.fromEntries(FREE_WHEN_CLOSED.map((key) => [key, changed[key]]))
      row.state = JSON.stringify({ ...states.get(row.id), ...free })
    }
  }
}

type NewDeal = { readonly after: Deal; readonly row: Insertable<DealsTable> }

async function insertDeals(trx: Executor, added: readonly NewDeal[]): Promise<void> {
  for (const chunk of chunks(added, ROWS_PER_INSERT)) {
    await insertRows(
      trx,
      'deals',
      chunk.map(({ row }) => row),
      ROWS_PER_STATEMENT,
    )
    const rowids = await rowidsOf(
      trx,
      chunk.map(({ after }) => after.id),
    )
    await insertParts(
      trx,
      chunk.map(({ after }) => after),
    )
    const words = chunk.map(({ after }) => ({ rowid: rowids.get(after.id)!, ...searchable(after) }))
    await insertRows(trx, 'deal_search', words, ROWS_PER_INSERT)
  }
}

async function insertParts(trx: Executor, deals: readonly Deal[]): Promise<void> {
  const parties = deals.flatMap((deal) =>
    deal.parties.map((party) => ({
      deal_id: deal.id,
      party_id: party.id,
      kind: party.kind,
      organization: party.organization,
      status: party.status,
      expires_at: party.expiresAt,
    })),
  )
  const solutions = deals.flatMap((deal) =>
    [...new Set(deal.solutions.map(({ id }) => id))].map((id) => ({ deal_id: deal.id, solution_id: id })),
  )
  await insertRows(trx, 'deal_parties', parties, ROWS_PER_STATEMENT)
  await insertRows(trx, 'deal_solutions', solutions, ROWS_PER_STATEMENT)
}

/**
 * The columns of a row that differ from what is stored, version and state always among them. SQLite writes every index
 * anew whose columns an UPDATE names, changed or not: naming all of them costs three times as much.
 */
function changedColumns(before: Deal, row: Insertable<DealsTable>): Updateable<DealsTable> {
  const stored: Insertable<DealsTable> = { ...columnsOf(before), state: '' }
  const changed: Record<string, unknown> = {}
  for (const column of Object.keys(row) as (keyof typeof stored)[]) {
    if (stored[column] !== row[column]) changed[column] = row[column]
  }
  return changed
}

type ChangedDeal = DealChange & {
  readonly after: Deal
  readonly before: Deal
  readonly row: Insertable<DealsTable>
}

async function updateDeals(trx: Executor, changed: readonly ChangedDeal[]): Promise<void> {
  // Rows that differ in the same columns share a statement: compiling it costs about as much as running it.
  const statements = new Map<string, CompiledQuery>()
  for (const { before, after, row } of changed) {
    const columns = changedColumns(before, row)
    const names = Object.keys(columns).join()
    const statement =
      statements.get(names) ?? trx.updateTable('deals').set(columns).where('id', '=', after.id).compile()
    statements.set(names, statement)
    await trx.executeQuery({ ...statement, parameters: [...Object.values(columns), after.id] })
  }
  const moved = changed.filter(
    ({ before, after }) => before.parties !== after.parties || before.solutions !== after.solutions,
  )
  await replaceParts(
    trx,
    moved.map(({ after }) => after),
  )
  const reworded = changed.filter(({ before, after }) => !sameSearchable(before, after))
  await replaceWords(
    trx,
    reworded.map(({ after }) => after),
  )
}

async function replaceParts(trx: Executor, deals: readonly Deal[]): Promise<void> {
  for (const chunk of chunks(deals, ROWS_PER_INSERT)) {
    const ids = chunk.map(({ id }) => id)
    await trx.deleteFrom('deal_parties').where('deal_id', 'in', ids).execute()
    await trx.deleteFrom('deal_solutions').where('deal_id', 'in', ids).execute()
    await insertParts(trx, chunk)
  }
}

async function replaceWords(trx: Executor, deals: readonly Deal[]): Promise<void> {
  for (const chunk of chunks(deals, ROWS_PER_INSERT)) {
    const rowids = await rowidsOf(
      trx,
      chunk.map(({ id }) => id),
    )
    const words = chunk.map((deal) => ({ rowid: rowids.get(deal.id)!, ...searchable(deal) }))
    await trx
      .deleteFrom('deal_search')
      .where('rowid', 'in', [...rowids.values()])
      .execute()
    await trx.insertInto('deal_search').values(words).execute()
  }
}

async function removeDeals(trx: Executor, ids: readonly DealId[]): Promise<void> {
  for (const chunk of chunks(ids, MOST_IDS)) {
    const rowids = await rowidsOf(trx, chunk)
    await trx
      .deleteFrom('deal_search')
      .where('rowid', 'in', [...rowids.values()])
      .execute()
    await trx.deleteFrom('deals').where('id', 'in', chunk).execute()
  }
}

async function rowidsOf(trx: Executor, ids: readonly DealId[]): Promise<Map<DealId, number>> {
  const rows = await reading(trx).selectFrom('deals').select(['id', 'rowid']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, rowid }) => [id as DealId, rowid]))
}
