import type { Command } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { Decided } from '#shared/domain/event.ts'
import type { BatchId, CommandId, DealId } from '#shared/domain/ids.ts'
import { invalidInput, notFound, type Refusal } from '#shared/errors.ts'
import { type CommandContext, type Unit, bulkOrigin } from '../context.ts'
import { loadDeals } from './deals.repository.ts'
import { type Reading, gather, judge } from './deals.service.ts'
import type { Gathered } from './facts.ts'
import { type ListQuery, listIds } from './lists.repository.ts'
import { enact, record } from './record.ts'

/** Deals one call may be about. */
export const MOST_DEALS = 10_000
/** Deals loaded, judged and written together; others are served between two slices. */
const DEALS_PER_SLICE = 1000

/** Which deals a command is for: those named, or all that a list holds. */
export type Selection = { readonly ids: readonly DealId[] } | Omit<ListQuery, 'sort'>

export interface BulkOrder {
  readonly selection: Selection
  readonly command: Command
}

interface Verdicts {
  /** How many deals the command is allowed for, those it changes nothing of among them. */
  readonly allowed: number
  readonly refused: readonly { readonly dealId: DealId; readonly reasons: readonly Refusal[] }[]
  /** Of those allowed: how many lose another campaign ID. Only where the command sets one. */
  readonly overwrites?: number
}

interface Allowed {
  readonly deal: Deal
  readonly decided: readonly Decided[]
}

/** Commands without a deal to begin with, or aimed at a party that only one deal has. */
const NOT_FOR_MANY: ReadonlySet<Command['kind']> = new Set(['create', 'receive', 'record-answer'])

/** The ids of a selection, each once. Errors: INVALID_INPUT. */
async function idsOf(context: Reading, selection: Selection): Promise<DealId[]> {
  const ids =
    'ids' in selection
      ? [...new Set(selection.ids)]
      : await listIds(context.db, selection, context, MOST_DEALS + 1)
  if (ids.length > MOST_DEALS) throw invalidInput('selection', `more than ${MOST_DEALS} deals`)
  return ids
}

/** The campaign ID a command gives; null where it gives none, or takes it away. */
const campaignOf = (command: Command): string | null =>
  command.kind === 'edit' ? (command.changes.campaignId ?? null) : null

/** Judges a command for every deal of a selection, and hands on the allowed ones slice by slice. */
async function judgeAll(
  context: Reading,
  { selection, command }: BulkOrder,
  carryOut: (allowed: readonly Allowed[], gathered: Gathered) => Promise<void>,
): Promise<Verdicts> {
  const ids = await idsOf(context, selection)
  const refused: Verdicts['refused'][number][] = []
  const campaign = campaignOf(command)
  let count = 0
  let overwrites = 0
  for (let start = 0; start < ids.length; start += DEALS_PER_SLICE) {
    if (start > 0) await context.core.ports.timers.breathe()
    const slice = ids.slice(start, start + DEALS_PER_SLICE)
    const deals = await loadDeals(context.db, context.personal, slice)
    const unknown = slice.find((id) => !deals.has(id))
    // What a list held may be removed while it is judged; what somebody names must be there.
    if (unknown !== undefined && 'ids' in selection) throw notFound('deal', unknown)
    const gathered = await gather(context, command, [...deals.values()])
    const allowed: Allowed[] = []
    for (const deal of slice.flatMap((id) => deals.get(id) ?? [])) {
      const { decision } = await judge(context, deal, command, gathered)
      if (decision.ok) allowed.push({ deal, decided: decision.value })
      else refused.push({ dealId: deal.id, reasons: decision.error })
    }
    await carryOut(allowed, gathered)
    count += allowed.length
    overwrites += allowed.filter(({ deal: { campaignId } }) => campaignId && campaignId !== campaign).length
  }
  return { allowed: count, refused, ...(campaign === null ? {} : { overwrites }) }
}

/** Carries out a command on every deal it is allowed for, in the unit's transaction. */
async function executeAll(unit: Unit, order: BulkOrder): Promise<Verdicts & { batchId: BatchId | null }> {
  const { now } = unit
  const { newId } = unit.core.ports
  const batchId = newId() as BatchId
  const origin = bulkOrigin(batchId)
  const commandId = newId() as CommandId
  let events = 0
  const verdicts = await judgeAll(unit, order, async (allowed, { shared: { actor } }) => {
    const author = { origin, actor, commandId }
    const changes = allowed.map(({ deal, decided }) =>
      enact(deal.id, deal, decided, order.command.kind, author, now, { now, newId }),
    )
    await record(unit, changes)
    events += changes.reduce((sum, change) => sum + change.events.length, 0)
  })
  // A batch is what its events name: where nothing changed there is none to take back.
  return { batchId: events > 0 ? batchId : null, ...verdicts }
}

/**
 * Carries out one command on many deals, each judged as `execute` judges it: refused ones are left alone and listed with
 * all their reasons. A dry run only judges, and keeps no writer waiting. Errors: INVALID_INPUT for too many deals and for
 * commands that are not for many, NOT_FOUND naming the first unknown id; then nothing has happened.
 */
export async function bulk(
  context: CommandContext,
  order: BulkOrder,
  dryRun: boolean,
): Promise<Verdicts & { batchId: BatchId | null }> {
  const { kind } = order.command
  if (NOT_FOR_MANY.has(kind)) throw invalidInput('command.kind', `${kind} is not for many deals`)
  if (!dryRun) return context.write((unit) => executeAll(unit, order))
  return { batchId: null, ...(await judgeAll(context, order, async () => {})) }
}
