import { type SqlBool, sql } from 'kysely'
import type { Deal } from '#shared/domain/deal.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { fold, searchWords } from '#shared/domain/folding.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { PersonalData } from '../../db/personal-data.ts'
import { searchQuery } from '../../db/search-text.ts'
import { ROW_COLUMNS, rowView } from './deal-row.ts'
import { snippetOf } from './snippet.ts'

// A common word can hit everything: rank only the newest so many (PERFORMANCE, lessons).
const NEWEST_HITS = 500

export interface SearchHit {
  readonly deal: DealRow
  readonly matches: { field: string; snippet: string }[]
}

/** Better hits first: the name begins so, a word of it does, the customer's does; then running before closed. */
function score(row: DealRow, words: readonly string[]): number {
  const name = fold(row.name)
  const customer = fold(row.customerName)
  const all = (text: string) => words.every((word) => text.includes(word))
  const textual = name.startsWith(words[0] ?? '') ? 6 : all(name) ? 4 : all(customer) ? 2 : 0
  return textual + (row.closedAt === null ? 1 : 0)
}

/** Deals in which every typed word occurs, best first. */
export async function searchDeals(
  db: ReadExecutor,
  personal: PersonalData,
  typed: string,
  limit: number,
): Promise<SearchHit[]> {
  const query = searchQuery(typed)
  if (query === null) return []
  const rows = await db
    .selectFrom('deals')
    .select(ROW_COLUMNS)
    .where('rowid', 'in', (build) =>
      build
        .selectFrom('deal_search')
        .select('rowid')
        .where(sql<SqlBool>`deal_search MATCH ${query}`)
        .orderBy('rowid', 'desc')
        .limit(NEWEST_HITS),
    )
    .execute()
  const words = searchWords(typed)
  const ranked = rows
    .map(rowView)
    .map((deal) => ({ deal, score: score(deal, words) }))
    .sort((a, b) => b.score - a.score || (a.deal.updatedAt < b.deal.updatedAt ? 1 : -1))
    .slice(0, limit)
  const states = await statesOf(
    db,
    personal,
    ranked.map(({ deal }) => deal.id),
  )
  return ranked.map(({ deal }) => ({ deal, matches: matchesOf(states.get(deal.id)!, words) }))
}

async function statesOf(
  db: ReadExecutor,
  personal: PersonalData,
  ids: readonly string[],
): Promise<Map<string, Deal>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('deals')
    .select('state')
    .where('id', 'in', [...ids])
    .execute()
  const deals = await personal.open<Deal>(
    db,
    rows.map(({ state }) => state),
  )
  return new Map(deals.map((deal) => [deal.id, deal]))
}

function matchesOf(deal: Deal, words: readonly string[]): SearchHit['matches'] {
  const fields = {
    name: deal.name,
    customer: deal.customer.name,
    notes: deal.notes,
    crmId: deal.crmId,
    campaignId: deal.campaignId,
    referralId: deal.external?.referralId,
    parties: deal.parties.map((party) => party.organization).join(', '),
  }
  return Object.entries(fields).flatMap(([field, text]) => {
    const snippet = text ? snippetOf(text, words) : null
    return snippet ? [{ field, snippet }] : []
  })
}
