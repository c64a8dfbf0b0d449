import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { BatchId, CommandId } from '#shared/domain/ids.ts'
import type { Direction } from '#shared/domain/deal.ts'
import type { ImportCommitted } from '#shared/ipc/contract/exchange.ts'
import { currentProfile } from '../../company/profile.repository.ts'
import { type BareUnit, importOrigin } from '../../context.ts'
import { record } from '../../deals/record.ts'
import { type JobControl, stopIfCancelled } from '../../jobs/job-control.ts'
import { dealsByReferral, inBatches } from './batches.ts'
import { DirectoryDraft } from './directory-draft.ts'
import { type PlanContext, planRow } from './plan.ts'
import type { PartnerCenterRow } from './row.ts'

async function* stagedRows(path: string): AsyncIterable<PartnerCenterRow> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as PartnerCenterRow
}

export interface CommitOrder {
  readonly stagedPath: string
  readonly batchId: BatchId
  readonly direction: Direction
  /** Rows refused while reading, so that the result counts the whole file. */
  readonly unreadable: number
  readonly total: number
}

/**
 * Carries a previewed import out, judging every row anew against what is here now: all of it in the unit's one
 * transaction, a refused row leaving nothing. Errors: CANCELLED, CLOCK_UNCERTAIN, after which nothing has happened.
 */
export async function commitPartnerCenterCsv(
  unit: BareUnit,
  order: CommitOrder,
  control: JobControl,
): Promise<ImportCommitted> {
  const { db, personal, now, today, hold, newId } = unit
  const { profile, actor } = await currentProfile(db, personal)
  const directory = await DirectoryDraft.load(db, newId)
  const author = { origin: importOrigin(order.batchId), actor, commandId: newId() as CommandId }
  const { direction } = order
  const context: PlanContext = { now, today, hold, direction, profile, actor, newId, author, directory }
  const counts = { create: 0, update: 0, unchanged: 0, refused: order.unreadable }
  let done = 0
  for await (const rows of inBatches(stagedRows(order.stagedPath))) {
    stopIfCancelled(control)
    const deals = await dealsByReferral(
      db,
      personal,
      rows.map(({ referralId }) => referralId),
    )
    const plans = rows.map((row) => planRow(row, deals.get(row.referralId) ?? null, context))
    for (const { verdict } of plans) counts[verdict] += 1
    await directory.save(
      unit,
      plans.flatMap(({ customer }) => (customer ? [customer] : [])),
      plans.flatMap(({ customer, solutions }) => (customer ? solutions.map(({ entry }) => entry) : [])),
      plans.flatMap(({ partners }) => partners),
    )
    await record(
      unit,
      plans.flatMap(({ change }) => (change ? [change] : [])),
    )
    done += rows.length
    control.progress(done, order.total)
    await unit.breathe()
  }
  unit.announce({ name: 'directory.changed', payload: {} })
  const { create, update, unchanged, refused } = counts
  return { batchId: order.batchId, created: create, updated: update, unchanged, refused }
}
