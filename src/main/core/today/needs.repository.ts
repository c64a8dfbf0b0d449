import { type SqlBool, sql } from 'kysely'
import type { DealId } from '#shared/domain/ids.ts'
import { type CivilDate, type Instant, addDays, msOf } from '#shared/domain/time.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import type { OpenInvitation, ReturnedRegistration } from '#shared/ipc/contract/today.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { PersonalData } from '../../db/personal-data.ts'
import { ACTIVE_BAND, ROW_COLUMNS, rowView } from '../deals/deal-row.ts'
import { loadDeals } from '../deals/deals.repository.ts'
import { rowsByIds } from '../deals/lists.repository.ts'

/** An answer that is due within so many days is one of those to give now. */
const SOON_DAYS = 3
/** An invitation of ours counts as about to expire for so many days. */
const EXPIRING_DAYS = 7
/** Whole days in one stage after which a deal stands still: more than 30. */
const STILL_DAYS = 31

/** One section: its first rows, and how many it has. */
export interface Section<T> {
  readonly count: number
  readonly rows: T[]
}

// What partial indexes are for is written into the statement: they are chosen only for what is known when planning.
const running = (db: ReadExecutor) => db.selectFrom('deals').where('status', '=', sql.lit('accepted'))
const waiting = (db: ReadExecutor) =>
  db.selectFrom('deals').where('direction', '=', 'inbound').where('attention', '<', ACTIVE_BAND)

/** Inbound deals nobody has answered, least time left first. */
export async function answersDue(
  db: ReadExecutor,
  now: Instant,
  limit: number,
): Promise<Section<DealRow> & { readonly soon: number }> {
  const soonUntil = msOf(addDays(now, SOON_DAYS))
  const rows = await waiting(db)
    .select(ROW_COLUMNS)
    .orderBy('attention')
    .orderBy('rowid')
    .limit(limit)
    .execute()
  const { count } = await waiting(db)
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const { soon } = await waiting(db)
    .where('attention', '<=', soonUntil)
    .select((build) => build.fn.countAll<number>().as('soon'))
    .executeTakeFirstOrThrow()
  return { count, soon, rows: rows.map(rowView) }
}

/** The deadlines among those until a moment, earliest first. */
export async function answerDeadlines(db: ReadExecutor, until: Instant): Promise<number[]> {
  const rows = await waiting(db)
    .where('attention', '<', msOf(until))
    .select('attention')
    .orderBy('attention')
    .execute()
  return rows.map(({ attention }) => attention)
}

/** Parties that owe us an answer, on deals that still want it: on a lost one it no longer matters. */
const asked = (db: ReadExecutor) =>
  db
    .selectFrom('deal_parties as p')
    .crossJoin('deals as d')
    .whereRef('d.id', '=', 'p.deal_id')
    .where('p.status', '=', sql.lit('pending'))
    .where('p.expires_at', 'is not', null)
    .where('d.status', 'in', ['accepted', 'won'])

const expiringInvitations = (db: ReadExecutor, now: Instant) =>
  asked(db).where('p.expires_at', '<=', addDays(now, EXPIRING_DAYS))
const returned = (db: ReadExecutor) =>
  db.selectFrom('deals').where('registration', '=', sql.lit('action-required'))
const overdue = (db: ReadExecutor, today: CivilDate) => running(db).where('close_date', '<', today)
const standing = (db: ReadExecutor, now: Instant) =>
  running(db).where('stage_since', '<=', addDays(now, -STILL_DAYS))

/** Our invitations without an answer that run out soon, least time left first. */
export async function openInvitations(
  db: ReadExecutor,
  now: Instant,
  limit: number,
): Promise<Section<OpenInvitation>> {
  const expiring = expiringInvitations(db, now)
  const parties = await expiring
    .select(['p.deal_id', 'p.party_id', 'p.kind', 'p.organization', 'p.expires_at'])
    .orderBy('p.expires_at')
    .orderBy('p.deal_id')
    .orderBy('p.party_id')
    .limit(limit)
    .execute()
  const { count } = await expiring
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const ids = [...new Set(parties.map(({ deal_id }) => deal_id as DealId))]
  const listed = ids.length === 0 ? [] : await rowsByIds(db, ids)
  const deals = new Map(listed.map((row) => [row.id, rowView(row)]))
  const rows = parties.map(({ deal_id, party_id, kind, organization, expires_at }) => ({
    deal: deals.get(deal_id)!,
    party: { id: party_id, kind, organization, expiresAt: expires_at } as OpenInvitation['party'],
  }))
  return { count, rows }
}

