import type { CommandId, DealId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { expiriesDue } from '#shared/rules/commands/system.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { ClockKeeper } from '../clock/clock.service.ts'
import type { Unit } from '../context.ts'
import type { Core } from '../core.ts'
import { loadDeals } from '../deals/deals.repository.ts'
import { enact, record } from '../deals/record.ts'
import { stackOf } from '../jobs/jobs.service.ts'
import { stretchUntil } from '../notifications/summaries.ts'
import { anythingToWarn, warnSlice } from '../notifications/warnings.ts'

/** How often the sweep runs, in milliseconds. Nothing is ever scheduled for longer (PROMISES F10). */
export const SWEEP_INTERVAL_MS = 60_000
/** Deals expired in one transaction: short enough that nobody waits for it. */
const DEALS_PER_SLICE = 50

/** Closes what has run out, each at its own deadline: on start, every minute, and before anything shows a status. */
export class Scheduler {
  readonly #core: Core
  readonly #keeper: ClockKeeper
  #sweeping: Promise<number> | null = null
  #stop: () => void = () => {}
  #minute: Promise<void> = Promise.resolve()

  constructor(core: Core, keeper: ClockKeeper) {
    this.#core = core
    this.#keeper = keeper
  }

  /** Keeps the time and goes the round once, then every minute until stopped. */
  async start(): Promise<void> {
    const minute = async () => {
      await this.#keeper.keepHighWater()
      await this.round()
    }
    await minute()
    this.#stop = this.#core.ports.timers.every(SWEEP_INTERVAL_MS, () => {
      this.#minute = minute()
    })
  }

  /** Ends the rounds, once the one that is on its way is through. */
  async stop(): Promise<void> {
    this.#stop()
    await this.#minute
  }

  /**
   * Sweeps, and lives on if that fails: the next minute or call tries again. Until then a stale status may show, on a
   * full disk say, but the rules refuse what is too late by the clock itself.
   */
  tick(): Promise<void> {
    return this.#survive(() => this.sweep())
  }

  /** Sweeps, then warns of what will run out soon. For that nobody has to wait: not before each call. */
  round(): Promise<void> {
    return this.#survive(async () => {
      await this.sweep()
      await this.#warn()
    })
  }

  /** While an import is written nobody waits for a sweep: the next minute or call makes it. */
  async #survive(work: () => Promise<unknown>): Promise<void> {
    if (this.#core.gate.held) return
    try {
      await this.#keeper.keepDoubt()
      await work()
    } catch (error) {
      this.#core.ports.log({ level: 'error', code: 'SWEEP_FAILED', stack: stackOf(error) })
    }
  }

  /**
   * Closes everything that is due now; gives the number of deals touched. Does nothing when nothing is due, and nothing
   * while the clock is doubted: an expiry is never taken back (PROMISES 7.5).
   */
  async sweep(): Promise<number> {
    const { reader, clock } = this.#core
    const { now, hold } = clock.read()
    if (hold || !(await anyDue(reader.db as unknown as ReadExecutor, now))) return 0
    this.#sweeping ??= this.#sweepAll().finally(() => {
      this.#sweeping = null
    })
    return this.#sweeping
  }

  /** Two rounds at a time do no harm: each notification has a key, and is written once. */
  async #warn(): Promise<void> {
    const { reader, ports, clock } = this.#core
    const { now, hold } = clock.read()
    if (hold || !(await anythingToWarn(reader.db as unknown as ReadExecutor, now))) return
    while ((await this.#core.context().write(warnSlice)) > 0) await ports.timers.breathe()
  }

  async #sweepAll(): Promise<number> {
    let touched = 0
    for (;;) {
      const slice = await this.#core.context().write(expireSlice)
      touched += slice
      if (slice < DEALS_PER_SLICE) return touched
      await this.#core.ports.timers.breathe()
    }
  }
}

async function anyDue(db: ReadExecutor, now: Instant): Promise<boolean> {
  const due = await db
    .selectFrom('deals')
    .select('rowid')
    .where('next_expiry', '<=', now)
    .limit(1)
    .executeTakeFirst()
  return due !== undefined
}

/** Expires the oldest few that are due. A second run finds nothing to do: the state itself is the guard. */
async function expireSlice(unit: Unit): Promise<number> {
  if (unit.hold) return 0
  const rows = await unit.db
    .selectFrom('deals')
    .select('id')
    .where('next_expiry', '<=', unit.now)
    .orderBy('next_expiry')
    .limit(DEALS_PER_SLICE)
    .execute()
  const ids = rows.map(({ id }) => id as DealId)
  const deals = await loadDeals(unit.db, unit.personal, ids)
  const { newId } = unit.core.ports
  const author = { origin: 'schedule', actor: null, commandId: newId() as CommandId } as const
  const changes = ids.map((id) => {
    const deal = deals.get(id)!
    return enact(id, deal, expiriesDue(deal, unit.now), 'expire', author, unit.now, { now: unit.now, newId })
  })
  unit.tellOf(await stretchUntil(unit.db, unit.now))
  await record(unit, changes)
  return ids.length
}
