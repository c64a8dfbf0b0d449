import type { Selectable } from 'kysely'
import type { Deal } from '#shared/domain/deal.ts'
import type { DealEvent } from '#shared/domain/event.ts'
import type { DealId } from '#shared/domain/ids.ts'
import { fold } from '#shared/rules/evolve.ts'
import { historiesOf } from '../../db/event-log.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { PersonalData } from '../../db/personal-data.ts'
import type { DealsTable } from '../../db/schema.ts'
import { columnsOf } from '../deals/deal-row.ts'
import { differingFields } from '#shared/domain/differing-fields.ts'
import { type CheckResult, type Finding, resultOf } from './finding.ts'
import { type Parts, partsOf, storedParts } from './deal-parts.ts'

const DEALS_PER_SLICE = 500

/** Verifying only ever opens personal data: nothing new is sealed, so no id is needed. */
const noNewId = (): string => {
  throw new Error('verification writes nothing')
}

interface Stored {
  readonly row: Selectable<DealsTable>
  readonly state: Deal
  readonly parts: Parts
}

/**
 * Folds the events of every deal and holds the stored row against the result: the state, every projected column,
 * parties and solutions. A row without events is a finding, and so is a deal without its row.
 */
export async function verifyDeals(db: ReadExecutor): Promise<CheckResult> {
  const findings: Finding[] = []
  let counted = 0
  let last = ''
  for (;;) {
    const ids = await nextIds(db, last)
    if (ids.length === 0) return resultOf('deals', counted, findings)
    const personal = new PersonalData(noNewId)
    const histories = await historiesOf(db, personal, ids)
    const stored = await storedDeals(db, personal, ids)
    for (const id of ids) findings.push(...faultsOf(id, histories.get(id as DealId) ?? [], stored.get(id)))
    counted += stored.size
    last = ids.at(-1)!
  }
}

/** The next ids in order that have events or a row. */
async function nextIds(db: ReadExecutor, after: string): Promise<string[]> {
  const named = await db
    .selectFrom('deal_events')
    .select('deal_id as id')
    .distinct()
    .where('deal_id', '>', after)
    .orderBy('deal_id')
    .limit(DEALS_PER_SLICE)
    .execute()
  const rows = await db
    .selectFrom('deals')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(DEALS_PER_SLICE)
    .execute()
  return [...new Set([...named, ...rows].map(({ id }) => id))].sort().slice(0, DEALS_PER_SLICE)
}

async function storedDeals(
  db: ReadExecutor,
  personal: PersonalData,
  ids: readonly string[],
): Promise<Map<string, Stored>> {
  const rows = await db
    .selectFrom('deals')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  const states = await personal.open<Deal>(
    db,
    rows.map(({ state }) => state),
  )
  const parts = await storedParts(db, ids)
  return new Map(rows.map((row, index) => [row.id, { row, state: states[index]!, parts: parts(row.id) }]))
}

/** The deal a history leads to. A damaged event can hold anything: then there is no telling. */
function replayed(events: readonly DealEvent[]): Deal | null | 'unreadable' {
  try {
    return fold(events)
  } catch {
    return 'unreadable'
  }
}

function faultsOf(id: string, events: readonly DealEvent[], stored: Stored | undefined): Finding[] {
  const missing = events.findIndex(({ version }, index) => version !== index + 1)
  if (missing >= 0) return [{ subject: id, fault: `version ${missing + 1} missing in the log` }]
  const deal = replayed(events)
  if (deal === 'unreadable') return [{ subject: id, fault: 'its events cannot be replayed' }]
  if (!deal || !stored) {
    if (!deal && !stored) return []
    return [{ subject: id, fault: deal ? 'no row' : 'a row, but no events that lead to it' }]
  }
  const fields = [
    ...differingFields(deal, stored.state).map((field) => `state.${field}`),
    ...differingFields(columnsOf(deal), { ...stored.row, rowid: undefined, state: undefined }),
    ...differingFields(partsOf(deal), stored.parts),
  ]
  return fields.length === 0 ? [] : [{ subject: id, fault: `differs in ${fields.join(', ')}` }]
}
