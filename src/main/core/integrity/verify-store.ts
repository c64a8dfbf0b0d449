import { sql } from 'kysely'
import { type ChainFault, integrityFaults, verifyChain } from '../../db/event-log.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { type CheckResult, resultOf } from './finding.ts'
import { verifyDeals } from './verify-deals.ts'
import { verifyCounters, verifySearch } from './verify-projections.ts'

async function verifyPages(db: ReadExecutor): Promise<CheckResult> {
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db as never)
  const faults = await integrityFaults(db)
  return resultOf(
    'pages',
    rows[0]?.page_count ?? 0,
    faults.map((fault) => ({ subject: 'database', fault })),
  )
}

async function verifyForeignKeys(db: ReadExecutor): Promise<CheckResult> {
  const { rows } = await sql<{ table: string; rowid: number | null; parent: string }>`
    PRAGMA foreign_key_check`.execute(db as never)
  const findings = rows.map(({ table, rowid, parent }) => ({
    subject: `${table} ${rowid ?? ''}`.trim(),
    fault: `names a row of ${parent} that is not there`,
  }))
  return resultOf('foreign-keys', rows.length, findings)
}

const CHAIN_WORDS: Record<ChainFault['fault'], string> = {
  gap: 'follows a number that is missing',
  link: 'does not continue the event before it',
  hash: 'was changed after it was written',
}

async function verifyLog(db: ReadExecutor): Promise<CheckResult> {
  const { events, fault } = await verifyChain(db)
  const findings = fault ? [{ subject: `event ${fault.seq}`, fault: CHAIN_WORDS[fault.fault] }] : []
  return resultOf('event-chain', events, findings)
}

/**
 * Everything that must hold of a store, seen in one snapshot, so that it can run beside the application: pages,
 * foreign keys, the hash chain, every deal against its events, the search index and the counters (PROMISES F6, R1).
 */
export function verifyStore(db: ReadExecutor): Promise<CheckResult[]> {
  return db
    .transaction()
    .execute(async (snapshot) => [
      await verifyPages(snapshot),
      await verifyForeignKeys(snapshot),
      await verifyLog(snapshot),
      await verifyDeals(snapshot),
      await verifySearch(snapshot),
      await verifyCounters(snapshot),
    ])
}