/** Registrations the review gave back, longest waiting first. */
export async function returnedRegistrations(
  db: ReadExecutor,
  personal: PersonalData,
  limit: number,
): Promise<Section<ReturnedRegistration>> {
  const found = await returned(db)
    .select(ROW_COLUMNS)
    .orderBy(sql`state ->> '$.registration.reviewedAt'`)
    .orderBy('rowid')
    .limit(limit)
    .execute()
  const { count } = await returned(db)
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const ids = found.map(({ id }) => id as DealId)
  const deals = await loadDeals(db, personal, ids)
  const rows = found.map((row) => {
    const errors = deals.get(row.id as DealId)?.registration?.errors ?? []
    return { deal: rowView(row), error: errors[0] ?? null, more: Math.max(0, errors.length - 1) }
  })
  return { count, rows }
}

/** Running deals whose close date has passed, longest first. */
export async function overdueDeals(
  db: ReadExecutor,
  today: CivilDate,
  limit: number,
): Promise<Section<DealRow>> {
  const late = overdue(db, today)
  const rows = await late.select(ROW_COLUMNS).orderBy('close_date').orderBy('rowid').limit(limit).execute()
  const { count } = await late
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { count, rows: rows.map(rowView) }
}

/** Running deals that have stood in one stage for too long, longest first. */
export async function stillDeals(db: ReadExecutor, now: Instant, limit: number): Promise<Section<DealRow>> {
  const still = standing(db, now)
  const rows = await still.select(ROW_COLUMNS).orderBy('stage_since').orderBy('rowid').limit(limit).execute()
  const { count } = await still
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { count, rows: rows.map(rowView) }
}

/**
 * How many deals need somebody, each once, however many things it needs. Who waits for us, what runs and what is won
 * are never the same deal; only within what runs, and with invitations, a deal can need two things.
 */
export async function dealsInNeed(
  db: ReadExecutor,
  now: Instant,
  today: CivilDate,
  counts: { readonly answers: number; readonly registrations: number; readonly overdue: number },
): Promise<number> {
  const { count } = await standing(db, now)
    .where('close_date', '>=', today)
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const others = await expiringInvitations(db, now)
    .where((build) =>
      build.or([
        build.and([
          build('d.status', '=', 'accepted'),
          build('d.close_date', '>=', today),
          build('d.stage_since', '>', addDays(now, -STILL_DAYS)),
        ]),
        build.and([
          build('d.status', '=', 'won'),
          sql<SqlBool>`d.registration IS NOT ${sql.lit('action-required')}`,
        ]),
      ]),
    )
    .select('p.deal_id')
    .execute()
  const asking = new Set(others.map(({ deal_id }) => deal_id))
  return counts.answers + counts.registrations + counts.overdue + count + asking.size
}

/** How many running deals close on each day of a stretch; days without one are left out. */
export async function closingByDay(
  db: ReadExecutor,
  from: CivilDate,
  to: CivilDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await running(db)
    .where('close_date', '>=', from)
    .where('close_date', '<=', to)
    .select((build) => ['close_date', build.fn.countAll<number>().as('count')])
    .groupBy('close_date')
    .execute()
  return new Map(rows.map(({ close_date, count }) => [close_date, count]))
}

/** The running deal that closes first from a day on. */
export const firstClosing = (db: ReadExecutor, from: CivilDate) =>
  running(db)
    .where('close_date', '>=', from)
    .select(['id', 'name', 'close_date'])
    .orderBy('close_date')
    .orderBy('rowid')
    .limit(1)
    .executeTakeFirst()

/** The invitation of ours that runs out first. */
export const firstExpiring = (db: ReadExecutor) =>
  asked(db)
    .select(['d.id', 'd.name', 'p.organization', 'p.expires_at'])
    .orderBy('p.expires_at')
    .orderBy('p.deal_id')
    .orderBy('p.party_id')
    .limit(1)
    .executeTakeFirst()
