import type { Command } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { DealEvent } from '#shared/domain/event.ts'
import { DAY_MS, HOUR_MS, type Instant, addMs, utcDateOf } from '#shared/domain/time.ts'
import type { Decision } from '../commands/decider.ts'
import { type SystemCommand, decideSystem } from '../commands/system.ts'
import { decide } from '../decide.ts'
import { enact } from './deals.ts'
import { NOW, factsFor } from './facts.ts'
import { type Pick, beginning, command, picker, systemCommand } from './random-commands.ts'

/** One thing asked of a deal, what the rules said, and what became of the deal. */
export interface Step {
  readonly before: Deal
  readonly command: Command | SystemCommand
  readonly now: Instant
  readonly decision: Decision
  readonly events: readonly DealEvent[]
  readonly after: Deal
}

/** A deal from its beginning on. */
export interface Story {
  readonly start: Deal
  readonly steps: readonly Step[]
  /** All events, the first one included. */
  readonly events: readonly DealEvent[]
  readonly end: Deal
  readonly now: Instant
}

/** Freezes a value all the way down: a rule that changes what it was given throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}

/** Deadlines of a deal that are still to come, and the milliseconds around them. */
function deadlines(deal: Deal, now: Instant): readonly Instant[] {
  const pending = deal.parties.filter(({ status }) => status === 'pending')
  const open = [deal.expiresAt, ...pending.map(({ expiresAt }) => expiresAt)].filter((end) => end !== null)
  return open.flatMap((end) => [addMs(end, -1), end, addMs(end, 1)]).filter((moment) => moment >= now)
}

/** The same moment, a while later, or right around a deadline. Time never runs backwards in a story. */
export const moment = (deal: Deal, now: Instant, pick: Pick): Instant =>
  pick([now, addMs(now, HOUR_MS), addMs(now, DAY_MS), addMs(now, 5 * DAY_MS), ...deadlines(deal, now)])

/** Decides a step and puts its events on record. */
function step(before: Deal, asked: Step['command'], now: Instant, system: boolean): Step {
  const facts = factsFor(before, { today: utcDateOf(now) })
  const decision = system
    ? decideSystem(before, asked as SystemCommand, now)
    : decide(before, asked as Command, now, facts)
  const { deal, events } = enact(before, decision.ok ? decision.value : [], now, facts)
  return { before, command: asked, now, decision, events, after: frozen(deal!) }
}

/** Lives a deal as a list of numbers tells: fast-check makes the numbers, and shrinks a failing story by them. */
export function story(choices: readonly number[]): Story {
  const { pick, left } = picker(choices)
  let now = NOW
  const facts = factsFor(null)
  const first = decide(null, beginning(pick), now, facts)
  if (!first.ok) throw new Error('a story must be able to begin')
  const begun = enact(null, first.value, now, facts)
  const start = frozen(begun.deal!)
  const steps: Step[] = []
  let deal = start
  while (left() > 0) {
    now = moment(deal, now, pick)
    const system = pick([false, false, false, true])
    const next = step(deal, system ? systemCommand(deal, pick) : command(deal, pick), now, system)
    steps.push(next)
    deal = next.after
  }
  return { start, steps, events: [...begun.events, ...steps.flatMap(({ events }) => events)], end: deal, now }
}
