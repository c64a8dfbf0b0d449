import type { DealId } from '#shared/domain/ids.ts'
import type { Notice } from '#shared/domain/notification.ts'
import { AppError } from '#shared/errors.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import { type ReadExecutor, reading } from '../db/executor.ts'
import { PersonalData } from '../db/personal-data.ts'
import type { CommandContext, Moment, Unit } from './context.ts'
import type { Core } from './core.ts'
import type { Stretch } from './notifications/summaries.ts'
import { saveNotices } from './notifications/telling.ts'

/** Deals named one by one in an announcement; more than that, and screens fetch everything anew. */
const MOST_NAMED = 200
const BUSY_ATTEMPTS = 40

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

/** A context for one procedure: one reading of the clock, a view that cannot write, and the way to a transaction. */
export function createContext(core: Core, announce: (event: AppEvent) => void): CommandContext {
  const moment = core.clock.read()
  return {
    ...moment,
    core,
    db: core.reader.db as unknown as ReadExecutor,
    personal: new PersonalData(core.ports.newId),
    write: (work) =>
      retryingWhileBusy(
        () => transact(core, moment, announce, work),
        () => core.ports.timers.breathe(),
      ),
  }
}

async function transact<T>(
  core: Core,
  moment: Moment,
  announce: (event: AppEvent) => void,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  const events: AppEvent[] = []
  const changed = new Set<DealId>()
  const notices: Notice[] = []
  let stretch: Stretch | null = null
  const { newId } = core.ports
  const result = await core.writer.db.transaction().execute(async (trx) => {
    const done = await work({
      ...moment,
      trx,
      db: reading(trx),
      core,
      personal: new PersonalData(newId),
      announce: (event) => void events.push(event),
      dealChanged: (dealId) => void changed.add(dealId),
      tell: (more) => void notices.push(...more),
      tellOf: (whole) => void (stretch = whole),
    })
    const told = await saveNotices({ trx, now: moment.now, newId }, notices, stretch)
    if (told) events.push({ name: 'notifications.changed', payload: {} })
    return done
  })
  if (changed.size > 0) {
    const ids = changed.size > MOST_NAMED ? [] : [...changed]
    announce({ name: 'deals.changed', payload: { ids } })
  }
  for (const event of events) announce(event)
  return result
}

/**
 * Another program may hold the file for a moment: wait, each time no longer than the connection's busy timeout and
 * with everybody else served in between, then say so. Errors: BUSY.
 */
async function retryingWhileBusy<T>(attempt: () => Promise<T>, breathe: () => Promise<void>): Promise<T> {
  for (let left = BUSY_ATTEMPTS; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (left === 0) throw new AppError('BUSY', { what: 'database' })
      await breathe()
    }
  }
}
