import type { BatchId, CommandId, DealId } from '#shared/domain/ids.ts'
import type { ImportUndo } from '#shared/ipc/contract/exchange.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import { forgetPersonalData } from '../../../db/forget-personal-data.ts'
import { currentProfile } from '../../company/profile.repository.ts'
import { type Authorship, type QueryContext, type BareUnit, bulkOrigin } from '../../context.ts'
import { record } from '../../deals/record.ts'
import { type JobControl, stopIfCancelled } from '../../jobs/job-control.ts'
import { type Staying, type Verdicts, batchOf, judgeDeals } from './batch.ts'
import { type EntryVerdicts, judgeEntries, undoEntries } from './directory.ts'

/** So many of the deals and entries that stay are named. */
const MOST_NAMED = 200

/** Deals that stay, counted by their first reason, the most frequent first. */
function because(stay: readonly Staying[]): ImportUndo['stay']['because'] {
  const byCode = Map.groupBy(stay, ({ reasons }) => reasons[0]!.code)
  return [...byCode.values()]
    .map((same) => ({ reason: same[0]!.reasons[0]! as never, deals: same.length }))
    .sort((a, b) => b.deals - a.deals)
}

async function told(
  db: ReadExecutor,
  batchId: BatchId,
  verdicts: Verdicts,
  entries: EntryVerdicts,
): Promise<ImportUndo> {
  const { leave, back, stay } = verdicts
  const named = stay.slice(0, MOST_NAMED)
  const ids = named.map(({ dealId }) => dealId)
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('deals').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return {
    batchId,
    leave: leave.length,
    back: back.length,
    stay: {
      count: stay.length,
      because: because(stay),
      rows: named.map(({ dealId, reasons }) => ({
        dealId,
        name: names.get(dealId) ?? '',
        reasons: reasons as never,
      })),
    },
    entries: {
      leave: entries.leave.length,
      back: entries.back.length,
      stay: { count: entries.stay.length, rows: entries.stay.slice(0, MOST_NAMED) },
    },
  }
}

/** What the directory has to know of the deals. */
const dealsFor = ({ leave, stay, touched }: Verdicts): { leaving: readonly DealId[]; holding: DealId[] } => ({
  leaving: leave,
  holding: [...stay.map(({ dealId }) => dealId), ...touched],
})

const nobody = (): Authorship => ({ origin: 'person', actor: null, commandId: '' as CommandId })

/** What an undo of an import would do now. Changes nothing. Errors: NOT_FOUND, CLOCK_UNCERTAIN. */
export async function previewUndo(context: QueryContext, batchId: BatchId): Promise<ImportUndo> {
  const batch = await batchOf(context.db, batchId)
  const { newId, timers } = context.core.ports
  const judging = { ...context, newId, breathe: () => timers.breathe() }
  const verdicts = await judgeDeals(judging, batch, nobody(), async () => {})
  return told(context.db, batchId, verdicts, await judgeEntries(context.db, batch, dealsFor(verdicts)))
}

/**
 * Takes back everything one import did, in the unit's transaction (docs/adr/0019): deals it brought leave, deals it
 * changed get their fields back, each wholly or not at all, and so do entries of the directory. What anybody or the
 * schedule changed since stays and is listed with its reasons. Errors: NOT_FOUND, CANCELLED and CLOCK_UNCERTAIN, after
 * which nothing has happened.
 */
export async function undoImport(
  unit: BareUnit,
  batchId: BatchId,
  control: JobControl,
): Promise<{ verdicts: Verdicts; undone: ImportUndo }> {
  const { newId, db, personal, trx, now } = unit
  const batch = await batchOf(db, batchId)
  const { actor } = await currentProfile(db, personal)
  const origin = bulkOrigin(newId() as BatchId)
  const author: Authorship = { origin, actor, commandId: newId() as CommandId }
  const verdicts = await judgeDeals(unit, batch, author, async (changes, done, total) => {
    stopIfCancelled(control)
    await record(unit, changes)
    control.progress(done, total)
  })
  const entries = await judgeEntries(db, batch, dealsFor(verdicts))
  stopIfCancelled(control)
  const people = await undoEntries(trx, batch, entries)
  await forgetPersonalData(trx, verdicts.leave, people)
  await trx.updateTable('finished_imports').set({ undone_at: now }).where('batch_id', '=', batchId).execute()
  const undone = await told(db, batchId, verdicts, entries)
  stopIfCancelled(control)
  unit.announce({ name: 'directory.changed', payload: {} })
  return { verdicts, undone }
}
