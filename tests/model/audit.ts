import { isDeepStrictEqual } from 'node:util'
import type { Deal } from '#shared/domain/deal.ts'
import type { DealId } from '#shared/domain/ids.ts'
import { fold } from '#shared/rules/evolve.ts'
import { columnsOf } from '#main/core/deals/deal-row.ts'
import { eventsOf, verifyChain } from '#main/db/event-log.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import { PersonalData } from '#main/db/personal-data.ts'
import type { Story } from './story.ts'
import { type ToldRow, faultInInbox } from './tell.ts'
import type { World } from './world.ts'

interface LoggedEvent {
  readonly deal_version: number
  readonly kind: string
  readonly at: string
  readonly recorded_at: string
  readonly body: string
}

const EVENTS = `SELECT deal_version, kind, at, recorded_at, body FROM deal_events WHERE deal_id = ? ORDER BY deal_version`

const NEWS = 'SELECT kind, party_id, at, params FROM notifications WHERE deal_id = ?'

const never = (): string => {
  throw new Error('reading makes no ids')
}

/** The promises of time and order, read off the log itself (L2): null when they hold. */
function faultInLog(log: readonly LoggedEvent[], expected: readonly string[]): string | null {
  const kinds = log.map(({ kind }) => kind)
  if (kinds.join() !== expected.join()) return `events ${kinds.join()}, the rulebook says ${expected.join()}`
  if (log.some(({ deal_version }, index) => deal_version !== index + 1)) return 'versions with a gap'
  if (log.some(({ at, recorded_at }) => recorded_at < at)) return 'written down before it happened'
  const first = JSON.parse(log[0]!.body) as { expiresAt: string | null }
  const expired = log.filter(({ kind }) => kind === 'expired')
  if (expired.length > 1) return 'expired twice'
  if (expired.some(({ at }) => at !== first.expiresAt)) return 'expired at another moment than its deadline'
  const inTime = log.filter(({ kind }) => kind === 'accepted' || kind === 'declined')
  if (inTime.some(({ at }) => at >= first.expiresAt!)) return 'answered after its deadline'
  const closings = kinds.filter((kind) => ['won', 'lost', 'declined', 'expired'].includes(kind))
  if (closings.length > 1) return `closed ${closings.length} times`
  const lapses = log.filter(({ kind }) => kind === 'party-expired')
  const lapsed = new Set(lapses.map(({ body }) => body))
  return lapsed.size === lapses.length ? null : 'a party expired twice'
}

/** The row is the fold of its events, and its columns are those of the fold. */
async function faultInRow({ app, rows }: World, id: string): Promise<string | null> {
  const db = app.core.writer.db as unknown as ReadExecutor
  const personal = new PersonalData(never)
  const folded = fold(await eventsOf(db, personal, id as DealId))
  const row = rows('SELECT * FROM deals WHERE id = ?', id)[0] as Record<string, unknown> | undefined
  if (!row || !folded) return 'no row, or no events'
  const { rowid: _rowid, state, ...columns } = row
  const [stored] = await personal.open<Deal>(db, [String(state)])
  if (!isDeepStrictEqual(stored, folded)) return 'the row is not the fold of its events'
  if (!isDeepStrictEqual({ ...columns }, { ...columnsOf(folded) }))
    return 'columns of something else than the row'
  return null
}

/** Looks at everything stored of one deal: null when all of it is as it must be. */
export async function auditStory(
  world: World,
  { deal, events, news, gone }: Story,
  thorough: boolean,
): Promise<string | null> {
  const { id } = deal
  const log = world.rows(EVENTS, id) as LoggedEvent[]
  const inbox = world.rows(NEWS, id) as ToldRow[]
  const fault = faultInLog(log, events) ?? faultInInbox(inbox, news)
  if (fault || gone) return fault
  if (deal.version !== log.length) return 'a version without an event'
  return thorough ? faultInRow(world, id) : null
}

/** What holds for the database as a whole: null when it does. */
export async function auditWorld({ app, log, rows }: World): Promise<string | null> {
  const order = 'ORDER BY family, board_column, currency'
  const kept = rows(`SELECT * FROM board_counters WHERE deals <> 0 OR amount <> 0 ${order}`)
  const counted = rows(
    `SELECT family, board_column, value_currency AS currency, count(*) AS deals, sum(value_amount) AS amount
     FROM deals WHERE board_column IS NOT NULL GROUP BY 1, 2, 3 ${order}`,
  )
  if (!isDeepStrictEqual(kept, counted)) return 'the counters of the board are not what counting gives'
  const { fault } = await verifyChain(app.core.writer.db as unknown as ReadExecutor)
  if (fault) return `the chain of the log is broken: ${JSON.stringify(fault)}`
  const unlike = rows(
    `SELECT deals.id FROM deals JOIN deal_events ON deal_id = deals.id GROUP BY deals.id HAVING max(deal_version) <> version`,
  )
  if (unlike.length > 0) return `versions beside the log: ${JSON.stringify(unlike)}`
  const failed = log.filter(({ level }) => level === 'error')
  return failed.length > 0 ? `the application logged ${JSON.stringify(failed[0])}` : null
}
