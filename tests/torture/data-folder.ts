import { existsSync } from 'node:fs'
import { verifyStore } from '#main/core/integrity/verify-store.ts'
import type { Connection } from '#main/db/connection.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import { SCHEMA_VERSION, schemaVersion } from '#main/db/migrate.ts'
import { databaseFile, openReader } from '#main/db/open.ts'
import { Broken, must } from './promise-test.ts'

/** Everything that was answered "done": events by id, and imports by batch with the deals they changed. */
export class Acknowledged {
  readonly events = new Set<string>()
  readonly imports = new Map<string, number>()
}

const IDS_AT_ONCE = 500
const SHOWN = 3

/** Holds a data folder nobody has open against what was promised. Throws Broken. */
export async function checkFolder(dataDir: string, acknowledged: Acknowledged): Promise<void> {
  const nothingSaid = acknowledged.events.size === 0 && acknowledged.imports.size === 0
  if (!existsSync(databaseFile(dataDir))) {
    return must(nothingSaid, () => 'events were acknowledged, and there is no database')
  }
  const reader = openReader(dataDir)
  try {
    if (!isComplete(reader))
      return must(nothingSaid, () => 'events were acknowledged, and there is no schema')
    const db = reader.db as unknown as ReadExecutor
    await checkStore(db)
    await checkEvents(db, acknowledged)
    await checkImports(db, acknowledged)
  } finally {
    await reader.db.destroy()
  }
}

/** Whether the first start got to the end: killed within it, only the next writer can tell what is there. */
function isComplete(reader: Connection): boolean {
  try {
    return schemaVersion(reader) === SCHEMA_VERSION
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_READONLY_ROLLBACK') return false
    throw error
  }
}

/** Pages, foreign keys, chain without a gap, every deal the fold of its events, counters, search. */
export async function checkStore(db: ReadExecutor): Promise<void> {
  const wrong = (await verifyStore(db)).filter(({ faults }) => faults > 0)
  if (wrong.length === 0) return
  const words = wrong.map(
    ({ check, faults, findings }) =>
      `${check}: ${faults}, first ${findings
        .slice(0, SHOWN)
        .map(({ subject, fault }) => `${subject} ${fault}`)
        .join('; ')}`,
  )
  throw new Broken(words.join(' | '))
}

async function checkEvents(db: ReadExecutor, { events }: Acknowledged): Promise<void> {
  const missing = new Set(events)
  const ids = [...events]
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const rows = await db
      .selectFrom('deal_events')
      .select('id')
      .where('id', 'in', ids.slice(start, start + IDS_AT_ONCE))
      .execute()
    for (const { id } of rows) missing.delete(id)
  }
  must(
    missing.size === 0,
    () => `${missing.size} acknowledged events lost: ${[...missing].slice(0, SHOWN).join(', ')}`,
  )
}

/** An import is there whole or not at all: acknowledged or not, all of them are equally large. */
async function checkImports(db: ReadExecutor, { imports }: Acknowledged): Promise<void> {
  const rows = await db
    .selectFrom('deal_events')
    .select((build) => ['origin', build.fn.count<number>('deal_id').distinct().as('deals')])
    .where('origin', 'like', 'import:%')
    .groupBy('origin')
    .execute()
  const found = new Map(rows.map(({ origin, deals }) => [origin.slice('import:'.length), deals]))
  for (const [batch, deals] of imports) {
    must(
      found.get(batch) === deals,
      () => `import ${batch}: ${deals} deals acknowledged, ${found.get(batch) ?? 0} there`,
    )
  }
  const sizes = new Set(found.values())
  must(sizes.size <= 1, () => `an import is there in part: ${[...sizes].join(', ')} deals`)
}
