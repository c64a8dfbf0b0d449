import { sql } from 'kysely'
import type { DealId } from '#shared/domain/ids.ts'
import { UNDO_OF_A_FILE } from '#shared/rules/undo.ts'
import { headOf } from '../../../db/event-log.ts'
import type { Executor, ReadExecutor } from '../../../db/executor.ts'
import { importOrigin } from '../../context.ts'
import type { Batch } from './batch.ts'

const ENTRY_TABLES = ['customers', 'partners', 'solutions'] as const
export type EntryTable = (typeof ENTRY_TABLES)[number]

const EVENTS_PER_SLICE = 5000
const MOST_IDS = 500
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

type Columns = Readonly<Record<string, string | null>>

/** An entry an import added (`before` is null) or changed, with its columns. */
interface Change {
  readonly table: EntryTable
  readonly id: string
  readonly before: Columns | null
  readonly after: Columns
}

/** An entry that stays: somebody changed it since, or something that stays names it. */
export interface KeptEntry {
  readonly table: EntryTable
  readonly id: string
  readonly name: string
  readonly why: 'changed' | 'used'
}

/** What an undo means for the directory. */
export interface EntryVerdicts {
  readonly leave: readonly Change[]
  readonly back: readonly Change[]
  readonly stay: readonly KeptEntry[]
}

const chunksOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / MOST_IDS) }, (_, index) =>
    items.slice(index * MOST_IDS, (index + 1) * MOST_IDS),
  )

const isEntryTable = (table: string): table is EntryTable =>
  (ENTRY_TABLES as readonly string[]).includes(table)

async function changesOf(db: ReadExecutor, { batchId }: Batch): Promise<Change[]> {
  const rows = await db.selectFrom('import_changes').selectAll().where('batch_id', '=', batchId).execute()
  return rows.flatMap(({ entry_table, entry_id, before, after }) =>
    isEntryTable(entry_table)
      ? [
          {
            table: entry_table,
            id: entry_id,
            before: before === null ? null : (JSON.parse(before) as Columns),
            after: JSON.parse(after) as Columns,
          },
        ]
      : [],
  )
}

/** The entries as they are now, by table and id. */
async function rowsOf(db: ReadExecutor, changes: readonly Change[]): Promise<Map<string, Columns>> {
  const rows = new Map<string, Columns>()
  for (const table of ENTRY_TABLES) {
    const ids = changes.filter((change) => change.table === table).map(({ id }) => id)
    for (const chunk of chunksOf(ids)) {
      const found = await db.selectFrom(table).selectAll().where('id', 'in', chunk).execute()
      for (const row of found) rows.set(row.id, row)
    }
  }
  return rows
}

const isAsLeft = (row: Columns, after: Columns): boolean =>
  Object.keys(after).every((column) => row[column] === after[column])

/**
 * Takes out of a set of ids what anything that stays names: deals and every event of theirs (an undo of one could bring
 * it back), drafts, settings, saved lists. An undo of a file is final, so its events hold nothing. Only events after the batch can name what it brought, and its own only where
 * their deal stays.
 */
async function withoutNamed(
  db: ReadExecutor,
  { batchId, afterEvent }: Batch,
  ids: ReadonlySet<string>,
  deals: { readonly leaving: ReadonlySet<string>; readonly holding: ReadonlySet<string> },
): Promise<Set<string>> {
  const free = new Set(ids)
  const keep = (text: string): void => {
    for (const [id] of text.matchAll(ID)) free.delete(id)
  }
  for (const { form } of await db.selectFrom('drafts').select('form').execute()) keep(form)
  for (const { value } of await db.selectFrom('settings').select('value').execute()) keep(value)
  for (const { view } of await db.selectFrom('saved_views').select('view').execute()) keep(view)
  const { seq: last } = await headOf(db)
  const own = importOrigin(batchId)
  for (let from = afterEvent; from < last && free.size > 0; from += EVENTS_PER_SLICE) {
    const events = await db
      .selectFrom('deal_events')
      .innerJoin('deals', 'deals.id', 'deal_events.deal_id')
      .select(['deal_events.deal_id', 'deal_events.origin', 'deal_events.body'])
      .where('seq', '>', from)
      .where('seq', '<=', from + EVENTS_PER_SLICE)
      .where('command', '<>', UNDO_OF_A_FILE)
      .execute()
    for (const { deal_id, origin, body } of events) {
      if (deals.leaving.has(deal_id) || (origin === own && !deals.holding.has(deal_id))) continue
      keep(body)
    }
  }
  return free
}

