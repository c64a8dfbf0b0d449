import type { Command } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { DealId } from '#shared/domain/ids.ts'
import { type CivilDate, msOf } from '#shared/domain/time.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import type { SystemCommand } from '#shared/rules/commands/system.ts'
import { isTimeGuarded, startsClock } from '#shared/rules/time-guard.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { currentProfile } from '../company/profile.repository.ts'
import type { CommandContext } from '../context.ts'
import type { Core } from '../core.ts'
import type { Clock } from '../ports.ts'
import { stackOf } from '../jobs/jobs.service.ts'
import { expiredTooEarly, loadClock, recordReset, saveClock } from './clock.repository.ts'
import type { ClockMemory, ClockReading, Hold } from './trusted-clock.ts'

/** How far the remembered clock may lag behind while nothing else is written. */
const KEEP_EVERY_MS = 10 * 60_000

const uncertain = (hold: Hold): AppError => new AppError('CLOCK_UNCERTAIN', { ...hold })

/** Stops what a deadline decides while the clock is doubted. Errors: CLOCK_UNCERTAIN. */
export function mustBeCertain(hold: Hold | null, command: Command | SystemCommand): void {
  if (hold && isTimeGuarded(command)) throw uncertain(hold)
}

/** Stops what is dated by the day it is done on while that day is doubted. Errors: CLOCK_UNCERTAIN. */
export function mustKnowTheDay(hold: Hold | null): void {
  if (hold) throw uncertain(hold)
}

/** The same for a change that nobody commanded by name: an undo. Errors: CLOCK_UNCERTAIN. */
export function mustStartNoClock(hold: Hold | null, before: Deal | null, after: Deal | null): void {
  if (hold && startsClock(before, after)) throw uncertain(hold)
}

/** Writes down what is known of the clock: at once when a doubt comes or goes, otherwise now and then. */
export class ClockKeeper {
  readonly #core: Core
  /** What was written last; null until the clock has begun. */
  #kept: ClockMemory | null = null
  #shown: string

  constructor(core: Core) {
    this.#core = core
    this.#shown = core.clock.shown
  }

  /** Lets the clock go on where the last run of the application left it. */
  async begin(): Promise<void> {
    const { clock, reader } = this.#core
    const memory = await loadClock(reader.db as unknown as ReadExecutor)
    if (memory) clock.remember(memory)
    this.#kept = memory
    this.#shown = clock.shown
  }

  /** Reads the clock; keeps a doubt that has come or gone, and tells the screens. Writes nothing otherwise. */
  async keepDoubt(): Promise<void> {
    this.#core.clock.read()
    if (this.#core.clock.shown !== this.#shown) await this.#keep()
  }

  /** The same, and the high water too once it has risen enough. */
  async keepHighWater(everyMs = KEEP_EVERY_MS): Promise<void> {
    this.#core.clock.read()
    const { highWater } = this.#core.clock.memory
    const due = !this.#kept || msOf(highWater) - msOf(this.#kept.highWater) >= everyMs
    await (due ? this.#keep() : this.keepDoubt())
  }

  /** A clock that cannot be kept must not stop anybody: the doubt stands in memory, and the next minute tries again. */
  async #keep(): Promise<void> {
    const { clock, context, ports } = this.#core
    const { memory, shown } = clock
    const { highWater, lastWall } = memory
    try {
      await context().write(async (unit) => {
        await saveClock(unit.trx, memory)
        if (shown !== this.#shown) unit.announce({ name: 'clock.changed', payload: {} })
      })
      if (shown !== this.#shown)
        ports.log({ level: 'warn', code: 'CLOCK_JUDGED', shown, highWater, lastWall })
      this.#kept = memory
      this.#shown = shown
    } catch (error) {
      ports.log({ level: 'error', code: 'CLOCK_NOT_KEPT', stack: stackOf(error) })
    }
  }
}

/** The clock as screens see it. */
export const clockView = ({ now, wall, hold, banner }: ClockReading, clock: Clock) => ({
  now,
  hold: hold && { ...hold },
  banner,
  computer: { now: wall, today: clock.dayOf(wall) },
})

/**
 * A person says which day it is. If the computer says the same, that is the time from here on, written down for good,
 * and everything due runs out at its own deadline; gives the deals of which something ran out by a clock that was
 * ahead. Without a doubt nothing happens. Errors: INVALID_INPUT when the computer's clock has to be set right first.
 */
export async function confirmClock(context: CommandContext, today: CivilDate): Promise<DealId[]> {
  const { core } = context
  const { wall, now, hold } = core.clock.read()
  if (!hold) return []
  if (core.ports.clock.dayOf(wall) !== today) {
    throw invalidInput('today', `the clock of this computer is not at ${today}: set it right first`)
  }
  const expired = await context.write(async (unit) => {
    if (!core.clock.read().hold) return []
    const { actor } = await currentProfile(unit.db, unit.personal)
    const early = await expiredTooEarly(unit.db, wall)
    await recordReset(unit.trx, unit.db, { before: now, hold, at: wall, actor })
    return early
  })
  core.clock.confirm(wall)
  await core.sweep()
  return expired
}
