import type { Command } from '#shared/domain/command.ts'
import type { Customer, Partner } from '#shared/domain/company.ts'
import { type Deal, isTerminal } from '#shared/domain/deal.ts'
import type { DealStart, Decided } from '#shared/domain/event.ts'
import type { DealId, PartyId } from '#shared/domain/ids.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { type Family, rungOf } from '#shared/domain/stages.ts'
import type { Refusal } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import { type SystemCommand, decideSystem } from '#shared/rules/commands/system.ts'
import { familyOf } from '#shared/rules/deal-type.ts'
import { decide } from '#shared/rules/decide.ts'
import type { Facts } from '#shared/rules/facts.ts'
import { dealSolution } from '#shared/rules/parties.ts'
import { mustBeCertain } from '../../clock/clock.service.ts'
import type { Hold } from '../../clock/trusted-clock.ts'
import type { Authorship } from '../../context.ts'
import { type Recorded, enact } from '../../deals/record.ts'
import { type AdoptionContext, type ResolvedSolutions, directionOf, stageOf, startFrom } from './adoption.ts'
import type { RowFault } from '#shared/words/row-fault.ts'
import { issue } from './cells.ts'
import { COLUMN } from './columns.ts'
import type { DirectoryDraft } from './directory-draft.ts'
import { partnersOf } from './partner-parties.ts'
import type { PartnerCenterRow } from './row.ts'
import { type Step, customerWarnings, differenceOf } from './update.ts'

export type RowVerdict = 'create' | 'update' | 'unchanged' | 'refused'

/** What an import would do with a row: judged by the rules, carried out nowhere yet. */
export interface RowPlan {
  readonly verdict: RowVerdict
  readonly reasons: readonly RowFault[]
  readonly warnings: readonly RowFault[]
  /** Columns that change an existing deal. */
  readonly changes: readonly string[]
  readonly change: Recorded | null
  readonly customer: Customer | null
  readonly solutions: ResolvedSolutions
  /** Directory entries of the partners it names. */
  readonly partners: readonly Partner[]
}

export interface PlanContext extends AdoptionContext {
  readonly today: CivilDate
  readonly author: Authorship
  readonly directory: DirectoryDraft
  /** The clock's doubt while an import is carried out; a preview only looks. */
  readonly hold: Hold | null
}

const nothing = { changes: [], change: null, customer: null, solutions: [], partners: [] }

/** The plan of a row that could not even be read. */
export const refusedPlan = (reasons: readonly RowFault[], warnings: readonly RowFault[]): RowPlan => ({
  verdict: 'refused',
  reasons,
  warnings,
  ...nothing,
})

const resolve = (row: PartnerCenterRow, directory: DirectoryDraft): ResolvedSolutions =>
  row.solutions.map(({ externalId, ...detail }) => {
    const entry = directory.solution(externalId)
    return { entry, ref: dealSolution({ id: entry.id, ...detail }) }
  })

/**
 * Plans a row for a deal we have, or for a new one. The same for preview and commit: there is one judgement.
 * Errors: CLOCK_UNCERTAIN where the row starts or ends the clock of an invitation while ours is doubted.
 */
export function planRow(row: PartnerCenterRow, deal: Deal | null, context: PlanContext): RowPlan {
  const solutions = resolve(row, context.directory)
  return deal ? planUpdate(row, deal, solutions, context) : planAdoption(row, solutions, context)
}

function planAdoption(row: PartnerCenterRow, solutions: ResolvedSolutions, context: PlanContext): RowPlan {
  const customer = context.directory.customer(row.customer)
  const start = startFrom(row, customer, solutions, context)
  const adopt = { kind: 'adopt', start } as const
  mustBeCertain(context.hold, adopt)
  const decision = decideSystem(null, adopt, context.now)
  if (!decision.ok) return refusedPlan(decision.error.map(fromRefusal([])), [])
  const dealId = context.newId() as DealId
  const change = enact(dealId, null, decision.value, 'import', context.author, context.now, context)
  const warnings = [
    ...stageWarnings(row, familyOf(start), context),
    ...(row.known ? [] : clockWarnings(start)),
  ]
  const partners = partnersOf(row, context).map(({ entry }) => entry)
  return { verdict: 'create', reasons: [], warnings, changes: [], change, customer, solutions, partners }
}

