import type { DealId } from '#shared/domain/ids.ts'
import type { Notice } from '#shared/domain/notification.ts'
import { AppError } from '#shared/errors.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import type { Connection } from '../db/connection.ts'
import { type ReadExecutor, reading } from '../db/executor.ts'
import { PersonalData } from '../db/personal-data.ts'
import type { BareUnit, CommandContext, Moment } from './context.ts'
import type { Core } from './core.ts'
import { type LastTeams, saveLastTeams } from './deals/last-teams.ts'
import type { Stretch } from './notifications/summaries.ts'
import { saveNotices } from './notifications/telling.ts'

/** Deals named one by one in an announcement; more than that, and screens fetch everything anew. */
const MOST_NAMED = 200
const BUSY_ATTEMPTS = 40

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

/** A context for one procedure: one reading of the clock, a view that cannot write, and the way to a transaction. */
export function createContext(core: Core): CommandContext {
  const moment = core.clock.read()
  const { newId, timers } = core.ports
  return {
    ...moment,
    core,
    db: core.reader.db as unknown as ReadExecutor,
    personal: new PersonalData(newId),
    write: async (work) => {
      const writing = { writer: core.writer, newId, breathe: () => timers.breathe() }
      const { value, events } = await core.gate.pass(() =>
        transact(writing, moment, (unit) => work({ ...unit, core })),
      )
      for (const event of events) core.announce(event)
      return value
    },
  }
}

/** What a transaction needs: the connection that writes, fresh ids, and a way to let others have their turn. */
export interface Writing {
  readonly writer: Connection
  readonly newId: () => string
  readonly breathe: () => Promise<void>
}

/** What a transaction gave, and what the screens are to hear of it now that it is committed. */
export interface Transacted<T> {
  readonly value: T
  readonly events: readonly AppEvent[]
}

/** Runs work in one immediate transaction. Errors: BUSY, and what the work throws; nothing has happened then. */
export const transact = <T>(
  writing: Writing,
  moment: Moment,
  work: (unit: BareUnit) => Promise<T>,
): Promise<Transacted<T>> => retryingWhileBusy(() => transactOnce(writing, moment, work), writing.breathe)

async function transactOnce<T>(
  { writer, newId, breathe }: Writing,
  moment: Moment,
  work: (unit: BareUnit) => Promise<T>,
): Promise<Transacted<T>> {
  const events: AppEvent[] = []
  const changed = new Set<DealId>()
  const notices: Notice[] = []
  const lastTeams: LastTeams = new Map()
  let stretch: Stretch | null = null
  const value = await writer.db.transaction().execute(async (trx) => {
    const done = await work({
      ...moment,
      trx,
      db: reading(trx),
      personal: new PersonalData(newId),
      lastTeams,
      newId,
      breathe,
      announce: (event) => void events.push(event),
      dealChanged: (dealId) => void changed.add(dealId),
      tell: (more) => void notices.push(...more),
      tellOf: (whole) => void (stretch = whole),
    })
    await saveLastTeams(trx, lastTeams)
    const told = await saveNotices({ trx, now: moment.now, newId }, notices, stretch)
    if (told) events.push({ name: 'notifications.changed', payload: {} })
    return done
  })
  if (changed.size === 0) return { value, events }
  const ids = changed.size > MOST_NAMED ? [] : [...changed]
  return { value, events: [{ name: 'deals.changed', payload: { ids } }, ...events] }
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
