import type { Command } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { CommandId, DealId, EventId } from '#shared/domain/ids.ts'
import { AppError, invalidInput, notFound, type Refusal } from '#shared/errors.ts'
import type { Decision } from '#shared/rules/commands/decider.ts'
import { decide } from '#shared/rules/decide.ts'
import type { Facts } from '#shared/rules/facts.ts'
import { whileDoubted } from '#shared/rules/time-guard.ts'
import { type Verdict, verdicts } from '#shared/rules/verdicts.ts'
import { mustBeCertain } from '../clock/clock.service.ts'
import { currentProfile } from '../company/profile.repository.ts'
import type { QueryContext, Unit } from '../context.ts'
import { incentivesOf, saveCustomer, solutionsByIds } from '../directory/directory.repository.ts'
import { dealIdsByReferral, loadDeals } from './deals.repository.ts'
import { type Gathered, factsFor, gatherFacts } from './facts.ts'
import { enact, record } from './record.ts'

/** Where deals are read and judged. */
export type Reading = Pick<QueryContext, 'db' | 'core' | 'personal' | 'now' | 'today' | 'hold'>

/** One deal as the rules see it. Errors: NOT_FOUND. */
export async function dealOf(context: Reading, dealId: DealId): Promise<Deal> {
  const deal = (await loadDeals(context.db, context.personal, [dealId])).get(dealId)
  if (!deal) throw notFound('deal', dealId)
  return deal
}

/** The deal a command is for: none to begin one, an existing one for everything else. Errors: INVALID_INPUT, NOT_FOUND. */
async function targetOf(context: Reading, dealId: DealId | null, command: Command): Promise<Deal | null> {
  const begins = command.kind === 'create' || command.kind === 'receive'
  if (begins && dealId !== null)
    throw invalidInput('dealId', `${command.kind} begins a deal, so dealId is null`)
  if (begins) return null
  if (dealId === null) throw invalidInput('dealId', `${command.kind} needs a deal`)
  return dealOf(context, dealId)
}

/** What no rule can judge because it is not a question of the rulebook. Errors: INVALID_INPUT, NOT_FOUND. */
async function checkInput(context: Reading, command: Command, deal: Deal | null): Promise<void> {
  const { now } = context
  // A copy names where it came from; what the sample or an import brought may have gone since.
  if (command.kind === 'create' && command.sourceDealId) await dealOf(context, command.sourceDealId)
  if (command.kind === 'receive') {
    const receivedAt = command.receivedAt ?? now
    if (receivedAt > now) throw invalidInput('command.receivedAt', 'lies in the future')
    if (command.expiresAt && command.expiresAt <= receivedAt) {
      throw invalidInput('command.expiresAt', 'is not after the arrival')
    }
    if (command.externalId) {
      const known = await dealIdsByReferral(context.db, [command.externalId])
      if (known.size > 0) throw invalidInput('command.externalId', 'belongs to a deal already')
    }
  }
  if (command.kind === 'record-answer') {
    const party = deal?.parties.find(({ id }) => id === command.partyId)
    if (!party) throw notFound('party', command.partyId)
    if (command.answeredAt && command.answeredAt > now) {
      throw invalidInput('command.answeredAt', 'lies in the future')
    }
    if (command.answeredAt && command.answeredAt < party.invitedAt) {
      throw invalidInput('command.answeredAt', 'lies before the invitation')
    }
  }
}

/** What there is to know about a command for some deals. Errors: INVALID_INPUT, NOT_FOUND. */
export async function gather(context: Reading, command: Command, deals: readonly Deal[]): Promise<Gathered> {
  const { core, db, personal, today } = context
  const { profile, actor } = await currentProfile(db, personal)
  const newId = core.ports.newId
  return gatherFacts(command, deals, { db, personal, today, profile, actor, newId })
}

/**
 * The one judgement: of `check`, of `execute`, and of each deal in bulk. Errors: INVALID_INPUT, NOT_FOUND,
 * CLOCK_UNCERTAIN.
 */
export async function judge(
  context: Reading,
  deal: Deal | null,
  command: Command,
  gathered: Gathered,
): Promise<{ facts: Facts; decision: Decision }> {
  await checkInput(context, command, deal)
  mustBeCertain(context.hold, command)
  const facts = factsFor(command, deal, gathered, context.core.ports.newId)
  return { facts, decision: decide(deal, command, context.now, facts) }
}

/** What `execute` would say, without doing it: the reasons against a command, none when it is allowed. */
export async function check(
  context: Reading,
  dealId: DealId | null,
  command: Command,
): Promise<readonly Refusal[]> {
  const deal = await targetOf(context, dealId, command)
  const { decision } = await judge(context, deal, command, await gather(context, command, deal ? [deal] : []))
  return decision.ok ? [] : decision.error
}

/** Every action of a deal with its verdict. Errors: NOT_FOUND. */
export async function actionsOf(context: Reading, dealId: DealId): Promise<readonly Verdict[]> {
  const deal = await dealOf(context, dealId)
  const solutions = await solutionsByIds(
    context.db,
    deal.solutions.map(({ id }) => id),
  )
  const all = verdicts(deal, context.now, incentivesOf(solutions))
  return context.hold ? whileDoubted(all, deal, context.hold) : all
}

/**
 * Carries out a command in the unit's transaction. Errors: REFUSED with all reasons, CONFLICT when the deal has moved
 * on from `expectedVersion`, NOT_FOUND, INVALID_INPUT, CLOCK_UNCERTAIN.
 */
export async function execute(
  unit: Unit,
  dealId: DealId | null,
  expectedVersion: number | null,
  command: Command,
): Promise<{ deal: Deal; events: EventId[] }> {
  const deal = await targetOf(unit, dealId, command)
  if (deal && expectedVersion !== null && expectedVersion !== deal.version) {
    throw new AppError('CONFLICT', { expected: expectedVersion, actual: deal.version })
  }
  const gathered = await gather(unit, command, deal ? [deal] : [])
  const { facts, decision } = await judge(unit, deal, command, gathered)
  if (!decision.ok) throw new AppError('REFUSED', { reasons: decision.error })
  if (gathered.newCustomer) {
    await saveCustomer(unit.trx, gathered.newCustomer, 'person')
    unit.announce({ name: 'directory.changed', payload: {} })
  }
  const author = {
    origin: 'person' as const,
    actor: facts.actor,
    commandId: unit.core.ports.newId() as CommandId,
  }
  const context = { now: unit.now, newId: unit.core.ports.newId }
  const change = enact(facts.dealId, deal, decision.value, command.kind, author, unit.now, context)
  await record(unit, [change])
  return { deal: (change.after ?? deal)!, events: change.events.map(({ id }) => id) }
}