/** An id of Partner Center's that an entry would get back, while another has it now. */
async function isTaken(db: ReadExecutor, { id, before }: Change): Promise<boolean> {
  const external = before?.['external_id'] ?? null
  if (external === null) return false
  const row = await db
    .selectFrom('solutions')
    .select('id')
    .where('external_id', '=', external)
    .where('id', '<>', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Judges what the undo of a batch means for the directory, once it is known which deals leave and which stay. */
export async function judgeEntries(
  db: ReadExecutor,
  batch: Batch,
  deals: { readonly leaving: readonly DealId[]; readonly holding: readonly DealId[] },
): Promise<EntryVerdicts> {
  const changes = await changesOf(db, batch)
  const rows = await rowsOf(db, changes)
  const there = changes.filter(({ id }) => rows.has(id))
  const untouched = there.filter(({ id, after }) => isAsLeft(rows.get(id)!, after))
  const added = new Set(untouched.filter(({ before }) => before === null).map(({ id }) => id))
  const free = await withoutNamed(db, batch, added, {
    leaving: new Set(deals.leaving),
    holding: new Set(deals.holding),
  })
  const leave: Change[] = []
  const back: Change[] = []
  const stay: KeptEntry[] = []
  const isUntouched = new Set(untouched)
  for (const change of there) {
    const { table, id, before } = change
    const kept = (why: KeptEntry['why']) => stay.push({ table, id, name: rows.get(id)!['name']!, why })
    if (!isUntouched.has(change) || (await isTaken(db, change))) kept('changed')
    else if (before !== null) back.push(change)
    else if (free.has(id)) leave.push(change)
    else kept('used')
  }
  return { leave, back, stay }
}

/**
 * Carries the verdicts out: entries leave, or get their columns back; people are offered as they were before the batch
 * named them, unless somebody has named them since. Gives the people that only entries which left or changed may name.
 */
export async function undoEntries(
  trx: Executor,
  { batchId }: Batch,
  { leave, back }: EntryVerdicts,
): Promise<string[]> {
  for (const table of ENTRY_TABLES) {
    const ids = leave.filter((change) => change.table === table).map(({ id }) => id)
    for (const chunk of chunksOf(ids)) await trx.deleteFrom(table).where('id', 'in', chunk).execute()
  }
  for (const { table, id, before } of back) {
    await trx
      .updateTable(table)
      .set(await withPeopleThereAre(trx, before!))
      .where('id', '=', id)
      .execute()
  }
  await sql`UPDATE people SET team_at = c.before ->> 'team_at', team_deal_id = c.before ->> 'team_deal_id'
    FROM import_changes AS c
    WHERE c.batch_id = ${batchId} AND c.entry_table = 'people' AND c.entry_id = people.id
      AND people.team_at IS c.after ->> 'team_at' AND people.team_deal_id IS c.after ->> 'team_deal_id'`.execute(
    trx,
  )
  const gone = new Set([...leave, ...back].map(({ id }) => id))
  for (const chunk of chunksOf([...gone])) {
    await trx
      .deleteFrom('import_changes')
      .where('batch_id', '=', batchId)
      .where('entry_id', 'in', chunk)
      .execute()
  }
  await trx
    .deleteFrom('import_changes')
    .where('batch_id', '=', batchId)
    .where('entry_table', '=', 'people')
    .execute()
  return [...leave, ...back].flatMap(({ after }) => after['contact'] ?? [])
}

/** A contact may have been erased since: then there is none to go back to. */
async function withPeopleThereAre(trx: Executor, before: Columns): Promise<Columns> {
  const contact = before['contact'] ?? null
  if (contact === null) return before
  const person = await trx.selectFrom('people').select('id').where('id', '=', contact).executeTakeFirst()
  return person ? before : { ...before, contact: null }
}
