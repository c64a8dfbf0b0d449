import type { Command } from '#shared/domain/command.ts'
import type { Deal, External } from '#shared/domain/deal.ts'
import type { DealEvent } from '#shared/domain/event.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Refusal } from '#shared/errors.ts'
import type { Decision } from '../commands/decider.ts'
import { type SystemCommand, decideSystem } from '../commands/system.ts'
import { decide } from '../decide.ts'
import { type Happening, retell } from '../history.ts'
import { type UndoScope, decideUndo } from '../undo.ts'
import { enact } from './deals.ts'
import { NOW, factsFor } from './facts.ts'
import { frozen } from './stories.ts'

/** What a file may say of a deal beyond our model. */
export const FROM_A_FILE: External = { engagementId: null, referralId: 'R-1', extra: {} }

const SYSTEM: readonly string[] = [
  'expire',
  'report-expired',
  'report-invited',
  'adopt',
  'note-external',
  'remove',
]
const isSystem = (asked: Command | SystemCommand): asked is SystemCommand => SYSTEM.includes(asked.kind)

/** A deal's history as it grows: what is asked goes on record, or throws where it is refused. */
export class Chronicle {
  events: readonly DealEvent[] = []
  now: Instant = NOW

  constructor(events: readonly DealEvent[] = []) {
    this.events = events
  }

  get told(): readonly Happening[] {
    return retell(this.events)
  }

  get deal(): Deal | null {
    return this.told.at(-1)?.after ?? null
  }

  /** From now on it is this late. */
  at(now: Instant): this {
    this.now = now
    return this
  }

  /** Carries out a command. */
  do(asked: Command | SystemCommand): this {
    const { deal, now } = this
    const facts = factsFor(deal)
    return this.#put(isSystem(asked) ? decideSystem(deal, asked, now) : decide(deal, asked, now, facts))
  }

  /** What would come of undoing an event, the newest where no version is named. */
  judge(version = this.events.length, scope: UndoScope = 'event'): Decision {
    return frozen(decideUndo(frozen(this.told[version - 1]!), this.deal, this.now, scope))
  }

  /** The reasons against undoing an event; none where it can be. */
  refusals(version?: number): readonly Refusal[] {
    const decision = this.judge(version)
    return decision.ok ? [] : decision.error
  }

  codes(version?: number): string[] {
    return this.refusals(version).map(({ code }) => code)
  }

  /** Undoes an event, the newest where no version is named. */
  undo(version?: number): this {
    return this.#put(this.judge(version))
  }

  #put(decision: Decision): this {
    if (!decision.ok) throw new Error(decision.error.map(({ code }) => code).join(', '))
    const { deal, now } = this
    this.events = [...this.events, ...enact(deal, decision.value, now, factsFor(deal)).events]
    return this
  }
}
