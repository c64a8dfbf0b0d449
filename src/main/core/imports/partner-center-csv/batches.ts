import type { Deal } from '#shared/domain/deal.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import type { PersonalData } from '../../../db/personal-data.ts'
import { dealIdsByReferral, loadDeals } from '../../deals/deals.repository.ts'

/** Rows judged, and in a commit written, together. */
export const ROWS_PER_BATCH = 250

/** Groups a stream into arrays. */
export async function* inBatches<T>(items: AsyncIterable<T>, size = ROWS_PER_BATCH): AsyncIterable<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** The deals we already have for a batch of referral ids. */
export async function dealsByReferral(
  db: ReadExecutor,
  personal: PersonalData,
  referralIds: readonly string[],
): Promise<Map<string, Deal>> {
  const ids = await dealIdsByReferral(db, referralIds)
  const deals = await loadDeals(db, personal, [...ids.values()])
  return new Map([...ids].map(([referralId, id]) => [referralId, deals.get(id)!]))
}