/** The file has no dates of invitations: clocks that run are counted from the import, and the person is told so. */
const clockWarnings = ({ expiresAt, parties }: DealStart): RowFault[] =>
  expiresAt !== null || parties.some(({ status }) => status === 'pending') ? [issue('CLOCK_FROM_IMPORT')] : []

/** A stage text that means none we know, or a number between two of them (RULEBOOK 4.3). */
function stageWarnings(row: PartnerCenterRow, family: Family, context: PlanContext): RowFault[] {
  if (row.status !== 'accepted') return []
  const direction = directionOf(row, context.direction)
  const { stage, unmapped } = stageOf(row, family, direction, context.profile.stageMapping)
  if (unmapped) return [issue('STAGE_UNMAPPED', COLUMN.stage, row.stage)]
  const percent = Number.parseFloat(row.stage)
  const meant = stage === null ? null : rungOf(family, stage)?.percent
  return !Number.isNaN(percent) && percent !== meant ? [issue('STAGE_LOWERED', COLUMN.stage, row.stage)] : []
}

const fromRefusal =
  (columns: readonly string[]) =>
  (refusal: Refusal): RowFault =>
    issue(refusal.code, columns[0] ?? null, columns.join('; '))

function factsFor(deal: Deal, context: PlanContext): Facts {
  return {
    dealId: deal.id,
    today: context.today,
    actor: context.actor,
    profile: context.profile,
    solutions: context.directory.solutions,
    partners: new Map(),
    customer: null,
    partyIds: [context.newId() as PartyId],
  }
}

const SYSTEM_KINDS: ReadonlySet<string> = new Set([
  'expire',
  'report-expired',
  'report-invited',
  'adopt',
  'note-external',
  'remove',
])
const isSystem = (command: Command | SystemCommand): command is SystemCommand =>
  SYSTEM_KINDS.has(command.kind)

function judge(deal: Deal, step: Step, context: PlanContext): Result<readonly Decided[], readonly Refusal[]> {
  mustBeCertain(context.hold, step.command)
  return isSystem(step.command)
    ? decideSystem(deal, step.command, context.now)
    : decide(deal, step.command, context.now, factsFor(deal, context))
}

/** Accepting or inviting, then what that makes possible, then nothing: more rounds than these there never are. */
const MOST_ROUNDS = 4

/** What some steps lead to; the refused one stops them. */
type Taken =
  | { readonly after: Deal; readonly events: Recorded['events']; readonly changes: readonly string[] }
  | { readonly refused: readonly RowFault[] }

function takeSteps(deal: Deal, steps: readonly Step[], context: PlanContext): Taken {
  let after = deal
  const events: Recorded['events'][number][] = []
  const changes: string[] = []
  for (const step of steps) {
    const decision = judge(after, step, context)
    if (!decision.ok) return { refused: decision.error.map(fromRefusal(step.columns)) }
    const { kind } = step.command
    const taken = enact(deal.id, after, decision.value, kind, context.author, context.now, context)
    after = taken.after!
    events.push(...taken.events)
    if (taken.events.length > 0) changes.push(...step.columns)
  }
  return { after, events, changes }
}

/**
 * Takes the steps of a row one after the other; the first refused one refuses the row, whole. What an accepted deal or
 * an invited party makes possible comes in a round of its own, so that the same row again finds nothing left to do.
 */
function planUpdate(
  row: PartnerCenterRow,
  deal: Deal,
  solutions: ResolvedSolutions,
  context: PlanContext,
): RowPlan {
  const warnings = [...customerWarnings(deal, row), ...differenceOf(deal, row, solutions, context).warnings]
  let current = deal
  const events: Recorded['events'][number][] = []
  const changes = new Set<string>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { steps } = differenceOf(current, row, solutions, context)
    const taken = takeSteps(current, steps, context)
    if ('refused' in taken) return refusedPlan(taken.refused, warnings)
    if (taken.events.length === 0) break
    current = taken.after
    events.push(...taken.events)
    for (const column of taken.changes) changes.add(column)
    if (isTerminal(current.status)) break
  }
  if (events.length === 0) return { verdict: 'unchanged', reasons: [], warnings, ...nothing }
  const change = { before: deal, after: current, events }
  const { customer } = deal
  const partners = partnersOf(row, context).map(({ entry }) => entry)
  const outcome = { change, customer, solutions, partners }
  return { verdict: 'update', reasons: [], warnings, changes: [...changes], ...outcome }
}
